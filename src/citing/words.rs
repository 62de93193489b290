//! The words of a text, one after the other.

use std::ops::Range;

/// The words of a text from a place on: runs of letters and digits.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Words<'t> {
    /// The words of a text.
    pub(crate) fn of(text: &'t str) -> Self {
        Self::from(text, 0)
    }

    /// The words from the byte `at` on.
    pub(super) fn from(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// Goes on to the first character that is part of a word, or is none; no further than the end.
    fn skip(&mut self, is_wanted: bool) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            // Most characters are ASCII, and told by their byte.
            let (is_of_word, len) = if byte.is_ascii() {
                (byte.is_ascii_alphanumeric(), 1)
            } else {
                let c = self.text[self.at..].chars().next().unwrap_or_default();
                (c.is_alphanumeric(), c.len_utf8())
            };
            if is_of_word == is_wanted {
                return;
            }
            self.at += len;
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        self.skip(true);
        let start = self.at;
        self.skip(false);
        (start < self.at).then_some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "“The café’s 24 lids”";
        let words: Vec<&str> = Words::of(text).map(|range| &text[range]).collect();
        assert_eq!(words, ["The", "café", "s", "24", "lids"]);
    }
}
