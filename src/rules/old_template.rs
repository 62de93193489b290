//! [`OldTemplate`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Says that a document uses the old template, which has prose under headings instead of duties and coded
    /// statements. Also says this about a standards API record that is no longer in use and has neither.
    ///
    /// # Why it matters
    /// It has no codes or mapping to check, and it cannot be compared statement by statement with a version in the new
    /// template.
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
            let message = "this version has neither duties nor coded statements";
            let label = "this version used the old template";
            let help = "check the latest version of the standard instead";
            cx.report(cx.diagnostic("profile", message, standard.start, label).help(help));
        }
        let Some(section) = standard.profile.first() else { return };
        if standard.duties.items().is_empty() && standard.statements.items().is_empty() {
            let message = "the document uses the old template, without duties or coded statements";
            let label = "prose under headings starts here";
            cx.report(cx.diagnostic("profile", message, section.heading.span(), label).help(
                "check the latest version of the standard instead: codes and mapping cannot be checked here",
            ));
        }
    }
}
