//! [`DateInvalid`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Format, Standard};

declare_rule! {
    /// # What it does
    /// Reports a date that is none: a day that its month does not have, or a text that is no date. Also a record of
    /// the standards API whose date of creation is empty; its other dates may be.
    ///
    /// # Why it matters
    /// Programs that read the data refuse it, or take another day.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "dates": { "approved": "2025-02-30" } }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "dates": { "approved": "2025-02-28" } }
    /// ```
    ///
    /// # Source
    /// Data: dates are checked when the data is imported (S1010 to S1012).
    DateInvalid { name: "date-invalid", group: Dates, severity: Error, aliases: ["S1010", "S1011", "S1012"], needs_whole: true }
}

impl Rule for DateInvalid {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if cx.format() == Format::StandardsApi
            && standard.facts.dates.created.is_missing()
            && !standard.leaves_out("createdDate")
        {
            let message = "the record states no date of creation";
            cx.report(
                cx.diagnostic("dates.created", message, standard.start, "createdDate is empty")
                    .help("give the day on which it was first written, like 2024-09-01"),
            );
        }
        for (subject, field) in standard.dates() {
            let Some(text) = field.stated().filter(|text| Date::of(text).is_none()) else { continue };
            let message = format!("\"{}\" is no date", text.as_str());
            let form = if cx.format().is_json() { "2024-09-01" } else { "01/09/2024" };
            cx.report(
                cx.diagnostic(subject.to_string(), message, text.span(), "there is no such day")
                    .help(format!("write the date like {form}")),
            );
        }
    }
}
