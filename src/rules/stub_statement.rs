//! [`StubStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports a statement or a duty whose text is only a placeholder: ".", "TBC", "To be confirmed with the group",
    /// "xxx", "lorem ipsum", "[insert text here]", or a text without a single letter.
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
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        for entry in cx.index().marked(&[Mark::Placeholder]) {
            report(entry, cx);
        }
    }
}

fn report(entry: &Entry<'_>, cx: &mut LintContext<'_>) {
    let (subject, text) = (entry.subject.to_string(), entry.text);
    let message = format!("{subject} is not written yet");
    let label = "a placeholder, not a text";
    cx.report(
        cx.diagnostic(&subject, message, text.span(), label)
            .help(format!("write what {subject} says, or remove it")),
    );
}
