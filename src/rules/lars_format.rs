//! [`LarsFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Format, Standard, StandardKind, is_lars_code};

declare_rule! {
    /// # What it does
    /// Reports a LARS code that is not of the form that its kind of standard has: a number, or for an
    /// apprenticeship unit Z and seven capital letters or digits.
    ///
    /// # Why it matters
    /// Funding is claimed under this code.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship-unit", "larsCode": 9901 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship-unit", "larsCode": "Z0099001" }
    /// ```
    ///
    /// # Source
    /// Data: anything else is refused when the data is imported (S1005, E1005). 0 stands for no code yet; in a
    /// record of the API, a unit without one has nothing in its place.
    LarsFormat { name: "lars-format", group: Identity, severity: Error, aliases: ["E1005", "S1005"], needs_whole: true }
}

impl Rule for LarsFormat {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some((code, place)) = standard.written(&standard.facts.lars_code) else { return };
        let is_unit = standard.kind == StandardKind::ApprenticeshipUnit;
        let may_be_0 = !is_unit || cx.format() != Format::StandardsApi;
        let is_none = code == "0" && may_be_0;
        if is_none || is_lars_code(code, standard.kind) {
            return;
        }
        let form = if is_unit { "Z and seven capital letters or digits" } else { "a number" };
        let none = if may_be_0 { "0" } else { "nothing" };
        let message = format!("\"{code}\" is not a LARS code of this kind of standard");
        cx.report(
            cx.diagnostic("larsCode", message, place, format!("expected {form}"))
                .help(format!("write the code as {form}, or {none} while there is none")),
        );
    }
}
