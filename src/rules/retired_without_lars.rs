//! [`RetiredWithoutLars`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, StandardKind, Status, is_no_lars_code};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a retired version, 1.0 or later, without a LARS code: the code is 0 or, for an apprenticeship unit,
    /// empty.
    ///
    /// # Why it matters
    /// It was in use, so it had a code. Apprentices who are still on it need the code.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Retired", "larsCode": 0 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Retired", "larsCode": 9902 }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1006).
    RetiredWithoutLars {
        name: "retired-without-lars", group: Identity, severity: Error, aliases: ["S1006"], needs_whole: true
    }
}

impl Rule for RetiredWithoutLars {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let facts = &standard.facts;
        let Some(status) = facts.status.stated().filter(|text| Status::of(text) == Some(Status::Retired))
        else {
            return;
        };
        let is_early = facts.version.stated().is_some_and(|version| version.trim().starts_with("0."));
        let Some(place) = place_without_code(standard, status.span()).filter(|_| !is_early) else { return };
        let message = "the version is retired but has no LARS code";
        cx.report(
            cx.diagnostic("larsCode", message, place, "there is no code here")
                .label(cx.label(status.span(), "this version was in use, so it had a code"))
                .help("write the LARS code that the version had"),
        );
    }
}

/// Where the missing code is reported: at its 0, or at the status for a unit that has none.
fn place_without_code(standard: &Standard<'_>, status: Span) -> Option<Span> {
    let field = &standard.facts.lars_code;
    if let Some(code) = field.stated() {
        // For a unit, 0 is not a blank: `lars-format` reports it.
        let is_blank = is_no_lars_code(code) && standard.kind != StandardKind::ApprenticeshipUnit;
        return is_blank.then(|| code.span());
    }
    let is_unit = standard.kind == StandardKind::ApprenticeshipUnit && standard.feed.is_some();
    (is_unit && field.is_missing() && !standard.leaves_out("larsCode")).then_some(status)
}
