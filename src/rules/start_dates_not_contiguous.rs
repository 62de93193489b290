//! [`StartDatesNotContiguous`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule, VersionExtract};

declare_rule! {
    /// # What it does
    /// Reports a version whose earliest start is not the day after the latest start of the version before. Both
    /// dates must be stated. Silent where a version is missing between the two, and where the dates of one
    /// version contradict each other: there `version-gap` and `date-order` speak.
    ///
    /// # Why it matters
    /// On some days nobody could start, or somebody could start on either version.
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
        let what = if first.value < expected { "overlap" } else { "leave days out" };
        let message = format!("the starts of this version and of the one before {what}");
        cx.report(
            cx.diagnostic("dates.earliestStart", message, first.span, format!("expected {expected}"))
                .label(Label::new(before.extract.source, last.span, "the latest start of the version before"))
                .help("let one version start on the day after the latest start of the other"),
        );
    }
}

fn contradicts_itself(version: &VersionExtract) -> bool {
    let both = version.earliest_start.zip(version.latest_start);
    both.is_some_and(|(earliest, latest)| latest.value < earliest.value)
}
