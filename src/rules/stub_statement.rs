//! [`StubStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, is_placeholder};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a statement or a duty whose text only keeps the place of one: ".", "TBC", "xxx", "lorem
    /// ipsum".
    ///
    /// # Why it matters
    /// What was left for later is easily published: standards have been approved with a duty that reads
    /// ".".
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "TBC" }
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
    StubStatement { name: "stub-statement", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for StubStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (index, duty) in standard.duties.items().iter().enumerate() {
            look_at(&duty.text, || standard.duty_subject(index), cx);
        }
        for statement in standard.statements.items() {
            look_at(&statement.text, || statement.code.value.to_string(), cx);
        }
    }
}

fn look_at(text: &Text<'_>, subject: impl Fn() -> String, cx: &mut LintContext<'_>) {
    if !is_placeholder(text) {
        return;
    }
    let subject = subject();
    let message = format!("{subject} is not written yet");
    let label = "this only keeps the place of a text";
    cx.report(
        cx.diagnostic(&subject, message, text.span(), label)
            .help(format!("write what {subject} says, or take it out")),
    );
}
