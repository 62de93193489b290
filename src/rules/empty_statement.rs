//! [`EmptyStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, is_blank};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a statement or a duty that has a code but no text, or only what nobody sees: white space, characters
    /// without width.
    ///
    /// # Why it matters
    /// Nobody can learn, do or assess what is not written. Published data has had such statements, and
    /// readers of the data drop them.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "" }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    EmptyStatement { name: "empty-statement", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for EmptyStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (index, duty) in standard.duties.items().iter().enumerate() {
            if is_blank(&duty.text) {
                report(&standard.duty_subject(index), duty.span, cx);
            }
        }
        for statement in standard.statements.items() {
            if is_blank(&statement.text) {
                let (code, text) = (statement.code, statement.text.span());
                let span = if text.start >= code.span.end { text } else { code.span };
                report(&code.value.to_string(), span, cx);
            }
        }
    }
}

fn report(subject: &str, span: Span, cx: &mut LintContext<'_>) {
    cx.report(
        cx.diagnostic(subject, format!("{subject} has no text"), span, "nothing is written for it")
            .help(format!("write what {subject} says, or remove it")),
    );
}
