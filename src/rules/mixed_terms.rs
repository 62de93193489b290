//! [`MixedTerms`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject, phrases};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports, once for each word, that duties and statements call the people served by two names of which
    /// one occurs only once: a "client" among "patients".
    ///
    /// # Why it matters
    /// Readers ask whether other people are meant. Often the statement was taken from another standard.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Support patients." },
    ///     { "code": "D2", "text": "Protect patients." },
    ///     { "code": "D3", "text": "Keep client records." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Support patients." },
    ///     { "code": "D2", "text": "Protect patients." },
    ///     { "code": "D3", "text": "Keep patient records." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    MixedTerms { name: "mixed-terms", group: Wording, severity: Advice }
}

/// Names for the people that an occupation serves, each a set of its own.
const NAMES: [[&str; 2]; 4] =
    [["client", "clients"], ["patient", "patients"], ["customer", "customers"], ["resident", "residents"]];

impl Rule for MixedTerms {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let required = standard.requirements();
        let all = standard.prose();
        let uses =
            |names: [&'static str; 2], texts: &[(Subject, &Text<'_>)]| -> Vec<(String, Span, String)> {
                let hit = |(subject, text): &(Subject, &Text<'_>)| {
                    let range = names.iter().find_map(|name| phrases(text, name).next())?;
                    Some((subject.to_string(), text.span_of(range.clone()), text[range].to_lowercase()))
                };
                texts.iter().filter_map(hit).collect()
            };
        let used: Vec<_> = NAMES.iter().map(|names| (names, uses(*names, &all))).collect();
        for (names, _) in used.iter().filter(|(_, places)| places.len() == 1) {
            let others = used.iter().filter(|(other, places)| other != names && places.len() > 1);
            let Some((usual, there)) = others.max_by_key(|(_, places)| places.len()) else { continue };
            let in_requirement = uses(**names, &required);
            let Some((subject, span, word)) = in_requirement.first() else { continue };
            let message = format!("{subject} says \"{word}\", where the others say \"{}\"", usual[0]);
            cx.report(
                cx.diagnostic(subject, message, *span, "only here")
                    .label(cx.label(there[0].1, "elsewhere"))
                    .help("use one name, or say who else is meant"),
            );
        }
    }
}
