//! [`DutyWithoutSkill`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Kind, Standard};

declare_rule! {
    /// # What it does
    /// Reports a duty that has statements mapped to it but no skills, where other duties have some. It reports nothing
    /// where the document has no skills, or where no duty has any mapped to it: that is one fault, not one for each
    /// duty.
    ///
    /// # Why it matters
    /// A duty is something that a person does, so it needs at least one skill. A duty without one was forgotten in the
    /// mapping, or is not a duty in its own right.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "S1", "S2", "B1"] },
    ///     { "code": "D2", "text": "Label bottles for sale.", "ksbs": ["K2", "B1"] }
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
    DutyWithoutSkill { name: "duty-without-skill", group: Mapping, severity: Error, needs_whole: true }
}

impl Rule for DutyWithoutSkill {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let without: Vec<usize> = standard.duties_without(Kind::Skill).collect();
        if without.is_empty() {
            return;
        }
        let unmapped = cx.mapping().unmapped(Kind::Skill);
        for &index in &without {
            let (subject, duty) = (standard.duty_subject(index), standard.duty_name(index));
            let help = match unmapped.as_slice() {
                [one] if without.len() == 1 => {
                    format!(
                        "add {} to {duty}: it is the only skill that is not mapped to any duty",
                        one.code.value
                    )
                }
                _ => format!("add the skills that {duty} needs"),
            };
            let span = standard.duties.items()[index].span;
            let label = "its mapping has no code that starts with S";
            cx.report(
                cx.diagnostic(subject, format!("{duty} has no skills mapped to it"), span, label).help(help),
            );
        }
    }
}
