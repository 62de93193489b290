//! The words and phrases that texts begin with.

use std::ops::Range;

use crate::model::phrase_at;

/// Words and phrases that a text may begin with, in lower case ASCII.
pub struct Openings {
    all: &'static [&'static str],
    /// The letters that they begin with, one bit each: most texts begin with none of them.
    first_letters: u32,
}

impl Openings {
    /// The openings of a list.
    ///
    /// # Panics
    /// If one of them is empty; for a constant, the build fails.
    #[must_use]
    pub const fn new(all: &'static [&'static str]) -> Self {
        let (mut first_letters, mut index) = (0, 0);
        while index < all.len() {
            first_letters |= bit(all[index].as_bytes()[0]);
            index += 1;
        }
        Self { all, first_letters }
    }

    /// The byte range of the first opening that the text begins with as whole words, whatever the case.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<Range<usize>> {
        let first = text.bytes().next()?;
        let all = if self.first_letters & bit(first) == 0 { &[] } else { self.all };
        let begins_alike = |opening: &&&str| opening.as_bytes()[0].eq_ignore_ascii_case(&first);
        all.iter().filter(begins_alike).find_map(|opening| phrase_at(text, 0, opening))
    }
}

/// The bit of a letter, whatever its case; for anything else, the bit of some letter.
const fn bit(letter: u8) -> u32 {
    1 << (letter & 0x1f)
}

#[cfg(test)]
mod tests {
    use super::Openings;

    #[test]
    fn texts_begin_with_whole_words() {
        let all = Openings::new(&["how to", "a", "able", "e.g"]);
        for (text, len) in [("How to row", 6), ("A lock", 1), ("ABLE", 4), ("a-b", 1), ("a", 1), ("E.g.", 3)]
        {
            assert_eq!(all.begin(text), Some(0..len), "{text}");
        }
        for text in ["", "how", "howto", "abled", "aé", "é", "lock", "1 a"] {
            assert_eq!(all.begin(text), None, "{text}");
        }
    }
}
