//! [`StrayComma`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, ends_with_phrase, words};

declare_rule! {
    /// # What it does
    /// Reports a comma behind "including", "such as" or "found in", which parts it from what it leads to:
    /// "including, ...", "work in, ...".
    ///
    /// # Why it matters
    /// Readers stop and look for what was left out.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Clean vessels including, casks and vats." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Clean vessels including casks and vats." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention. Data: seen in published standards.
    StrayComma { name: "stray-comma", group: Wording, severity: Advice }
}

/// What leads to the next word. A bare "in" may also end a phrase ("for eating in, ...").
const LEADS: [&str; 6] = ["including", "such as", "found in", "work in", "works in", "consist of"];

/// What may follow the comma all the same: it opens an insertion.
const INSERTIONS: [&str; 8] = ["and", "as", "at", "but", "by", "for", "or", "where"];

impl Rule for StrayComma {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (subject, text) in standard.prose() {
            let Some(at) = stray_comma(text) else { continue };
            let message = "a comma parts two words that belong together";
            let span = text.span_of(at..at + 1);
            let mut diagnostic = cx
                .diagnostic(subject.to_string(), message, span, "this comma")
                .help("take the comma out, or put in what is missing");
            diagnostic = diagnostic.fix(false, span, "");
            cx.report(diagnostic);
        }
    }
}

/// Where a comma stands behind one of the words, and what it leads to follows.
fn stray_comma(text: &str) -> Option<usize> {
    let mut commas = text.match_indices(", ").map(|(at, _)| at);
    commas.find(|at| {
        let before = &text[..*at];
        let leads = LEADS.iter().any(|lead| ends_with_phrase(before, lead));
        // The next word may be far away, so it is looked for behind a lead only.
        let after = || words(&text[*at..]).next().map_or("", |(_, word)| word);
        leads && !INSERTIONS.iter().any(|known| known.eq_ignore_ascii_case(after()))
    })
}
