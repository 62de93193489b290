//! [`DutyCount`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports, once, an unusual number of duties: fewer than 4 or more than 20. Silent for a typed table of duties alone.
    ///
    /// # Why it matters
    /// A duty is a whole activity of the job. Few duties are headings for many activities, many are steps
    /// of few.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Look after the cellar." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Look after cellar 1." },
    ///     { "code": "D2", "text": "Look after cellar 2." },
    ///     { "code": "D3", "text": "Look after cellar 3." },
    ///     { "code": "D4", "text": "Look after cellar 4." },
    ///     { "code": "D5", "text": "Look after cellar 5." },
    ///     { "code": "D6", "text": "Look after cellar 6." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance, as others relay it: around 10 to 20. All standards that were looked at have 10.
    DutyCount {
        name: "duty-count", group: Wording, severity: Advice, needs_whole: true,
        options: [
            MIN { name: "min", default: 4, what: "fewer duties are reported" },
            MAX { name: "max", default: 20, what: "more duties are reported" }
        ]
    }
}

impl Rule for DutyCount {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let count = standard.duties.items().len();
        let (min, max) = (cx.option(&Self::MIN), cx.option(&Self::MAX));
        let is_part = standard.is_part() && standard.statements.items().is_empty();
        if count == 0 || is_part || (min..=max).contains(&count) {
            return;
        }
        let message = format!("{}: an unusual number", counted(count, "duty", "duties"));
        let help = if count < min {
            "see whether a duty is several activities: published standards have around 10"
        } else {
            "see whether several duties are one activity: published standards have around 10"
        };
        cx.report(cx.diagnostic("duties", message, standard.duties_place(), "all duties").help(help));
    }
}
