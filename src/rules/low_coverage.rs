//! [`LowCoverage`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, Trace};

declare_rule! {
    /// # What it does
    /// Reports a standard of which the documents of the run (`ksb trace`) cite fewer statements than they are to: the
    /// share that `--min-coverage` or `min-coverage` in `ksb.toml` asks for. The examples ask for 80 %.
    ///
    /// # Why it matters
    /// A share that may not fall keeps a curriculum from losing statements while it is rewritten.
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
        let message = format!("{cited} of {all} statements are cited ({share} %), fewer than {least} %");
        let found = cx.diagnostic("statements", message, first.code.span, "the statements begin here");
        cx.report(
            found.help("cite more of them where they are taught or evidenced, or ask for a lower share"),
        );
    }
}
