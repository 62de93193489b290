//! [`StartDatesNotContiguous`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule, VersionExtract};

declare_rule! {
    /// # What it does
    /// Reports a version whose earliest start date is not the day after the latest start date of the previous version.
    /// Both dates must be present. If a version in between is missing, `version-gap` reports that. If the dates of one
    /// version contradict each other, `date-order` reports that.
    ///
    /// # Why it matters
    /// On some days nobody could start, or people could start on either version.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "dates": { "latestStart": "2024-07-31" } }
    /// ```
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.1", "dates": { "earliestStart": "2024-09-01" } }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "dates": { "latestStart": "2024-08-31" } }
    /// ```
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.1", "dates": { "earliestStart": "2024-09-01" } }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1004).
    StartDatesNotContiguous {
        name: "start-dates-not-contiguous", group: Versions, severity: Error, aliases: ["S1004"], scope: Catalogue
    }
}

impl Rule for StartDatesNotContiguous {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let Some(before) = all.before(one).filter(|before| version.follows(before.version)) else { return };
        let (Some(first), Some(last)) = (version.earliest_start, before.version.latest_start) else { return };
        let expected = last.value.next();
        if first.value == expected || [version, before.version].into_iter().any(contradicts_itself) {
            return;
        }
        let what = if first.value < expected { "overlap with those of" } else { "leave a gap after" };
        let message = format!("the start dates of this version {what} the previous version");
        cx.report(
            cx.diagnostic("dates.earliestStart", message, first.span, format!("expected {expected}"))
                .label(Label::new(before.extract.source, last.span, "the latest start date of the previous version"))
                .help(format!("make the earliest start date {expected}, or change the latest start date of the previous version")),
        );
    }
}

fn contradicts_itself(version: &VersionExtract) -> bool {
    let both = version.earliest_start.zip(version.latest_start);
    both.is_some_and(|(earliest, latest)| latest.value < earliest.value)
}
