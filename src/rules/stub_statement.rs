//! [`StubStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject, request};
use crate::text_index::Mark;

declare_rule! {
    /// # What it does
    /// Reports a statement or a duty whose text is only a placeholder: ".", "TBC", "To be confirmed with the group",
    /// "xxx", "lorem ipsum", "[insert text here]", or a text without a single letter. Reports an overview, a paragraph
    /// of the summary or a job title that asks for text in brackets: "found in [insert the sectors]".
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
        for entry in cx.index().marked(&[Mark::Placeholder]) {
            let (subject, text) = (entry.subject.to_string(), entry.text);
            let message = format!("{subject} is not written yet");
            let found = cx.diagnostic(&subject, message, text.span(), LABEL);
            cx.report(found.help(format!("write what {subject} says, or remove it")));
        }
        let overview = standard.facts.overview.stated().map(|text| (Subject::Field("overview"), text));
        let summary = standard.summary.items().iter().enumerate();
        let summary = summary.map(|(index, text)| (Subject::Item("summary", index), text));
        let titles = standard.typical_job_titles.items().iter().enumerate();
        let titles = titles.map(|(index, title)| (Subject::Item("typicalJobTitles", index), &title.name));
        for (subject, text) in overview.into_iter().chain(summary).chain(titles) {
            if let Some(request) = request(text) {
                let message = "a part of the text is not written yet";
                let found = cx.diagnostic(subject.to_string(), message, text.span_of(request), LABEL);
                cx.report(found.help("write the text in the place of the brackets, or remove them"));
            }
        }
    }
}

const LABEL: &str = "a placeholder, not a text";
