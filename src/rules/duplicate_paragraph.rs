//! [`DuplicateParagraph`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject, folded, words};
use crate::source::Span;
use crate::text_index::Entry;

declare_rule! {
    /// # What it does
    /// Reports a paragraph that appears twice in the occupation summary. Lines of a few words are left alone: two lists
    /// may both include "customers".
    ///
    /// # Why it matters
    /// Readers see it as a copying mistake, and it usually is one.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "summary": ["This occupation is found in wineries.", "They rack bottles.", "This occupation is found in wineries."]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "summary": ["This occupation is found in wineries.", "They rack bottles."]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    DuplicateParagraph { name: "duplicate-paragraph", group: Summary, severity: Warning }
}

/// With fewer words it is an item of a list.
const LEAST: usize = 5;

impl Rule for DuplicateParagraph {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut seen: BTreeMap<String, (usize, Span)> = BTreeMap::new();
        let summary = cx.index().entries().iter().filter(|one| is_in_summary(one));
        for paragraph in cx.index().duplicates(summary.map(|one| one.index)) {
            let Subject::Item(_, index) = paragraph.subject else { continue };
            let (key, paragraph) = (folded(paragraph.text), paragraph.text);
            if words(&key).nth(LEAST - 1).is_none() {
                continue;
            }
            let Some(&(first, place)) = seen.get(&key) else {
                seen.insert(key, (index, paragraph.span()));
                continue;
            };
            let message = format!("paragraph {} of the summary repeats paragraph {}", index + 1, first + 1);
            let subject = format!("summary[{index}]");
            cx.report(
                cx.diagnostic(subject, message, paragraph.span(), "repeated here")
                    .label(cx.label(place, "the first one"))
                    .help("remove one of the 2 paragraphs"),
            );
        }
    }
}

fn is_in_summary(entry: &Entry<'_>) -> bool {
    matches!(entry.subject, Subject::Item("summary", _))
}
