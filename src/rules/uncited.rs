//! [`Uncited`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace, listed};
use crate::model::{Code, Kind};

declare_rule! {
    /// # What it does
    /// Reports the statements of a standard that no document of the run cites (`ksb trace`): one finding for the
    /// knowledge, one for the skills and one for the behaviours. A statement counts as cited where its code or its
    /// whole text stands. Assessment plans do not count here; `not-mapped` looks at those.
    ///
    /// # Why it matters
    /// What nobody teaches or evidences cannot be shown at the gateway.
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
            let (what, is) = match names.as_slice() {
                [_] => (kind.noun(), "is"),
                _ => (kind.nouns(), "are"),
            };
            let message = if trace.standard.of_kind(kind).count() == names.len() {
                format!("none of the {} is cited: {all}", kind.nouns())
            } else {
                format!("{} {what} {is} cited nowhere: {all}", names.len())
            };
            let found = cx.diagnostic(kind.name(), message, first.code.span, "no document cites this");
            cx.report(found.help("cite them where they are taught or evidenced, or plan for them"));
        }
    }
}
