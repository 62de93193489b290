//! [`MissingJobTitles`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports an apprenticeship or an occupation that lists no typical job titles. A draft may be without.
    ///
    /// # Why it matters
    /// People look for the titles that their employers use.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "status": "Approved for delivery", "typicalJobTitles": ["Cellar hand", "Cellar assistant"] }
    /// ```
    ///
    /// # Source
    /// Data: the list must be there when the data is imported (E1001).
    MissingJobTitles { name: "missing-job-titles", group: Identity, severity: Advice, needs_whole: true }
}

impl Rule for MissingJobTitles {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let missing = standard.typical_job_titles.is_missing() && standard.kind.has_duties();
        if missing && !standard.is_draft() && !standard.leaves_out("typicalJobTitles") {
            let message = "the document lists no typical job titles";
            cx.report(
                cx.diagnostic("typicalJobTitles", message, standard.start, "the list is missing")
                    .help("add the titles that employers use"),
            );
        }
    }
}
