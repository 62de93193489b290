//! [`MissingJobTitles`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports an apprenticeship or occupation without any typical job titles. A draft does not need them yet.
    ///
    /// # Why it matters
    /// People search for the job titles that their employers use.
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
    /// Data: the import requires the list (E1001).
    MissingJobTitles { name: "missing-job-titles", group: Identity, severity: Advice, needs_whole: true }
}

impl Rule for MissingJobTitles {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let missing = standard.typical_job_titles.is_missing() && standard.kind.has_duties();
        if missing && !standard.is_draft() && !standard.leaves_out("typicalJobTitles") {
            let message = "the document has no typical job titles";
            cx.report(
                cx.diagnostic(
                    "typicalJobTitles",
                    message,
                    standard.start,
                    "the list of typical job titles is missing",
                )
                .help("add the job titles that employers use"),
            );
        }
    }
}
