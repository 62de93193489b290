//! [`DateInvalid`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Date, Format, Standard};

declare_rule! {
    /// # What it does
    /// Reports a date that is not a real date: a day that the month does not have, or text that is not a date. In JSON,
    /// also reports a date that is not written as year, month and day (2024-09-01). Pages may give the month in words.
    /// Also reports a standards API record with no creation date. Its other dates may be empty.
    ///
    /// # Why it matters
    /// Programs that read the data reject the date, or read it as a different day.
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
    /// Data: the import checks dates (S1010 to S1012).
    DateInvalid { name: "date-invalid", group: Dates, severity: Error, aliases: ["S1010", "S1011", "S1012"], needs_whole: true }
}

impl Rule for DateInvalid {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if cx.format() == Format::StandardsApi
            && standard.facts.dates.created.is_missing()
            && !standard.leaves_out("createdDate")
        {
            let message = "the creation date is missing";
            cx.report(
                cx.diagnostic("dates.created", message, standard.start, "`createdDate` is empty")
                    .help("give the date when the standard was first written, in the form 2024-09-01"),
            );
        }
        let is_json = cx.format().is_json();
        for (subject, field) in standard.dates() {
            let Some(text) = field.stated() else { continue };
            let date = Date::of(text);
            let message = match date {
                None => format!("\"{}\" is not a real date", text.as_str()),
                Some(date) if is_json && date.to_string() != text.as_str() => {
                    format!("\"{}\" is not in the form used for dates in this format", text.as_str())
                }
                Some(_) => continue,
            };
            let label = if date.is_some() { "expected year, month and day" } else { "there is no such date" };
            let form = if is_json { "2024-09-01" } else { "01/09/2024" };
            let diagnostic = cx.diagnostic(subject.to_string(), message, text.span(), label);
            let diagnostic = diagnostic.help(format!("write a date that exists, in the form {form}"));
            cx.report(match date {
                Some(date) => diagnostic.fix(true, text.span(), date.to_string()),
                None => diagnostic,
            });
        }
    }
}
