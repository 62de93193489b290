//! [`MissingVersion`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a standard without a version. A draft does not need one yet, and pages do not show it.
    ///
    /// # Why it matters
    /// Without a version, nobody can tell which text of the standard this is, or which of two texts is newer.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "status": "Approved for delivery", "version": "1.0" }
    /// ```
    ///
    /// # Source
    /// Data: the import rejects a standard without a version (E1001).
    MissingVersion { name: "missing-version", group: Identity, severity: Warning, needs_whole: true }
}

impl Rule for MissingVersion {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.facts.version.is_missing() && !standard.leaves_out("version") && !standard.is_draft() {
            let message = "the document has no version";
            cx.report(
                cx.diagnostic("version", message, standard.start, "the version is missing")
                    .help("add the version, for example 1.0"),
            );
        }
    }
}
