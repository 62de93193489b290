//! [`VagueTerm`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, phrases};

declare_rule! {
    /// # What it does
    /// Reports "such as", "e.g.", "etc.", "and/or" and "and so on" in a duty or a statement.
    ///
    /// # Why it matters
    /// In assessment, "including" makes each thing of the list required, and "for example" only
    /// illustrates. These words leave open which of the two is meant, or how the list goes on.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The care of vessels such as casks." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The care of vessels including casks." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: what "including" and "for example" mean. That these words blur it is convention.
    VagueTerm { name: "vague-term", group: Wording, severity: Advice }
}

/// The words, and what to write in their place.
const TERMS: &[(&str, &str)] = &[
    ("such as", LIST),
    ("e.g", LIST),
    ("eg", LIST),
    ("etc", "name the others, or take it out"),
    ("and so on", "name the others, or take it out"),
    ("and/or", "write \"or\", which does not exclude both, or \"and\""),
];

const LIST: &str = "write \"including\" if all of them are required, \"for example\" if they only illustrate";

impl Rule for VagueTerm {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (subject, text) in standard.requirements() {
            let Some((range, help)) = first_term(text) else { continue };
            let term = &text[range.clone()];
            let message = format!("\"{term}\" leaves open what is required");
            let subject = subject.to_string();
            cx.report(cx.diagnostic(subject, message, text.span_of(range), "required or not?").help(help));
        }
    }
}

/// The first of the words in `text`, with its full stop.
fn first_term(text: &str) -> Option<(Range<usize>, &'static str)> {
    let places = TERMS.iter().filter_map(|(term, help)| Some((phrases(text, term).next()?, *help)));
    let (range, help) = places.min_by_key(|(range, _)| range.start)?;
    let stop = usize::from(text[range.start..range.end].len() < 4 && text[range.end..].starts_with('.'));
    Some((range.start..range.end + stop, help))
}
