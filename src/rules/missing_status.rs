//! [`MissingStatus`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a document without a status. It reports nothing for kinds of page that never show one, or for a typed
    /// draft, which is a draft even if it does not say so.
    ///
    /// # Why it matters
    /// Without it, readers cannot tell a draft from a standard that is approved for delivery, or from one that is
    /// retired.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "status": "In development" }
    /// ```
    ///
    /// # Source
    /// Data: lists of standards show the status.
    MissingStatus { name: "missing-status", group: Structure, severity: Warning, needs_whole: true }
}

impl Rule for MissingStatus {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let may_lack_it = standard.leaves_out("status") || standard.format.is_draft();
        if standard.facts.status.is_missing() && !may_lack_it {
            let message = "the document has no status";
            cx.report(cx.diagnostic("status", message, standard.start, "the status is missing").help(
                "add the status: for example \"In development\", \"Approved for delivery\" or \"Retired\"",
            ));
        }
    }
}
