//! [`LookalikeLetter`].

use super::declare_rule;
use crate::diagnostic::{Edit, Fix};
use crate::lint::{LintContext, Rule};
use crate::model::{OccupationalMap, Standard, looks_like, words};
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports a word that contains letters of another script that look like Latin ones, such as a Cyrillic "а" in
    /// "cellаr", and a word made only of such letters. Greek letters that do not look Latin are allowed, as in "μm".
    ///
    /// # Why it matters
    /// Nobody can see the difference, but no search finds the word, and two words that look the same are not.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cell\u0430r hand" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand" }
    /// ```
    ///
    /// # Source
    /// Convention: the Unicode Consortium advises against mixing scripts in a word (UTS 39).
    LookalikeLetter { name: "lookalike-letter", group: Wording, severity: Warning }
}

impl Rule for LookalikeLetter {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    for entry in cx.index().marked(&[Mark::LookAlike]) {
        for (start, word) in words(entry.text) {
            if passes_for_another(word) {
                report(entry, start, word, cx);
            }
        }
    }
}

/// Whether a word has letters that look Latin next to Latin ones, or has no other letters.
fn passes_for_another(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let all_look_latin = || letters().all(|c| c.is_ascii() || looks_like(c).is_some());
    letters().any(|c| looks_like(c).is_some())
        && (letters().any(|c| c.is_ascii_alphabetic()) || all_look_latin())
}

fn report(entry: &Entry<'_>, start: usize, word: &str, cx: &mut LintContext<'_>) {
    let text = entry.text;
    let latin: String = word.chars().map(|c| looks_like(c).unwrap_or(c)).collect();
    let others = word.char_indices().filter_map(|(at, c)| Some((start + at, c, looks_like(c)?)));
    let edit = |(at, c, latin): (usize, char, char)| Edit {
        span: text.span_of(at..at + c.len_utf8()),
        replacement: latin.to_string(),
    };
    let edits: Vec<Edit> = others.map(edit).collect();
    let Some(first) = edits.first() else { return };
    let span = first.span;
    let message = format!("\"{word}\" contains letters from another script that look like Latin ones");
    let mut diagnostic = cx
        .diagnostic(entry.subject.to_string(), message, span, "this is not a Latin letter")
        .help(format!("type \"{latin}\" again"));
    diagnostic.fix = Some(Fix { safe: true, edits });
    cx.report(diagnostic);
}

#[cfg(test)]
mod tests {
    use super::passes_for_another;

    #[test]
    fn what_looks_latin_and_is_not_is_known() {
        for word in ["cellаr", "а", "Сору", "ΟK", "ｗine"] {
            assert!(passes_for_another(word), "{word}");
        }
        for word in ["cellar", "μm", "kΩ", "ΔT", "TNFα", "naïve", "русский", "χαρά", "5"] {
            assert!(!passes_for_another(word), "{word}");
        }
    }
}
