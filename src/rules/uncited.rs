//! [`Uncited`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace, listed};
use crate::model::{Code, Kind};

declare_rule! {
    /// # What it does
    /// Reports the statements that no document in the run cites (`ksb trace`): one finding each for knowledge, skills
    /// and behaviours. A statement is cited where its code or its whole text appears. Assessment plans do not count
    /// here: `not-mapped` checks those.
    ///
    /// # Why it matters
    /// If nobody teaches or evidences a statement, it cannot be shown at the gateway.
    ///
    /// # Example
    /// ```markdown,fails
    /// KSBs of this module: K1, K2, S1, S2, B1
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// KSBs of this module: K1-K3, S1, S2, B1
    /// ```
    ///
    /// # Source
    /// Convention.
    Uncited { name: "uncited", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for Uncited {
    fn trace(&self, trace: &Trace<'_>, cx: &mut LintContext<'_>) {
        let documents = || trace.cited.iter().filter(|one| !one.is_plan);
        if documents().next().is_none() {
            return;
        }
        let cited = Trace::cited_in(documents());
        for kind in Kind::ALL {
            let missing = trace.standard.of_kind(kind).filter(|code| !cited.contains(code));
            let missing: Vec<Code> = missing.collect();
            let Some(first) = missing.first().and_then(|code| trace.standard.citable.statement(*code)) else {
                continue;
            };
            let names: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let all = listed(&names, usize::MAX);
            let (what, is) = if names.len() == 1 { (kind.noun(), "is") } else { (kind.nouns(), "are") };
            let message = if trace.standard.of_kind(kind).count() == names.len() {
                format!("none of the {} is cited in any document: {all}", kind.nouns())
            } else {
                format!("{} {what} {is} not cited in any document: {all}", names.len())
            };
            let found = cx.diagnostic(
                kind.name(),
                message,
                first.code.span,
                "the first statement that no document cites",
            );
            let each = if names.len() == 1 { "it" } else { "each one" };
            cx.report(
                found.help(format!("cite {each} where it is taught or evidenced, or plan where to cover it")),
            );
        }
    }
}
