//! What texts begin with.

use std::ops::Range;

/// Words and phrases that a text may begin with: small letters of ASCII.
pub struct Openings {
    all: &'static [&'static str],
    /// A bit for each letter that one of them begins with: most texts begin with another.
    firsts: u32,
}

impl Openings {
    /// Those of a list.
    #[must_use]
    pub const fn new(all: &'static [&'static str]) -> Self {
        let (mut firsts, mut index) = (0, 0);
        while index < all.len() {
            firsts |= bit(all[index].as_bytes()[0]);
            index += 1;
        }
        Self { all, firsts }
    }

    /// Where the first of them stands that the text begins with, if it ends with a word there; whatever the case.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<Range<usize>> {
        if self.firsts & bit(*text.as_bytes().first()?) == 0 {
            return None;
        }
        self.all.iter().find_map(|opening| begins(text, opening))
    }
}

/// The bit of a letter, whatever its case; none for anything else.
const fn bit(byte: u8) -> u32 {
    if byte.is_ascii_alphabetic() { 1 << (byte.to_ascii_lowercase() - b'a') } else { 0 }
}

fn begins(text: &str, opening: &str) -> Option<Range<usize>> {
    let same = text.get(..opening.len())?.eq_ignore_ascii_case(opening);
    (same && !text[opening.len()..].starts_with(char::is_alphanumeric)).then_some(0..opening.len())
}

#[cfg(test)]
mod tests {
    use super::Openings;

    #[test]
    fn texts_begin_with_whole_words() {
        let all = Openings::new(&["how to", "a", "able"]);
        for (text, len) in [("How to row", 6), ("A lock", 1), ("ABLE", 4), ("a-b", 1)] {
            assert_eq!(all.begin(text), Some(0..len), "{text}");
        }
        for text in ["", "how", "howto", "abled", "aé", "é", "lock", "1 a"] {
            assert_eq!(all.begin(text), None, "{text}");
        }
    }
}
