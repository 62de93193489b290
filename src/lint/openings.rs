//! What texts begin with.

use std::ops::Range;

/// Words and phrases that a text may begin with: small letters of ASCII.
pub struct Openings {
    all: &'static [&'static str],
    /// A bit for each mark that one of them has, for most texts have another.
    marks: [u64; 4],
}

impl Openings {
    /// Those of a list.
    #[must_use]
    pub const fn new(all: &'static [&'static str]) -> Self {
        let (mut marks, mut index) = ([0; 4], 0);
        while index < all.len() {
            let mark = mark(all[index].as_bytes());
            marks[mark / 64] |= 1 << (mark % 64);
            index += 1;
        }
        Self { all, marks }
    }

    /// Where the first of them stands that the text begins with, if it ends with a word there; whatever the case.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<Range<usize>> {
        let mark = mark(text.as_bytes());
        if self.marks[mark / 64] >> (mark % 64) & 1 == 0 {
            return None;
        }
        self.all.iter().find_map(|opening| begins(text, opening))
    }
}

/// A number from 0 to 255 for the first two letters of a text, whatever their case, or for the first if it is alone.
const fn mark(text: &[u8]) -> usize {
    let (first, second) = match text {
        [] => (0, 0),
        [first] => (*first, 0),
        [first, second, ..] => (*first, if second.is_ascii_alphabetic() { *second | 0x20 } else { 0 }),
    };
    ((first | 0x20).wrapping_mul(29) ^ second) as usize
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
