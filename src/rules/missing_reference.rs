//! [`MissingReference`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a document without a reference: ST and 4 digits for an apprenticeship, OCC and 4 digits for an
    /// occupation. A draft does not need one yet.
    ///
    /// # Why it matters
    /// Everything that refers to a standard uses its reference, because titles change.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "status": "Approved for delivery", "reference": "ST9904" }
    /// ```
    ///
    /// # Source
    /// Data: the import rejects a standard without a reference (E1001).
    MissingReference { name: "missing-reference", group: Identity, severity: Warning, needs_whole: true }
}

impl Rule for MissingReference {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let facts = &standard.facts;
        let neither = facts.reference.stated().is_none() && facts.occupation.stated().is_none();
        let missing = facts.reference.is_missing() || facts.occupation.is_missing();
        if neither && missing && !standard.is_draft() && !standard.leaves_out("referenceNumber") {
            let (letters, message) = (standard.kind.reference_letters(), "the document has no reference");
            cx.report(
                cx.diagnostic("reference", message, standard.start, "the reference is missing")
                    .help(format!("add the reference: {letters} followed by 4 digits")),
            );
        }
    }
}
