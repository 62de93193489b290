//! [`UnnumberedDuty`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::{Duty, Standard};

declare_rule! {
    /// # What it does
    /// Reports, once, how many duties have no number.
    ///
    /// # Why it matters
    /// A duty without a number cannot be referred to by the mapping, a reviewer or a comparison of versions.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "text": "Rack bottles in the cellar." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: duties are numbered D1, D2 and so on.
    UnnumberedDuty { name: "unnumbered-duty", group: Structure, severity: Warning, needs_whole: true }
}

impl Rule for UnnumberedDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let all = standard.duties.items();
        let unnumbered: Vec<&Duty<'_>> = all.iter().filter(|duty| duty.code.is_none()).collect();
        let Some(first) = unnumbered.first() else { return };
        let count = counted(unnumbered.len(), "duty has", "duties have");
        let message = format!("{count} no number");
        let mut diagnostic = cx
            .diagnostic("duties", message, first.span, "this duty has no number")
            .help("number the duties in order: D1, D2 and so on");
        for duty in unnumbered.iter().skip(1).take(2) {
            diagnostic = diagnostic.label(cx.label(duty.span, "this one too"));
        }
        cx.report(diagnostic);
    }
}
