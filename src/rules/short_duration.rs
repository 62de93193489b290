//! [`ShortDuration`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Standard, StandardKind};

declare_rule! {
    /// # What it does
    /// Reports an apprenticeship whose typical duration is below the minimum: 8 months for starts from 1 August 2025,
    /// 12 months for earlier starts. If both are possible, 8 months is enough. Foundation apprenticeships and
    /// apprenticeship units have other rules.
    ///
    /// # Why it matters
    /// A shorter programme is not an apprenticeship and is not funded.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "typicalDurationMonths": 6 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "typicalDurationMonths": 8 }
    /// ```
    ///
    /// # Source
    /// Guidance: the funding rules. The minimum of 8 months is the one reported for the change in August
    /// 2025.
    ShortDuration { name: "short-duration", group: Identity, severity: Warning }
}

/// The date from which 8 months is enough.
const SINCE: &str = "2025-08-01";

impl Rule for ShortDuration {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(duration) = standard.facts.typical_duration.stated() else { return };
        // A feed that does not know it says 0.
        let is_known = duration.value > 0 || standard.feed.is_none();
        let (least, whom) = least(standard, cx.today());
        if standard.kind == StandardKind::Apprenticeship && is_known && duration.value < least {
            let months =
                if duration.value == 1 { "1 month".to_owned() } else { format!("{} months", duration.value) };
            let message = format!("a typical duration of {months} is too short for an apprenticeship");
            cx.report(
                cx.diagnostic(
                    "typicalDurationMonths",
                    message,
                    duration.span,
                    format!("the minimum is {least} months {whom}"),
                )
                .help(format!("write a typical duration of at least {least} months")),
            );
        }
    }
}

/// The minimum number of months for the last people who may start on it: those who start today, unless starts have an
/// end date.
fn least(standard: &Standard<'_>, today: Option<Date>) -> (i64, &'static str) {
    let end = standard.facts.dates.latest_start.stated();
    let last = end.and_then(|text| Date::of(text)).or(today);
    let change = Date::of(SINCE).expect("a date");
    if last.is_some_and(|last| last < change) {
        (12, "for starts before August 2025")
    } else {
        (8, "for starts from August 2025")
    }
}
