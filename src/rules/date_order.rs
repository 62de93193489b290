//! [`DateOrder`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Field, Standard, Subject};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports dates that contradict each other: approved or last updated before it was created, the latest
    /// start before the earliest, the latest end before the latest start. Also in a line of the version
    /// log.
    ///
    /// # Why it matters
    /// Nobody can start in the time that is left, so one of the dates is wrong.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "dates": { "earliestStart": "2025-09-01", "latestStart": "2024-08-31" } }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "dates": { "earliestStart": "2024-09-01", "latestStart": "2025-08-31" } }
    /// ```
    ///
    /// # Source
    /// Data: starts and ends follow each other in published data; a published version log was seen to
    /// contradict its page.
    DateOrder { name: "date-order", group: Dates, severity: Error }
}

impl Rule for DateOrder {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let dates = &standard.facts.dates;
        let field = |name| Subject::Field(name);
        let pairs = [
            (&dates.created, &dates.approved, field("dates.approved"), ["approval", "creation"]),
            (&dates.created, &dates.updated, field("dates.updated"), ["last update", "creation"]),
            (
                &dates.earliest_start,
                &dates.latest_start,
                field("dates.latestStart"),
                ["latest start", "earliest start"],
            ),
            (
                &dates.latest_start,
                &dates.latest_end,
                field("dates.latestEnd"),
                ["latest end", "latest start"],
            ),
        ];
        let log = standard.version_log.iter().enumerate().map(|(index, entry)| {
            let subject = Subject::Part("versionLog", index, "latestStart");
            (&entry.earliest_start, &entry.latest_start, subject, ["latest start", "earliest start"])
        });
        for (first, second, subject, names) in pairs.into_iter().chain(log) {
            look_at([first, second], &subject, names, cx);
        }
    }
}

/// Reports the second date if it lies before the first.
fn look_at(
    fields: [&Field<Text<'_>>; 2],
    subject: &Subject,
    [later, earlier]: [&str; 2],
    cx: &mut LintContext<'_>,
) {
    let [Some(first), Some(second)] = fields.map(Field::stated) else { return };
    let (Some(from), Some(to)) = (Date::of(first), Date::of(second)) else { return };
    if to < from {
        let message = format!("the {later} lies before the {earlier}");
        cx.report(
            cx.diagnostic(subject.to_string(), message, second.span(), format!("the {later}"))
                .label(cx.label(first.span(), format!("the {earlier}")))
                .help("correct one of the two dates"),
        );
    }
}
