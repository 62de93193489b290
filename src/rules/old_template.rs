//! [`OldTemplate`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Says that a document is written in the old template, which has prose under headings instead of
    /// duties and coded statements. Says so too of a record of the standards API that is not in use any more and has
    /// neither.
    ///
    /// # Why it matters
    /// Codes and mapping cannot be checked in it, and it cannot be compared statement by statement with a
    /// version in the new template.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "profile": [{ "heading": "Role", "paragraphs": ["A cellar hand racks bottles."] }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: retired standards are still published in this template.
    OldTemplate { name: "old-template", group: Structure, severity: Advice }
}

impl Rule for OldTemplate {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.is_bare_record() && !standard.is_draft() {
            let message = "the record is of a version that had neither duties nor coded statements";
            let label = "a version of the old template";
            let help = "nothing is to be done; check the latest version of the standard instead";
            cx.report(cx.diagnostic("profile", message, standard.start, label).help(help));
        }
        let Some(section) = standard.profile.first() else { return };
        if standard.duties.items().is_empty() && standard.statements.items().is_empty() {
            let message = "the document is in the old template: it has no duties and no coded statements";
            let label = "prose under headings starts here";
            cx.report(cx.diagnostic("profile", message, section.heading.span(), label).help(
                "codes and mapping cannot be checked here; check the latest version of the standard instead",
            ));
        }
    }
}
