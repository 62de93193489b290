//! [`MissingSoc`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, StandardKind};

declare_rule! {
    /// # What it does
    /// Reports an occupation without a Standard Occupational Classification (SOC 2020) code.
    ///
    /// # Why it matters
    /// The code links an occupation to figures on pay and jobs.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "occupation", "title": "Cellar hand", "status": "Approved occupation" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "occupation", "status": "Approved occupation", "soc2020": { "unitGroup": "9139" } }
    /// ```
    ///
    /// # Source
    /// Data: pages of the occupational map show it.
    MissingSoc { name: "missing-soc", group: Identity, severity: Advice, needs_whole: true }
}

impl Rule for MissingSoc {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let soc = &standard.facts.soc;
        let missing = soc.unit_group.is_missing() && soc.sub_unit_groups.is_missing();
        if missing && standard.kind == StandardKind::Occupation && !standard.is_draft() {
            let message = "the document has no SOC 2020 code";
            cx.report(
                cx.diagnostic("soc2020", message, standard.start, "the SOC 2020 code is missing")
                    .help("add a unit group of 4 digits, such as 3111, or a sub-unit group, such as 3111/99"),
            );
        }
    }
}
