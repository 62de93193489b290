//! [`DutyWithoutKsbs`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard};

declare_rule! {
    /// # What it does
    /// Reports a duty with no knowledge, skills or behaviours mapped to it, where other duties have some.
    ///
    /// # Why it matters
    /// A duty with nothing mapped to it cannot be taught or assessed. This is one finding, instead of one each for
    /// knowledge, skills and behaviours.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2", "S1", "S2", "B1"] },
    ///     { "code": "D2", "text": "Label bottles for sale.", "ksbs": [] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "What a label must state." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Stack bottles safely." },
    ///     { "code": "S2", "text": "Fix labels straight." }
    ///   ],
    ///   "behaviours": [{ "code": "B1", "text": "Pays attention to detail." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "S1", "B1"] },
    ///     { "code": "D2", "text": "Label bottles for sale.", "ksbs": ["K2", "S2", "B1"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "What a label must state." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Stack bottles safely." },
    ///     { "code": "S2", "text": "Fix labels straight." }
    ///   ],
    ///   "behaviours": [{ "code": "B1", "text": "Pays attention to detail." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: each duty has the knowledge, skills and behaviours that it needs, and each of these is mapped to at
    /// least one duty.
    DutyWithoutKsbs { name: "duty-without-ksbs", group: Mapping, severity: Error, needs_whole: true }
}

impl Rule for DutyWithoutKsbs {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if !standard.states_mapping() {
            return;
        }
        for (index, duty) in standard.duties.items().iter().enumerate() {
            let known = !matches!(duty.mapping, Field::NotShown | Field::Unreadable(_));
            if known && duty.codes().is_empty() && duty.unknown_ids.is_empty() {
                let (subject, name) = (standard.duty_subject(index), standard.duty_name(index));
                let message = format!("{name} has no knowledge, skills or behaviours mapped to it");
                let label = "this duty has no codes";
                cx.report(
                    cx.diagnostic(&subject, message, duty.span, label)
                        .help(format!("add the codes of the statements that {name} needs")),
                );
            }
        }
    }
}
