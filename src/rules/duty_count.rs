//! [`DutyCount`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports an unusual number of duties: fewer than 4 or more than 20. It is reported once, and not for a typed
    /// table that has only duties.
    ///
    /// # Why it matters
    /// A duty is a whole activity in the job. If there are few, they may be headings for many activities. If there are
    /// many, they may be steps in a few activities.
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
    /// Guidance, as reported by others: around 10 to 20. All the standards that we looked at have 10.
    DutyCount {
        name: "duty-count", group: Wording, severity: Advice, needs_whole: true,
        options: [
            MIN { name: "min", default: 4, what: "documents with fewer duties than this are reported" },
            MAX { name: "max", default: 20, what: "documents with more duties than this are reported" }
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
        let message = format!("the document has {}, which is unusual", counted(count, "duty", "duties"));
        let help = if count < min {
            "check whether a duty covers several activities: published standards have around 10 duties"
        } else {
            "check whether several duties are parts of one activity: published standards have around 10 duties"
        };
        cx.report(cx.diagnostic("duties", message, standard.duties_place(), "the list of duties").help(help));
    }
}
