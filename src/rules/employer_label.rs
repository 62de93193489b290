//! [`EmployerLabel`].

use std::collections::BTreeSet;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports an employer whose name ends with the word "Employer", once for each name.
    ///
    /// # Why it matters
    /// The word is a label from the form that the name was copied from, not part of the name.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "employers": ["Hillside Wines Employer", "Cork and Cask"] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "employers": ["Hillside Wines", "Cork and Cask"] }
    /// ```
    ///
    /// # Source
    /// Data: seen in a published standard.
    EmployerLabel { name: "employer-label", group: Identity, severity: Warning }
}

const LABEL: &str = " employer";

impl Rule for EmployerLabel {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut reported = BTreeSet::new();
        for name in standard.employers.iter().flat_map(|list| &list.items) {
            let own = name.trim_end_matches(['.', ' ']);
            let start = own.len().saturating_sub(LABEL.len());
            let ends = own.get(start..).is_some_and(|end| start > 0 && end.eq_ignore_ascii_case(LABEL));
            if !ends || !reported.insert(own) {
                continue;
            }
            let rest = &own[..start];
            let message = format!("the name \"{own}\" ends with \"Employer\"");
            let span = name.span_of(start..own.len());
            cx.report(
                cx.diagnostic(own, message, span, "a label, not part of the name")
                    .help(format!("remove the word: the name is \"{rest}\""))
                    .fix(false, span, ""),
            );
        }
    }
}
