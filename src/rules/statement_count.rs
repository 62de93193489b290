//! [`StatementCount`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports, once, an unusual number of knowledge statements, skills and behaviours: fewer than 10 or
    /// more than 120. Silent for a typed list of statements alone.
    ///
    /// # Why it matters
    /// Very few say that the occupation is not described in full, very many that it is cut too fine to be
    /// assessed. No official limit was found.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship-unit", "technicalKnowledge": [{ "code": "TK1", "text": "How bottles are stored." }] }
    /// ```
    ///
    /// # Source
    /// Guidance, as others relay it: usually 20 to 40. Approved standards have up to twice and three times
    /// as many, up to 94, and hardly one has fewer than 10: so the bounds are wide.
    StatementCount {
        name: "statement-count", group: Wording, severity: Advice, needs_whole: true,
        options: [
            MIN { name: "min", default: 10, what: "fewer statements are reported" },
            MAX { name: "max", default: 120, what: "more statements are reported" }
        ]
    }
}

impl Rule for StatementCount {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let is_part = standard.is_part() && standard.duties.items().is_empty();
        let is_asked = standard.kind.has_duties() && !is_part;
        let Some(list) = standard.statements.stated().filter(|_| is_asked) else { return };
        let count = list.items.len();
        let (min, max) = (cx.option(&Self::MIN), cx.option(&Self::MAX));
        if count == 0 || (min..=max).contains(&count) {
            return;
        }
        let message = format!("{} in all: an unusual number", counted(count, "statement", "statements"));
        let label = "knowledge, skills and behaviours together";
        let help = if count < min {
            "see whether the occupation is described in full: published standards have 20 and more"
        } else {
            "see whether several statements are one: published standards have 20 to 100"
        };
        cx.report(cx.diagnostic("statements", message, list.heading, label).help(help));
    }
}
