//! Edits of XML at places in it: everything else stays byte for byte.

use std::ops::Range;

/// Edits of one part, in any order.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts `text` before the byte at `at`. Texts inserted at one place are in the order of the calls.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.0.push((at..at, text.into()));
    }

    /// Puts `text` in place of what is there; ranges must not overlap.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// The text with its edits.
    pub(super) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out =
            String::with_capacity(text.len() + self.0.iter().map(|(_, new)| new.len()).sum::<usize>());
        let mut from = 0;
        for (range, new) in &self.0 {
            out.push_str(&text[from..range.start.max(from)]);
            out.push_str(new);
            from = range.end.max(from);
        }
        out + &text[from..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_the_order_of_their_places() {
        let mut edits = Edits::default();
        edits.replace(2..3, "C");
        edits.insert(0, "<");
        edits.insert(2, "1");
        edits.insert(2, "2");
        edits.insert(4, ">");
        assert_eq!(edits.apply("abcd"), "<ab12Cd>");
    }
}
