//! [`MissingLevel`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a document without a level. It reports nothing for kinds of page that never show one.
    ///
    /// # Why it matters
    /// An occupation has one level. The level decides what is taught, how long it takes and what is paid for it.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "level": 3 }
    /// ```
    ///
    /// # Source
    /// Guidance: an occupation has one level.
    MissingLevel { name: "missing-level", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for MissingLevel {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.facts.level.is_missing() && !standard.leaves_out("level") {
            let message = "the document has no level";
            cx.report(
                cx.diagnostic("level", message, standard.start, "the level is missing")
                    .help("add the level of the occupation: from 2 to 8, or from 2 to 7 if the apprenticeship is funded"),
            );
        }
    }
}
