//! [`StrayComma`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, words};
use crate::text_index::Occurrence;

declare_rule! {
    /// # What it does
    /// Reports a comma that separates "including", "such as", "found in" or similar words from the words that they
    /// introduce: "including, ...", "work in, ...".
    ///
    /// # Why it matters
    /// Readers stop and look for missing words.
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

/// Words that lead into the next word. "In" on its own may also end a phrase ("for eating in, ...").
const LEADS: [&str; 6] = ["including", "such as", "found in", "work in", "works in", "consist of"];

/// Words that may follow the comma, because they begin an insertion.
const INSERTIONS: [&str; 8] = ["and", "as", "at", "but", "by", "for", "or", "where"];

impl Rule for StrayComma {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut leads = cx.index().occurrences(&LEADS);
        leads.retain(|lead| lead.entry.is_prose() && is_separated(lead));
        // The first one in each text is enough.
        leads.dedup_by_key(|lead| lead.entry.index);
        for Occurrence { entry, range, .. } in leads {
            let message = "a comma separates words that belong together";
            let span = entry.text.span_of(range.end..range.end + 1);
            let mut diagnostic = cx
                .diagnostic(entry.subject.to_string(), message, span, "this comma is not needed")
                .help("remove the comma, or add the missing words");
            diagnostic = diagnostic.fix(false, span, "");
            cx.report(diagnostic);
        }
    }
}

/// Whether a comma separates the words from what follows them, and no insertion begins there.
fn is_separated(lead: &Occurrence<'_, '_>) -> bool {
    let rest = &lead.entry.text[lead.range.end..];
    let after = || words(rest).next().map_or("", |(_, word)| word);
    rest.starts_with(", ") && !INSERTIONS.iter().any(|known| known.eq_ignore_ascii_case(after()))
}
