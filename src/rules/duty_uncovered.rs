//! [`DutyUncovered`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace};
use crate::model::Duty;

declare_rule! {
    /// # What it does
    /// Reports a duty of which the documents of the run (`ksb trace`) cite no knowledge and no skill, although some
    /// are mapped to it. Behaviours do not count.
    ///
    /// # Why it matters
    /// Nothing is taught or evidenced for that duty at all.
    ///
    /// # Example
    /// ```markdown,fails
    /// KSBs of this module: K1, K2, S1, B1
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// KSBs of this module: K1, K2, S1, S2, B1
    /// ```
    ///
    /// # Source
    /// Convention.
    DutyUncovered { name: "duty-uncovered", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for DutyUncovered {
    fn trace(&self, trace: &Trace<'_>, cx: &mut LintContext<'_>) {
        let standard = trace.standard.citable.standard;
        let cited = Trace::cited_in(&trace.cited);
        if cited.is_empty() {
            return;
        }
        for (index, duty) in standard.duties.items().iter().enumerate() {
            let listed = || {
                duty.codes().iter().map(|code| code.value).filter(|code| trace.standard.is_assessed(*code))
            };
            if listed().next().is_some() && !listed().any(|code| cited.contains(&code)) {
                report(&standard.duty_subject(index), duty, cx);
            }
        }
    }
}

fn report(subject: &str, duty: &Duty<'_>, cx: &mut LintContext<'_>) {
    let message = format!("nothing that is mapped to {subject} is cited");
    let place = duty.code.map_or(duty.span, |code| code.span);
    let found = cx.diagnostic(subject, message, place, "no document cites its knowledge or skills");
    cx.report(found.help("cite them where they are taught or evidenced, or plan for them"));
}
