//! [`LowCoverage`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace, counted};

declare_rule! {
    /// # What it does
    /// Reports a standard when the documents cite a smaller share of its statements than required (`ksb trace`).
    /// `--min-coverage`, or `min-coverage` in `ksb.toml`, sets the share. The examples require 80%.
    ///
    /// # Why it matters
    /// A minimum share stops a curriculum from losing statements as it is rewritten.
    ///
    /// # Example
    /// ```markdown,fails
    /// KSBs of this module: K1, K2, S1
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// KSBs of this module: K1-K3, S1, S2
    /// ```
    ///
    /// # Source
    /// Convention.
    LowCoverage { name: "low-coverage", group: Citations, severity: Error, scope: Trace }
}

impl Rule for LowCoverage {
    fn trace(&self, trace: &Trace<'_>, cx: &mut LintContext<'_>) {
        let Some(least) = trace.min_coverage else { return };
        let (cited, all) = trace.coverage();
        let share = (cited * 100).checked_div(all).unwrap_or(100);
        let Some((_, first)) =
            trace.standard.citable.statements().next().filter(|_| share < usize::from(least))
        else {
            return;
        };
        let message =
            format!("the documents cite {cited} of {all} statements ({share}%), but {least}% is required");
        let found = cx.diagnostic("statements", message, first.code.span, "the statements start here");
        let needed = (all * usize::from(least)).div_ceil(100).saturating_sub(cited);
        let statements = counted(needed, "more statement", "more statements");
        cx.report(found.help(format!(
            "cite at least {statements} from the `uncited` findings, or lower the percentage that you require"
        )));
    }
}
