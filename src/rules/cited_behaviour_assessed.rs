//! [`CitedBehaviourAssessed`].

use super::declare_rule;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule};
use crate::model::Kind;

declare_rule! {
    /// # What it does
    /// Reports a behaviour that an assessment plan cites (`ksb trace`). A document counts as a plan if its title or a
    /// heading says so, or if you use `--exactly-once`. Each behaviour is reported once, where it first appears.
    ///
    /// # Why it matters
    /// Since the assessment reform, employers verify behaviours, which are no longer assessed. Plans written before the
    /// reform do assess them: turn the rule off for those plans.
    ///
    /// # Example
    /// ```markdown,fails
    /// Assessment plan for beekeepers
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1 | Test |
    /// | B1 | Interview |
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Assessment plan for beekeepers
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1 | Test |
    /// ```
    ///
    /// # Source
    /// Guidance: the Skills England reform of apprenticeship assessment.
    CitedBehaviourAssessed { name: "cited-behaviour-assessed", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for CitedBehaviourAssessed {
    fn citing(&self, one: &DocumentCitations<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        let mut told = Vec::new();
        for citation in one.citations.codes.iter().filter(|_| one.is_plan) {
            let is_behaviour = citation.first.prefix.is_of(Kind::Behaviour);
            if !is_behaviour
                || standard.citable.statement(citation.first).is_none()
                || told.contains(&citation.first)
            {
                continue;
            }
            told.push(citation.first);
            let code = citation.first.to_string();
            let message = format!("the assessment plan cites {code}, but behaviours are no longer assessed");
            let found = cx.diagnostic(code, message, citation.span, "this is a behaviour");
            cx.report(found.help("remove it from the plan: the employer verifies behaviours"));
        }
    }
}
