//! [`NoDuties`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard};

declare_rule! {
    /// # What it does
    /// Reports an apprenticeship or occupation without duties. It reports nothing for a standards API record that has
    /// no statements either, because its version is not yet written or no longer in use.
    ///
    /// # Why it matters
    /// Knowledge, skills and behaviours are derived from the duties. Without duties, nobody can see why a statement is
    /// there.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "title": "Cellar hand"
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "title": "Cellar hand",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: an occupational profile sets out duties.
    NoDuties { name: "no-duties", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for NoDuties {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let (span, label) = match &standard.duties {
            Field::Missing if !standard.leaves_out("duties") => {
                (standard.start, "no duties were found in this document")
            }
            Field::Empty(span) => (*span, "there are no duties here"),
            Field::Stated(list) if list.items.is_empty() => (list.heading, "there are no duties here"),
            _ => return,
        };
        let has_duties = standard.kind.has_duties() && !standard.is_technical_draft();
        if has_duties && standard.profile.is_empty() && !standard.is_bare_record() {
            let message = "the document has no duties";
            cx.report(cx.diagnostic("duties", message, span, label).help(
                "add the duties of the occupation, each with the codes of the statements that it needs",
            ));
        }
    }
}
