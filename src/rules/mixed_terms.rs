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

/// A place that has a name: its subject, where, and the word.
type Use = (String, Span, String);

impl Rule for MixedTerms {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let all = standard.prose();
        let uses = NAMES.map(|names| uses(names, &all));
        for (own, places) in uses.iter().enumerate() {
            let [(subject, span, word)] = places.as_slice() else { continue };
            let others = (0..NAMES.len()).filter(|other| *other != own && uses[*other].len() > 1);
            let Some(usual) = others.max_by_key(|other| uses[*other].len()) else { continue };
            let is_required =
                standard.requirements().iter().any(|(required, _)| required.to_string() == *subject);
            if !is_required {
                continue;
            }
            let message = format!("{subject} says \"{word}\", where the others say \"{}\"", NAMES[usual][0]);
            cx.report(
                cx.diagnostic(subject, message, *span, "only here")
                    .label(cx.label(uses[usual][0].1, "elsewhere"))
                    .help("use one name, or say who else is meant"),
            );
        }
    }
}

/// The texts that have one of `names`.
fn uses(names: [&'static str; 2], texts: &[(Subject, &Text<'_>)]) -> Vec<Use> {
    let hit = |(subject, text): &(Subject, &Text<'_>)| {
        let range = names.iter().find_map(|name| phrases(text, name).next())?;
        Some((subject.to_string(), text.span_of(range.clone()), text[range].to_lowercase()))
    };
    texts.iter().filter_map(hit).collect()
}
