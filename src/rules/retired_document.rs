//! [`RetiredDocument`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Format, Standard, folded};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Says that a document is retired, withdrawn, or not the latest approved version. Silent for records of the
    /// standards API, which gives every version there was.
    ///
    /// # Why it matters
    /// Nobody can start on it any more. Who checks or edits it usually meant the latest version.
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
    /// Data: the status of a version, and the banners of its page.
    RetiredDocument { name: "retired-document", group: Structure, severity: Advice }
}

/// What a banner says of a version that is no longer in use.
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
        let message = "this is a version that is not in use any more";
        let mut diagnostic = cx
            .diagnostic("status", message, first.span(), "it says so here")
            .help("check the latest version instead, if that is what you are working on");
        for place in more {
            diagnostic = diagnostic.label(cx.label(place.span(), "and here"));
        }
        cx.report(diagnostic);
    }
}
