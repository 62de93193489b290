//! What texts begin with.

use std::ops::Range;

use crate::model::phrase_at;

/// Words and phrases that a text may begin with: small letters of ASCII.
pub struct Openings<const N: usize> {
    all: [&'static str; N],
    /// How each of them begins, and the bytes of a text to hold against that.
    starts: [(u32, u32); N],
}

impl<const N: usize> Openings<N> {
    /// Those of a list.
    #[must_use]
    pub const fn new(all: [&'static str; N]) -> Self {
        let (mut starts, mut index) = ([(0, 0); N], 0);
        while index < N {
            let len = all[index].len();
            let within = if len < 4 { (1 << (8 * len)) - 1 } else { u32::MAX };
            starts[index] = (start(all[index].as_bytes()) & within, within);
            index += 1;
        }
        Self { all, starts }
    }

    /// Where the first of them stands that the text begins with, if it ends with a word there; whatever the case.
    #[must_use]
    pub fn begin(&self, text: &str) -> Option<Range<usize>> {
        let own = start(text.as_bytes());
        // All of them are looked at: most texts begin with none, and to stop would cost more.
        let may_begin = self.starts.iter().filter(|(start, within)| own & within == *start).count() > 0;
        if may_begin { self.all.iter().find_map(|opening| phrase_at(text, 0, opening)) } else { None }
    }
}

/// The first four bytes of a text, letters in lower case, or as many as there are.
const fn start(text: &[u8]) -> u32 {
    const SMALL: u32 = 0x2020_2020;
    if let Some(four) = text.first_chunk() {
        return u32::from_le_bytes(*four) | SMALL;
    }
    let (mut start, mut place) = (0, text.len());
    while place > 0 {
        place -= 1;
        start = start << 8 | text[place] as u32;
    }
    start | SMALL
}

#[cfg(test)]
mod tests {
    use super::Openings;

    #[test]
    fn texts_begin_with_whole_words() {
        let all = Openings::new(["how to", "a", "able", "e.g"]);
        for (text, len) in [("How to row", 6), ("A lock", 1), ("ABLE", 4), ("a-b", 1), ("a", 1), ("E.g.", 3)]
        {
            assert_eq!(all.begin(text), Some(0..len), "{text}");
        }
        for text in ["", "how", "howto", "abled", "aé", "é", "lock", "1 a"] {
            assert_eq!(all.begin(text), None, "{text}");
        }
    }
}
