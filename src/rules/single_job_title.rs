//! [`SingleJobTitle`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded};

declare_rule! {
    /// # What it does
    /// Reports a list of typical job titles that has only the title of the occupation, or only one entry where the
    /// document has no title.
    ///
    /// # Why it matters
    /// The list gives the other titles that employers use. With one entry it says nothing new.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand", "typicalJobTitles": ["Cellar hand"] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "typicalJobTitles": ["Cellar hand", "Cellar assistant"] }
    /// ```
    ///
    /// # Source
    /// Convention: most published standards list several.
    SingleJobTitle { name: "single-job-title", group: Identity, severity: Advice, needs_whole: true }
}

impl Rule for SingleJobTitle {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let [only] = standard.typical_job_titles.items() else { return };
        let title = standard.facts.title.stated();
        if title.is_none_or(|title| folded(title) == folded(&only.name)) {
            let message = "the only typical job title is the title of the occupation";
            let message = if title.is_some() { message } else { "there is only one typical job title" };
            cx.report(
                cx.diagnostic("typicalJobTitles[0]", message, only.name.span(), "the only job title")
                    .help("add the other job titles that employers use"),
            );
        }
    }
}
