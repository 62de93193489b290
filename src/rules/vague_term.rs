//! [`VagueTerm`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

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

/// The words.
const TERMS: [&str; 6] = ["such as", "e.g", "eg", "etc", "and so on", "and/or"];

/// What to write in the place of each.
const HELP: [&str; 6] =
    [LIST, LIST, LIST, REST, REST, "write \"or\", which does not exclude both, or \"and\""];

const REST: &str = "name the others, or remove it";
const LIST: &str = "write \"including\" if all of them are required, \"for example\" if they only illustrate";

impl Rule for VagueTerm {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let found = cx.index().first_occurrences(&TERMS);
        for found in found.iter().filter(|found| found.entry.is_requirement()) {
            let text = found.entry.text;
            let range = found.range.start..found.range.end + full_stop(text, &found.range);
            let term = &text[range.clone()];
            let message = format!("\"{term}\" leaves open what is required");
            let subject = found.entry.subject.to_string();
            let help = HELP[found.phrase];
            cx.report(cx.diagnostic(subject, message, text.span_of(range), "required or not?").help(help));
        }
    }
}

/// The length of the full stop that belongs to an abbreviation.
fn full_stop(text: &str, term: &Range<usize>) -> usize {
    usize::from(term.len() < 4 && text[term.end..].starts_with('.'))
}
