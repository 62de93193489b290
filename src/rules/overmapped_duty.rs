//! [`OvermappedDuty`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted, listed};
use crate::model::{Kind, Standard};

declare_rule! {
    /// # What it does
    /// Reports, once for the document, the duties that list every knowledge statement or every skill,
    /// where there are at least ten of them and at least two duties.
    ///
    /// # Why it matters
    /// A duty that needs everything says nothing about what it needs. Reviewers want the most relevant
    /// statements for each duty.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K1", "K2"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The purpose of the bottle." },
    ///     { "code": "K2", "text": "The purpose of the barrel." },
    ///     { "code": "K3", "text": "The purpose of the cork." },
    ///     { "code": "K4", "text": "The purpose of the rack." },
    ///     { "code": "K5", "text": "The purpose of the label." },
    ///     { "code": "K6", "text": "The purpose of the yeast." },
    ///     { "code": "K7", "text": "The purpose of the grape." },
    ///     { "code": "K8", "text": "The purpose of the press." },
    ///     { "code": "K9", "text": "The purpose of the filter." },
    ///     { "code": "K10", "text": "The purpose of the cask." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "K2", "K3", "K4", "K5", "K6"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K1", "K2", "K7", "K8", "K9", "K10"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The purpose of the bottle." },
    ///     { "code": "K2", "text": "The purpose of the barrel." },
    ///     { "code": "K3", "text": "The purpose of the cork." },
    ///     { "code": "K4", "text": "The purpose of the rack." },
    ///     { "code": "K5", "text": "The purpose of the label." },
    ///     { "code": "K6", "text": "The purpose of the yeast." },
    ///     { "code": "K7", "text": "The purpose of the grape." },
    ///     { "code": "K8", "text": "The purpose of the press." },
    ///     { "code": "K9", "text": "The purpose of the filter." },
    ///     { "code": "K10", "text": "The purpose of the cask." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: every duty carries its most relevant knowledge, skills and behaviours.
    OvermappedDuty { name: "overmapped-duty", group: Mapping, severity: Advice }
}

/// From how many statements of a kind on listing all of them is too many.
const MANY: usize = 10;

impl Rule for OvermappedDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let duties = standard.duties.items();
        if duties.len() < 2 {
            return;
        }
        let kinds: Vec<Kind> = [Kind::Knowledge, Kind::Skill]
            .into_iter()
            .filter(|kind| standard.statements_of(*kind).count() >= MANY)
            .collect();
        let lists_all = |index: usize, kind: Kind| {
            standard.statements_of(kind).all(|statement| duties[index].lists(statement.code.value))
        };
        let over = |index: &usize| kinds.iter().any(|kind| lists_all(*index, *kind));
        let over: Vec<usize> = (0..duties.len()).filter(over).collect();
        let Some(first) = over.first() else { return };
        let names: Vec<String> = over.iter().map(|index| standard.duty_subject(*index)).collect();
        let message = format!(
            "{} of {} list every knowledge statement or every skill: {}",
            over.len(),
            counted(duties.len(), "duty", "duties"),
            listed(&names, 10)
        );
        let mut diagnostic = cx
            .diagnostic("duties", message, duties[*first].span, "this duty needs nearly everything")
            .help("keep in each duty's list only the statements that this duty needs most");
        for index in over.iter().skip(1).take(2) {
            diagnostic = diagnostic.label(cx.label(duties[*index].span, "and this one"));
        }
        cx.report(diagnostic);
    }
}
