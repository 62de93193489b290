//! [`DateInvalid`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Format, Standard};

declare_rule! {
    /// # What it does
    /// Reports a date that is none: a day that its month does not have, or a text that is no date; in JSON, also a date
    /// that is not written as year, month and day (2024-09-01). Pages may write the month in words. Also a record of
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
        let is_json = cx.format().is_json();
        for (subject, field) in standard.dates() {
            let Some(text) = field.stated() else { continue };
            let date = Date::of(text);
            let message = match date {
                None => format!("\"{}\" is not a date", text.as_str()),
                Some(date) if is_json && date.to_string() != text.as_str() => {
                    format!("\"{}\" is not written as dates are in this format", text.as_str())
                }
                Some(_) => continue,
            };
            let label =
                if date.is_some() { "year, month and day are expected" } else { "there is no such day" };
            let form = if is_json { "2024-09-01" } else { "01/09/2024" };
            let diagnostic = cx.diagnostic(subject.to_string(), message, text.span(), label);
            let diagnostic = diagnostic.help(format!("write the date like {form}"));
            cx.report(match date {
                Some(date) => diagnostic.fix(true, text.span(), date.to_string()),
                None => diagnostic,
            });
        }
    }
}
