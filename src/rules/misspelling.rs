//! [`Misspelling`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{OccupationalMap, Standard, Subject};
use crate::spelling::{SpellingFault, correction};
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports a misspelt word where the intended word is certain: "recieve", "equiptment". It leaves out words with a
    /// capital letter inside them, parts of compound words and names, including those of employers.
    ///
    /// # Why it matters
    /// A standard is an official text that is copied into many other documents, and searches miss a misspelt word.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Recieve the barrels, and seperate the empty ones." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Receive the barrels, and separate the empty ones." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the misspellings known to the spelling checker `typos`, except words in a large British dictionary and
    /// misspellings with several corrections.
    Misspelling { name: "misspelling", group: Wording, severity: Warning, needs_whole: true }
}

/// The characters around words.
const MARKS: &str = ".,;:!?()[]\"'“”‘’•*–—";

/// How many bytes before and after a word are looked at.
const NEAR: usize = 64;

impl Rule for Misspelling {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    let index = cx.index();
    let entries = index.with_fault(SpellingFault::Misspelt).into_iter();
    for entry in entries.filter(|entry| is_written(entry)) {
        for (start, word) in index.words(entry) {
            if let Some(correction) = correction(word).filter(|_| is_plain(entry.text, start, word)) {
                report(entry, start, word, correction, cx);
            }
        }
    }
}

/// Whether a text is made up of words, and is not a name, number or placeholder.
fn is_written(entry: &Entry<'_>) -> bool {
    !entry.has(Mark::Placeholder)
        && match &entry.subject {
            Subject::Field(name) => matches!(*name, "title" | "overview"),
            Subject::Item(name, _) | Subject::Nested(name, ..) => *name != "employers",
            Subject::Part(name, ..) => !["products", "progression"].contains(name),
            Subject::Code(_) | Subject::Named(_) => true,
        }
}

/// Whether a word is in small letters and on its own, or with a slash. It may have a capital at the start of a
/// sentence.
fn is_plain(text: &str, start: usize, word: &str) -> bool {
    let (before, behind) = (&text[..start], &text[start + word.len()..]);
    let near = &before[before.ceil_char_boundary(start.saturating_sub(NEAR))..];
    let from = start - near.len() + near.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let near = &behind[..behind.floor_char_boundary(NEAR)];
    let to = start + word.len() + near.find(char::is_whitespace).unwrap_or(near.len());
    let bare = text[from..to].trim_matches(|c: char| MARKS.contains(c));
    let is_word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let begins = || from == start && ends_sentence(before.trim_end());
    let is_small = word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    is_small
        && (word.starts_with(|c: char| c.is_ascii_lowercase()) || begins())
        && bare.split('/').all(is_word)
}

fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(['.', '!', '?', ':'])
}

fn report(entry: &Entry<'_>, start: usize, word: &str, correction: &str, cx: &mut LintContext<'_>) {
    let mut right = correction.to_owned();
    if word.starts_with(|c: char| c.is_ascii_uppercase()) {
        right[..1].make_ascii_uppercase();
    }
    let span = entry.text.span_of(start..start + word.len());
    cx.report(
        cx.diagnostic(
            entry.subject.to_string(),
            format!("\"{word}\" is misspelt"),
            span,
            "this is not a word",
        )
        .help(format!("write \"{right}\""))
        .fix(true, span, right),
    );
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn only_plain_words_are_looked_at() {
        for text in ["teh", "Teh lock", "a (teh) b", "a. Teh", "a teh, b", "a\nteh\nb", "teh/it", "“teh”"]
        {
            let start = text.to_ascii_lowercase().find("teh").expect("it is there");
            assert!(is_plain(text, start, &text[start..start + 3]), "{text}");
        }
        for text in [
            "a Teh",
            "TEH",
            "teh-b",
            "b-teh",
            "teh’s",
            "teh.com",
            "x@teh",
            "http://a/teh",
            "tEh",
            "te\u{200b}h",
        ] {
            let start = text.to_ascii_lowercase().find("teh").unwrap_or_default();
            let word = &text[start..text.floor_char_boundary(start + 3)];
            assert!(!is_plain(text, start, word), "{text}");
        }
    }
}
