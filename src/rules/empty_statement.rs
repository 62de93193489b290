//! [`EmptyStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, is_blank};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a statement or a duty that has a code but no text, or only text that nobody can see: white space or
    /// zero-width characters.
    ///
    /// # Why it matters
    /// Nobody can learn, do or assess what is not written. Published data has had such statements, and programs that
    /// read it drop them.
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
                report(&standard.duty_subject(index), &standard.duty_name(index), duty.span, cx);
            }
        }
        for statement in standard.statements.items() {
            if is_blank(&statement.text) {
                let (code, text) = (statement.code, statement.text.span());
                let span = if text.start >= code.span.end { text } else { code.span };
                let code = code.value.to_string();
                report(&code, &code, span, cx);
            }
        }
    }
}

fn report(subject: &str, name: &str, span: Span, cx: &mut LintContext<'_>) {
    cx.report(
        cx.diagnostic(subject, format!("{name} has no text"), span, "there is no text here")
            .help(format!("write the text of {name}, or remove {name}")),
    );
}
