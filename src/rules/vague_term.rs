//! [`VagueTerm`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports "such as", "e.g.", "etc.", "and/or" and "and so on" in a duty or statement.
    ///
    /// # Why it matters
    /// In assessment, "including" means that everything in the list is required, and "for example" gives only examples.
    /// The terms that this rule reports do not say which is meant, or how the list continues.
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
    /// Guidance: what "including" and "for example" mean. Treating the reported terms as unclear is convention.
    VagueTerm { name: "vague-term", group: Wording, severity: Advice }
}

/// The words.
const TERMS: [&str; 6] = ["such as", "e.g", "eg", "etc", "and so on", "and/or"];

/// What to write instead of each.
const HELP: [&str; 6] = [LIST, LIST, LIST, REST, REST, "write \"and\" or \"or\": \"or\" also allows both"];

const REST: &str = "list the others, or remove this";
const LIST: &str = "write \"including\" if all are required, or \"for example\" if they are only examples";

impl Rule for VagueTerm {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let found = cx.index().first_occurrences(&TERMS);
        for found in found.iter().filter(|found| found.entry.is_requirement()) {
            let text = found.entry.text;
            let range = found.range.start..found.range.end + full_stop(text, &found.range);
            let term = &text[range.clone()];
            let message = format!("\"{term}\" does not say what is required");
            let subject = found.entry.subject.to_string();
            let help = HELP[found.phrase];
            cx.report(
                cx.diagnostic(subject, message, text.span_of(range), "is all of this required?").help(help),
            );
        }
    }
}

/// The length of the full stop that belongs to an abbreviation.
fn full_stop(text: &str, term: &Range<usize>) -> usize {
    usize::from(term.len() < 4 && text[term.end..].starts_with('.'))
}
