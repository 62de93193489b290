//! [`DateOrder`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Field, Standard, Subject};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports dates that contradict each other: an approval or last update before the creation date, the latest start
    /// before the earliest start, or the latest end before the latest start. Also checks each line of the version log.
    ///
    /// # Why it matters
    /// The dates cannot all be right. With a latest start before the earliest, for example, nobody could ever start.
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
    /// Data: start and end dates are in order in published data. A published version log has contradicted its page.
    DateOrder { name: "date-order", group: Dates, severity: Error }
}

impl Rule for DateOrder {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let dates = &standard.facts.dates;
        let field = |name| Subject::Field(name);
        let pairs = [
            (&dates.created, &dates.approved, field("dates.approved"), ["approval date", "creation date"]),
            (&dates.created, &dates.updated, field("dates.updated"), ["last update", "creation date"]),
            (
                &dates.earliest_start,
                &dates.latest_start,
                field("dates.latestStart"),
                ["latest start date", "earliest start date"],
            ),
            (
                &dates.latest_start,
                &dates.latest_end,
                field("dates.latestEnd"),
                ["latest end date", "latest start date"],
            ),
        ];
        let log = standard.version_log.iter().enumerate().map(|(index, entry)| {
            let subject = Subject::Part("versionLog", index, "latestStart");
            (
                &entry.earliest_start,
                &entry.latest_start,
                subject,
                ["latest start date", "earliest start date"],
            )
        });
        for (first, second, subject, names) in pairs.into_iter().chain(log) {
            look_at([first, second], &subject, names, cx);
        }
    }
}

/// Reports the second date if it is before the first.
fn look_at(
    fields: [&Field<Text<'_>>; 2],
    subject: &Subject,
    [later, earlier]: [&str; 2],
    cx: &mut LintContext<'_>,
) {
    let [Some(first), Some(second)] = fields.map(Field::stated) else { return };
    let (Some(from), Some(to)) = (Date::of(first), Date::of(second)) else { return };
    if to < from {
        let message = format!("the {later} is before the {earlier}");
        cx.report(
            cx.diagnostic(subject.to_string(), message, second.span(), format!("the {later}"))
                .label(cx.label(first.span(), format!("the {earlier}")))
                .help("correct one of the 2 dates"),
        );
    }
}
