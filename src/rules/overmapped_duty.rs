//! [`OvermappedDuty`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Code, Kind, Mapping, Standard};

declare_rule! {
    /// # What it does
    /// Reports, once for the document, the duties that have at least 4 in 5 of all knowledge statements and skills
    /// mapped to them. Only documents with at least 8 of these statements and at least 3 duties are checked.
    ///
    /// # Why it matters
    /// A duty that needs everything says nothing about what it needs. Reviewers want the most relevant statements for
    /// each duty.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store wine.", "ksbs": ["K1", "K2", "K3", "K4", "S1", "S2", "S3"] },
    ///     { "code": "D2", "text": "Make wine.", "ksbs": ["K3", "S3"] },
    ///     { "code": "D3", "text": "Sell wine.", "ksbs": ["K4", "S4"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "Cellar temperature." },
    ///     { "code": "K3", "text": "Yeasts." },
    ///     { "code": "K4", "text": "Labels and the law." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Rack bottles." },
    ///     { "code": "S2", "text": "Turn bottles." },
    ///     { "code": "S3", "text": "Press grapes." },
    ///     { "code": "S4", "text": "Describe a wine." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store wine.", "ksbs": ["K1", "K2", "S1", "S2"] },
    ///     { "code": "D2", "text": "Make wine.", "ksbs": ["K3", "S3"] },
    ///     { "code": "D3", "text": "Sell wine.", "ksbs": ["K4", "S4"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "Cellar temperature." },
    ///     { "code": "K3", "text": "Yeasts." },
    ///     { "code": "K4", "text": "Labels and the law." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Rack bottles." },
    ///     { "code": "S2", "text": "Turn bottles." },
    ///     { "code": "S3", "text": "Press grapes." },
    ///     { "code": "S4", "text": "Describe a wine." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: each duty has its most relevant knowledge, skills and behaviours.
    OvermappedDuty {
        name: "overmapped-duty", group: Mapping, severity: Advice, needs_whole: true,
        options: [SHARE { name: "share", default: 80, what: "duties with at least this percentage of the statements are reported" }]
    }
}

/// With at least this many statements, it is significant that a duty lists nearly all of them.
const MANY: usize = 8;

impl Rule for OvermappedDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let duties = standard.duties.items();
        // Hardly any duty lists as many codes as are needed for this, even including repeated codes and behaviours.
        let most = duties.iter().map(|duty| duty.codes().len()).max().unwrap_or_default();
        let are_unique = cx.mapping().defined().len() == standard.statements.items().len();
        let all = standard.statements.items().iter();
        let counted = all.filter(|statement| matches!(statement.kind, Kind::Knowledge | Kind::Skill));
        if are_unique && most * 100 < counted.clone().count().saturating_mul(cx.option(&Self::SHARE)) {
            return;
        }
        let mut codes: Vec<Code> = counted.map(|statement| statement.code.value).collect();
        codes.sort();
        codes.dedup();
        if duties.len() < 3 || codes.len() < MANY {
            return;
        }
        let listed_in = listed_in(duties.len(), cx.mapping(), &codes);
        let listed_in = |index: usize| listed_in[index];
        let least = codes.len().saturating_mul(cx.option(&Self::SHARE));
        let over: Vec<usize> = (0..duties.len()).filter(|index| listed_in(*index) * 100 >= least).collect();
        let Some(first) = over.first() else { return };
        let names: Vec<String> = over.iter().map(|index| standard.duty_name(*index)).collect();
        let (verb, whom) = if over.len() == 1 { ("has", "it") } else { ("have", "them") };
        let message = format!(
            "{} {verb} almost all the knowledge statements and skills mapped to {whom}",
            listed(&names, 10)
        );
        let label = format!("{} of {} are mapped to this duty", listed_in(*first), codes.len());
        let mut diagnostic = cx
            .diagnostic("duties", message, duties[*first].span, label)
            .help("keep only the statements that the duty needs most");
        for index in over.iter().skip(1).take(2) {
            let label = format!("{} of {} are mapped to this duty", listed_in(*index), codes.len());
            diagnostic = diagnostic.label(cx.label(duties[*index].span, label));
        }
        cx.report(diagnostic);
    }
}

/// How many of `codes` each duty lists.
fn listed_in(duties: usize, mapping: &Mapping<'_>, codes: &[Code]) -> Vec<usize> {
    let mut counts = vec![0; duties];
    let mut counted = codes.iter().peekable();
    for (code, places) in mapping.codes() {
        if counted.next_if_eq(&&code).is_some() {
            let mut before = None;
            for listed in places.iter().filter(|listed| before.replace(listed.duty) != Some(listed.duty)) {
                counts[listed.duty] += 1;
            }
        }
    }
    counts
}
