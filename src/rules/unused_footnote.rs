//! [`UnusedFootnote`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a footnote in a profile in the old template, such as a note under "(3)", that no text refers to.
    ///
    /// # Why it matters
    /// The text that it explained was removed or has lost its mark, so nobody finds the note.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "profile": [
    ///     { "heading": "Profile", "paragraphs": ["They work in cellars (1)."] },
    ///     { "heading": "(1)", "paragraphs": ["For a list of cellars see below."] },
    ///     { "heading": "(2)", "paragraphs": ["Continuing training."] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "profile": [
    ///     { "heading": "Profile", "paragraphs": ["They work in cellars (1) and keep learning (2)."] },
    ///     { "heading": "(1)", "paragraphs": ["For a list of cellars see below."] },
    ///     { "heading": "(2)", "paragraphs": ["Continuing training."] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in a published standard.
    UnusedFootnote { name: "unused-footnote", group: Wording, severity: Advice }
}

impl Rule for UnusedFootnote {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let (notes, sections): (Vec<_>, Vec<_>) =
            standard.profile.iter().partition(|section| is_mark(section.heading.trim()));
        for note in notes {
            let mark = note.heading.trim();
            let refers = |text: &Text<'_>| text.contains(mark);
            let used = sections.iter().any(|one| refers(&one.heading) || one.paragraphs.iter().any(refers));
            if !used {
                let message = format!("the text does not refer to footnote {mark}");
                cx.report(
                    cx.diagnostic(mark, message, note.heading.span(), "nothing refers to this note")
                        .help(format!("write {mark} where the note belongs, or remove the note")),
                );
            }
        }
    }
}

/// Whether a heading is the mark of a footnote: a number in brackets.
fn is_mark(heading: &str) -> bool {
    let number = heading.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
