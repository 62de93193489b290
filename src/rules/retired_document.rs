//! [`RetiredDocument`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Format, Standard, folded};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Says that a document is retired, withdrawn, or not the latest approved version. It reports nothing for standards
    /// API records, because the API gives every version.
    ///
    /// # Why it matters
    /// Apprentices can no longer start on it. Anyone who checks or edits it probably wanted the latest version.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand", "status": "Retired" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Source
    /// Data: the status of a version, and the banners on its page.
    RetiredDocument { name: "retired-document", group: Structure, severity: Advice }
}

/// What a banner says about a version that is no longer in use.
const BANNERS: &[&str] = &["has been retired", "has been withdrawn", "not the latest approved version"];

impl Rule for RetiredDocument {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let tells = |banner: &&Text<'_>| {
            let banner = folded(banner);
            BANNERS.iter().any(|words| banner.contains(words))
        };
        let over = |status: &&Text<'_>| matches!(folded(status).as_str(), "retired" | "withdrawn");
        let status = standard.facts.status.stated().filter(over);
        let places: Vec<&Text<'_>> = standard.banners.iter().filter(tells).chain(status).collect();
        let Some((first, more)) = places.split_first().filter(|_| cx.format() != Format::StandardsApi) else {
            return;
        };
        let message = "this version is no longer in use";
        let mut diagnostic = cx
            .diagnostic("status", message, first.span(), "this shows that the version is no longer in use")
            .help("if you are working on the latest version, check that one instead");
        for place in more {
            diagnostic = diagnostic.label(cx.label(place.span(), "and here"));
        }
        cx.report(diagnostic);
    }
}
