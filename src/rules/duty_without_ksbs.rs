//! [`DutyWithoutKsbs`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard};

declare_rule! {
    /// # What it does
    /// Reports a duty that lists no knowledge, skill or behaviour at all, where other duties list some.
    ///
    /// # Why it matters
    /// A duty that needs nothing cannot be taught or assessed. One finding says it, instead of one for
    /// knowledge, one for skills and one for behaviours.
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
    ///   "behaviours": [{ "code": "B1", "text": "Takes care of detail." }]
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
    ///   "behaviours": [{ "code": "B1", "text": "Takes care of detail." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: every duty carries the knowledge, skills and behaviours that it needs, and each of these
    /// belongs to at least one duty.
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
                let subject = standard.duty_subject(index);
                let message = format!("{subject} lists no knowledge, skills or behaviours");
                let label = "nothing is mapped to this duty";
                cx.report(
                    cx.diagnostic(&subject, message, duty.span, label)
                        .help(format!("add the codes of the statements that {subject} needs")),
                );
            }
        }
    }
}
