//! [`StubStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject, request};
use crate::text_index::Mark;

declare_rule! {
    /// # What it does
    /// Reports a statement or duty whose text is only a placeholder: ".", "TBC", "To be confirmed with the group",
    /// "xxx", "lorem ipsum", "[insert text here]", or text without any letters. Also reports an overview, a summary
    /// paragraph or a job title with a placeholder in square brackets: "found in [insert the sectors]".
    ///
    /// # Why it matters
    /// It is easy to publish a placeholder by mistake. Standards have been approved with a duty that reads ".".
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
        for entry in cx.index().marked(&[Mark::Placeholder]) {
            let (subject, text) = (entry.subject.to_string(), entry.text);
            let name = entry.subject.in_words();
            let message = format!("{name} has not been written yet");
            let found = cx.diagnostic(&subject, message, text.span(), LABEL);
            cx.report(found.help(format!("write the text of {name}, or remove {name}")));
        }
        let overview = standard.facts.overview.stated().map(|text| (Subject::Field("overview"), text));
        let summary = standard.summary.items().iter().enumerate();
        let summary = summary.map(|(index, text)| (Subject::Item("summary", index), text));
        let titles = standard.typical_job_titles.items().iter().enumerate();
        let titles = titles.map(|(index, title)| (Subject::Item("typicalJobTitles", index), &title.name));
        for (subject, text) in overview.into_iter().chain(summary).chain(titles) {
            if let Some(request) = request(text) {
                let message = "part of the text has not been written yet";
                let found = cx.diagnostic(subject.to_string(), message, text.span_of(request), LABEL);
                cx.report(found.help("replace the brackets with the text, or remove them"));
            }
        }
    }
}

const LABEL: &str = "this is a placeholder";
