//! [`EmptiedTable`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted, listed};
use crate::model::{ProfileSection, Standard};

declare_rule! {
    /// # What it does
    /// Reports, once, the headings of a profile in the old template that have no text under them.
    ///
    /// # Why it matters
    /// A heading introduces text. If the text is gone, it was lost when the table was copied or saved.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "profile": [{ "heading": "Racking", "paragraphs": [] }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "profile": [{ "heading": "Racking", "paragraphs": ["How bottles are stored."] }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: pages of retired standards have lost the cells of their tables.
    EmptiedTable { name: "emptied-table", group: Structure, severity: Warning, needs_whole: true }
}

impl Rule for EmptiedTable {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let emptied: Vec<&ProfileSection<'_>> =
            standard.profile.iter().filter(|section| section.paragraphs.is_empty()).collect();
        let Some(first) = emptied.first() else { return };
        let names: Vec<String> = emptied.iter().map(|section| in_one_line(&section.heading)).collect();
        let count =
            counted(emptied.len(), "heading has no text under it", "headings have no text under them");
        let message = format!("{count}: {}", listed(&names, 4));
        let mut diagnostic = cx
            .diagnostic("profile", message, first.heading.span(), "no text under this heading")
            .help("copy the text again from its source, or remove each heading that has no text");
        for section in emptied.iter().skip(1).take(2) {
            diagnostic = diagnostic.label(cx.label(section.heading.span(), "no text under this one either"));
        }
        cx.report(diagnostic);
    }
}

fn in_one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}
