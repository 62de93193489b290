//! The words of a text, one after the other.

use std::ops::Range;

/// What a byte is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Byte {
    /// A letter or digit.
    OfWord,
    /// Another character of ASCII.
    Between,
    /// A character of several bytes.
    Other,
}

/// What each byte is part of.
const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Other; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        bytes[byte as usize] = if byte.is_ascii_alphanumeric() { Byte::OfWord } else { Byte::Between };
        byte += 1;
    }
    bytes
};

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
}

/// Where the first character is, at `at` or after it, that is part of a word (or, unless `IS_WANTED`, is not); at most
/// the end of the text.
#[inline]
fn skip<const IS_WANTED: bool>(text: &str, mut at: usize) -> usize {
    // Most characters are ASCII, and recognised by their byte.
    let passed = if IS_WANTED { Byte::Between } else { Byte::OfWord };
    let bytes = text.as_bytes();
    loop {
        while at < bytes.len() && BYTES[usize::from(bytes[at])] == passed {
            at += 1;
        }
        if at >= bytes.len() || bytes[at].is_ascii() {
            return at;
        }
        match text[at..].chars().next() {
            Some(c) if c.is_alphanumeric() != IS_WANTED => at += c.len_utf8(),
            _ => return at,
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = skip::<true>(self.text, self.at);
        self.at = skip::<false>(self.text, start);
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
