//! [`DutyUncovered`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace};
use crate::model::Duty;

declare_rule! {
    /// # What it does
    /// Reports a duty that has knowledge or skills mapped to it, none of which the documents cite (`ksb trace`).
    /// Behaviours do not count.
    ///
    /// # Why it matters
    /// Nothing is taught or evidenced for that duty.
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
                report(&standard.duty_subject(index), &standard.duty_name(index), duty, cx);
            }
        }
    }
}

fn report(subject: &str, name: &str, duty: &Duty<'_>, cx: &mut LintContext<'_>) {
    let message = format!("no document cites any knowledge or skills that are mapped to {name}");
    let place = duty.code.map_or(duty.span, |code| code.span);
    let found = cx.diagnostic(subject, message, place, "no knowledge or skill of this duty is cited");
    cx.report(found.help("cite them where they are taught or evidenced, or plan where to cover them"));
}
