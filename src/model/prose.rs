//! The sentences of a text, its words and its phrases.

use std::ops::Range;

use memchr::memchr2_iter;

/// The words of `text` and where each starts. An apostrophe or a hyphen separates words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let place = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (place(word), word))
}

/// Where `phrase` (ASCII) is in `text` as whole words, whatever the case.
pub fn phrases<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let first = phrase.bytes().next().unwrap_or_default();
    let firsts = memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text.as_bytes());
    let starts = firsts.filter(move |at| is_word_start(text, *at));
    starts.filter_map(move |at| phrase_at(text, at, phrase))
}

/// Whether a word that begins with an ASCII letter or digit starts at `at`.
fn is_word_start(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let after_word = || match bytes[at - 1] {
        byte if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text[..at].ends_with(|c: char| c.is_alphanumeric()),
    };
    bytes[at].is_ascii_alphanumeric() && (at == 0 || !after_word())
}

/// The place of `phrase` (ASCII), whatever the case, if it is at `at` and ends at the end of a word.
#[must_use]
pub fn phrase_at(text: &str, at: usize, phrase: &str) -> Option<Range<usize>> {
    let end = at + phrase.len();
    let same = text.as_bytes().get(at..end)?.eq_ignore_ascii_case(phrase.as_bytes());
    (same && !text[end..].starts_with(|c: char| c.is_alphanumeric())).then_some(at..end)
}

/// Where the sentences of `text` are. A sentence ends at a full stop, question mark or exclamation mark that is
/// followed by a space and a capital letter, but not after an abbreviation.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(8);
    let mut start = 0;
    for at in memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()) {
        let end = at + 1;
        let rest = text[end..].trim_start();
        let begins = rest.starts_with(|c: char| c.is_uppercase()) && rest.len() < text.len() - end;
        if begins && !ends_in_abbreviation(&text[start..at]) {
            out.push(start..end);
            start = text.len() - rest.len();
        }
    }
    if !text[start..].trim().is_empty() {
        out.push(start..text.len());
    }
    out
}

/// Whether the text before a full stop ends in an abbreviation: e.g, etc, No, an initial.
fn ends_in_abbreviation(text: &str) -> bool {
    let last = text.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(text);
    let known = ["e.g", "i.e", "eg", "ie", "etc", "no", "vs", "inc", "dr", "mr", "mrs", "st", "approx"];
    // Most words are too long.
    last.len() <= 6
        && (last.chars().count() == 1 || known.iter().any(|known| last.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_start() {
        let found: Vec<_> = words("Don’t over-fill").collect();
        assert_eq!(found, [(0, "Don"), (6, "t"), (8, "over"), (13, "fill")]);
    }

    #[test]
    fn phrases_are_whole_words() {
        let found: Vec<_> = phrases("Such as this, such asters, é such as", "such as").collect();
        assert_eq!(found, [0..7, 30..37]);
        assert_eq!(phrases("", "such as").count(), 0);
    }

    #[test]
    fn sentences_end_where_another_begins() {
        let parts = |text: &'static str| -> Vec<&str> {
            sentences(text).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(parts("Clean the press. Dry it."), ["Clean the press.", "Dry it."]);
        assert_eq!(parts("Use tools, e.g. Allen keys."), ["Use tools, e.g. Allen keys."]);
        assert_eq!(parts("Version 1.1 and R. Smith"), ["Version 1.1 and R. Smith"]);
        assert!(parts(" ").is_empty());
    }
}
