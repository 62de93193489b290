//! [`StatementCount`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports an unusual number of knowledge statements, skills and behaviours: fewer than 10 or more than 120. It is
    /// reported once, and not for a typed list that has only statements.
    ///
    /// # Why it matters
    /// A very small number suggests that the occupation is not fully described. A very large number suggests that it is
    /// divided too finely to assess. No official limit was found.
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
    /// Guidance, as reported by others: usually 20 to 40. Approved standards have 2 or 3 times as many, up to 94, and
    /// hardly any have fewer than 10, so the limits are wide.
    StatementCount {
        name: "statement-count", group: Wording, severity: Advice, needs_whole: true,
        options: [
            MIN { name: "min", default: 10, what: "documents with fewer statements than this are reported" },
            MAX { name: "max", default: 120, what: "documents with more statements than this are reported" }
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
        let message =
            format!("the document has {}, which is unusual", counted(count, "statement", "statements"));
        let label = "the knowledge, skills and behaviours";
        let help = if count < min {
            "check whether the occupation is fully described: published standards have at least 20 statements"
        } else {
            "check whether some statements could be combined: published standards have 20 to 100 statements"
        };
        cx.report(cx.diagnostic("statements", message, list.heading, label).help(help));
    }
}
