//! [`MixedTerms`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::text_index::Occurrence;

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
            let message = format!("{subject} says \"{word}\", where the others say \"{}\"", NAMES[usual][0]);
            let span = |found: &Occurrence<'_, '_>| found.entry.text.span_of(found.range.clone());
            cx.report(
                cx.diagnostic(subject, message, span(only), "only here")
                    .label(cx.label(span(&uses[usual][0]), "elsewhere"))
                    .help("use one name, or say who else is meant"),
            );
        }
    }
}
