//! [`UnmappedKsb`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Kind, Standard, Statement, Words};

declare_rule! {
    /// # What it does
    /// Reports a knowledge, skill or behaviour statement that no duty lists.
    ///
    /// # Why it matters
    /// Statements are derived from the duties: one that no duty needs is either in the wrong
    /// standard or missing from a duty, and reviewers return the standard for it.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: every knowledge, skill and behaviour belongs to at least one duty.
    UnmappedKsb { name: "unmapped-ksb", group: Mapping, severity: Error }
}

impl Rule for UnmappedKsb {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if !standard.states_mapping() {
            return;
        }
        for kind in standard.kinds() {
            let unmapped: Vec<_> = standard
                .statements_of(kind)
                .filter(|statement| standard.duties_with(statement.code.value).next().is_none())
                .collect();
            for statement in &unmapped {
                let code = statement.code.value;
                let help = suggestion(standard, kind, statement, unmapped.len() == 1);
                let message = format!("{code} is mapped by no duty");
                cx.report(
                    cx.diagnostic(code.to_string(), message, statement.code.span, "no duty lists it")
                        .help(help),
                );
            }
        }
    }
}

/// The duty that it probably belongs to: the only one that lacks its kind if it is the only one of
/// its kind that is unmapped, else the one whose words are nearest.
fn suggestion(standard: &Standard<'_>, kind: Kind, statement: &Statement<'_>, only: bool) -> String {
    let code = statement.code.value;
    let duties = standard.duties.items();
    let mut lacking = (0..duties.len()).filter(|&index| !duties[index].lists_kind(kind));
    if let (true, Some(index), None) = (only, lacking.next(), lacking.next()) {
        let duty = standard.duty_subject(index);
        return format!(
            "{code} probably belongs to {duty}, the only duty without {}: add it there",
            kind.name()
        );
    }
    let words = Words::of(&statement.text);
    let shared = |index: &usize| words.shared_with(&Words::of(&duties[*index].text));
    match (0..duties.len()).rev().max_by_key(shared).filter(|index| shared(index) > 0) {
        Some(index) => {
            let duty = standard.duty_subject(index);
            format!("add {code} to the duty that needs it: {duty} is nearest to it in its words")
        }
        None => format!("add {code} to the duty that needs it, or remove it"),
    }
}
