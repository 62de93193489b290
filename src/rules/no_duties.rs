//! [`NoDuties`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard};

declare_rule! {
    /// # What it does
    /// Reports that a standard has no duties, where its kind has some: apprenticeships and occupations.
    /// Silent for a record of the standards API that has no statements either, since it is of a version that is not
    /// written yet or not in use any more.
    ///
    /// # Why it matters
    /// Knowledge, skills and behaviours are derived from the duties: without them nobody can see why a
    /// statement is there.
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
                (standard.start, "nothing in this document is a duty")
            }
            Field::Empty(span) => (*span, "nothing stands under it"),
            Field::Stated(list) if list.items.is_empty() => (list.heading, "nothing stands under it"),
            _ => return,
        };
        let has_duties = standard.kind.has_duties() && !standard.is_technical_draft();
        if has_duties && standard.profile.is_empty() && !standard.is_bare_record() {
            let message = "the document has no duties";
            cx.report(
                cx.diagnostic("duties", message, span, label)
                    .help("add the duties of the occupation, each with the codes of the statements it needs"),
            );
        }
    }
}
