//! [`SocFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a Standard Occupational Classification code that does not have the right form: 4 digits for a unit
    /// group, or 4 digits, a slash and 2 digits for a sub-unit group. The title may follow the code.
    ///
    /// # Why it matters
    /// The code links an occupation to figures on pay and jobs.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "soc2020": { "unitGroup": "913 Cellar hands" } }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "soc2020": { "unitGroup": "9139 Cellar hands" } }
    /// ```
    ///
    /// # Source
    /// Data: SOC 2020, as the occupational map shows it.
    SocFormat { name: "soc-format", group: Identity, severity: Warning, needs_whole: true }
}

impl Rule for SocFormat {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let soc = &standard.facts.soc;
        if let Some(text) = soc.unit_group.stated().filter(|text| !is_code(text, &[4])) {
            report("soc2020.unitGroup".to_owned(), text, "4 digits", cx);
        }
        for (index, text) in soc.sub_unit_groups.items().iter().enumerate() {
            if !is_code(text, &[4, 2]) {
                let expected = "4 digits, a slash and 2 digits";
                report(format!("soc2020.subUnitGroups[{index}]"), text, expected, cx);
            }
        }
    }
}

/// Whether a text begins with numbers of these many digits, with slashes between them.
fn is_code(text: &str, digits: &[usize]) -> bool {
    let code = text.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = code.split('/').collect();
    let fits = |(part, digits): (&&str, &usize)| {
        part.len() == *digits && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == digits.len() && parts.iter().zip(digits).all(fits)
}

fn report(subject: String, text: &Text<'_>, expected: &str, cx: &mut LintContext<'_>) {
    let message = format!("\"{}\" does not start with a SOC 2020 code", text.as_str());
    cx.report(
        cx.diagnostic(subject, message, text.span(), format!("expected {expected}"))
            .help("find the code in SOC 2020 and write it first"),
    );
}
