//! [`MixedTerms`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::text_index::Occurrence;

declare_rule! {
    /// # What it does
    /// Reports that duties and statements use two words for the people served, one of them only once: a "client" among
    /// "patients". Each word is reported once.
    ///
    /// # Why it matters
    /// Readers wonder whether different people are meant. Often the statement was copied from another standard.
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

/// Words for the people that an occupation serves, each in the singular and the plural.
const NAMES: [[&str; 2]; 4] =
    [["client", "clients"], ["patient", "patients"], ["customer", "customers"], ["resident", "residents"]];

impl Rule for MixedTerms {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let uses = NAMES.map(|names| {
            let mut found = cx.index().first_occurrences(&names);
            found.retain(|found| found.entry.is_prose());
            found
        });
        for (own, places) in uses.iter().enumerate() {
            let [only] = places.as_slice() else { continue };
            let others = (0..NAMES.len()).filter(|other| *other != own && uses[*other].len() > 1);
            let Some(usual) = others.max_by_key(|other| uses[*other].len()) else { continue };
            if !only.entry.is_requirement() {
                continue;
            }
            let word = only.entry.text[only.range.clone()].to_lowercase();
            let subject = only.entry.subject.to_string();
            let name = only.entry.subject.in_words();
            let message = format!("{name} says \"{word}\", but the others say \"{}\"", NAMES[usual][0]);
            let span = |found: &Occurrence<'_, '_>| found.entry.text.span_of(found.range.clone());
            cx.report(
                cx.diagnostic(subject, message, span(only), "the only place with this word")
                    .label(cx.label(span(&uses[usual][0]), "the word used elsewhere"))
                    .help("use the same word, or make it clear that someone else is meant"),
            );
        }
    }
}
