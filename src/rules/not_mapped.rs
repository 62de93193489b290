//! [`NotMapped`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace, listed};
use crate::model::{Code, Kind};

declare_rule! {
    /// # What it does
    /// Reports the knowledge statements and skills that no assessment plan in the run cites (`ksb trace`), one finding
    /// for each kind. A document counts as a plan if its title or a heading says so, or if you use `--exactly-once`.
    ///
    /// # Why it matters
    /// In a plan, each knowledge statement and skill is assessed by one method, or in one outcome. If it is not in the
    /// plan, it is not assessed.
    ///
    /// # Example
    /// ```markdown,fails
    /// Assessment plan for beekeepers
    ///
    /// Practical: K1, K2, S1
    ///
    /// Interview: K3
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Assessment plan for beekeepers
    ///
    /// Practical: K1, K2, S1
    ///
    /// Interview: K3, S2
    /// ```
    ///
    /// # Source
    /// Guidance: each knowledge statement and skill is mapped to one method or outcome.
    NotMapped { name: "not-mapped", group: Citations, severity: Error, scope: Trace }
}

impl Rule for NotMapped {
    fn trace(&self, trace: &Trace<'_>, cx: &mut LintContext<'_>) {
        let plans = || trace.cited.iter().filter(|one| one.is_plan);
        if plans().next().is_none() {
            return;
        }
        let cited = Trace::cited_in(plans());
        for kind in Kind::ALL {
            let all = trace.standard.of_kind(kind).filter(|code| trace.standard.is_assessed(*code));
            let missing: Vec<Code> = all.filter(|code| !cited.contains(code)).collect();
            let Some(first) = missing.first().and_then(|code| trace.standard.citable.statement(*code)) else {
                continue;
            };
            let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let message = match names.as_slice() {
                [only] => format!("1 {} is missing from the assessment plan: {only}", kind.noun()),
                _ => format!(
                    "{} {} are missing from the assessment plan: {}",
                    names.len(),
                    kind.nouns(),
                    listed(&names, usize::MAX)
                ),
            };
            let found =
                cx.diagnostic(kind.name(), message, first.code.span, "the plan does not include this one");
            let each = if names.len() == 1 { "it" } else { "each one" };
            cx.report(found.help(format!("add {each} to a method or outcome of the plan")));
        }
    }
}
