//! [`OvermappedKsb`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted, listed};
use crate::model::{Code, Kind, ListedCode, Mapping, Standard, Statement};

declare_rule! {
    /// # What it does
    /// Reports, once for the document, the knowledge statements and skills that are mapped to every duty, if there are
    /// at least 5 duties. Behaviours should apply everywhere, so they do not count.
    ///
    /// # Why it matters
    /// A statement that every duty needs is too general, or was mapped without considering each duty.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "K2"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K1", "K3", "K4"] },
    ///     { "code": "D3", "text": "Sell the wine.", "ksbs": ["K1", "K5", "K6"] },
    ///     { "code": "D4", "text": "Serve the wine.", "ksbs": ["K1", "K7", "K8"] },
    ///     { "code": "D5", "text": "Describe the wine.", "ksbs": ["K1", "K9", "K10"] }
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
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "K2"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K3", "K4"] },
    ///     { "code": "D3", "text": "Sell the wine.", "ksbs": ["K1", "K5", "K6"] },
    ///     { "code": "D4", "text": "Serve the wine.", "ksbs": ["K1", "K7", "K8"] },
    ///     { "code": "D5", "text": "Describe the wine.", "ksbs": ["K1", "K9", "K10"] }
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
    /// Guidance: each duty has its most relevant knowledge, skills and behaviours.
    OvermappedKsb { name: "overmapped-ksb", group: Mapping, severity: Advice, needs_whole: true }
}

/// With at least this many duties, being mapped to all of them is too much.
const MANY: usize = 5;

impl Rule for OvermappedKsb {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let duties = standard.duties.items();
        if duties.len() < MANY {
            return;
        }
        let listed_by_all = listed_by_all(duties.len(), cx.mapping());
        let everywhere = |statement: &&Statement<'_>| {
            matches!(statement.kind, Kind::Knowledge | Kind::Skill)
                && listed_by_all.binary_search(&statement.code.value).is_ok()
        };
        let over: Vec<&Statement<'_>> = standard.statements.items().iter().filter(everywhere).collect();
        let Some(first) = over.first() else { return };
        let codes: Vec<String> = over.iter().map(|statement| statement.code.value.to_string()).collect();
        let message = format!(
            "{} mapped to all {} duties: {}",
            counted(over.len(), "statement is", "statements are"),
            duties.len(),
            listed(&codes, 10)
        );
        let label = format!("{} is mapped to every duty", first.code.value);
        cx.report(
            cx.diagnostic("statements", message, first.code.span, label)
                .help("map each statement only to the duties that need it most"),
        );
    }
}

/// The codes that every one of the duties lists, ascending.
fn listed_by_all(duties: usize, mapping: &Mapping<'_>) -> Vec<Code> {
    let duty_count = |same: &[ListedCode]| same.chunk_by(|one, other| one.duty == other.duty).count();
    let by_all = |(_, places): &(Code, &[ListedCode])| places.len() >= duties && duty_count(places) == duties;
    mapping.codes().filter(by_all).map(|(code, _)| code).collect()
}
