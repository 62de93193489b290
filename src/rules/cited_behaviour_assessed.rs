//! [`CitedBehaviourAssessed`].

use super::declare_rule;
use crate::lint::{Cited, CitedStandard, LintContext, Rule};
use crate::model::Kind;

declare_rule! {
    /// # What it does
    /// Reports a behaviour that an assessment plan cites (`ksb trace`): a document whose title or heading says that it
    /// is one, or any with `--exactly-once`. Each behaviour is one finding, at its first place.
    ///
    /// # Why it matters
    /// Since the reform of assessment, behaviours are verified by the employer and no longer assessed. A plan written
    /// before that assesses them: switch the rule off for such plans.
    ///
    /// # Example
    /// ```markdown,fails
    /// Assessment plan of the beekeeper
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1 | Test |
    /// | B1 | Interview |
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Assessment plan of the beekeeper
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1 | Test |
    /// ```
    ///
    /// # Source
    /// Guidance: Skills England, the reform of apprenticeship assessment.
    CitedBehaviourAssessed { name: "cited-behaviour-assessed", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for CitedBehaviourAssessed {
    fn citing(&self, one: &Cited<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        let mut told = Vec::new();
        for citation in one.citations.codes.iter().filter(|_| one.is_plan) {
            let is_behaviour =
                citation.first.prefix.kind().is_some_and(|kind| kind.plain() == Kind::Behaviour);
            if !is_behaviour
                || standard.citable.statement(citation.first).is_none()
                || told.contains(&citation.first)
            {
                continue;
            }
            told.push(citation.first);
            let code = citation.first.to_string();
            let message = format!("{code} is a behaviour, and behaviours are not assessed");
            let found = cx.diagnostic(code, message, citation.span, "this stands in an assessment plan");
            cx.report(found.help("leave behaviours to the employer's verification"));
        }
    }
}
