//! [`LarsFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Format, Standard, StandardKind, is_lars_code};

declare_rule! {
    /// # What it does
    /// Reports a LARS code that does not have the right form for its kind of standard: a number or, for an
    /// apprenticeship unit, Z and 7 capital letters or digits.
    ///
    /// # Why it matters
    /// Providers claim funding under this code.
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
    /// Data: the import rejects anything else (S1005, E1005). 0 means that there is no code yet. In an API record, a
    /// unit without a code has an empty value.
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
        let form = if is_unit { "Z and 7 capital letters or digits" } else { "a number" };
        let none = if may_be_0 { "write 0" } else { "leave it empty" };
        let message = format!("\"{code}\" is not a LARS code for this kind of standard");
        cx.report(
            cx.diagnostic("larsCode", message, place, format!("expected {form}"))
                .help(format!("write the code as {form}, or {none} until there is one")),
        );
    }
}
