//! [`MissingVersion`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a standard that states no version. A draft may be without, and pages do not show it.
    ///
    /// # Why it matters
    /// Without its version nobody can tell which text of the standard this is, and two of them cannot be
    /// put in order.
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
    /// Data: a standard without a version is refused when the data is imported (E1001).
    MissingVersion { name: "missing-version", group: Identity, severity: Warning, needs_whole: true }
}

impl Rule for MissingVersion {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.facts.version.is_missing() && !standard.leaves_out("version") && !standard.is_draft() {
            let message = "the document states no version";
            cx.report(
                cx.diagnostic("version", message, standard.start, "the version is missing")
                    .help("add the version, such as 1.0"),
            );
        }
    }
}
