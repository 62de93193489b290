//! The text of an open document, as its editor sends it, change by change.

use std::ops::Range;

use super::lines::{LinePosition, Lines, Unit};
use crate::source::Span;

/// The longest text that a span can point into.
const LONGEST: usize = u32::MAX as usize;

/// The text of an open document.
#[derive(Clone, Debug)]
pub struct Buffer {
    text: String,
    lines: Lines,
    unit: Unit,
}

/// A part of a text that was replaced, and by how many bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The bytes that were replaced.
    pub old: Range<usize>,
    /// How many bytes are there now.
    pub len: usize,
}

impl Splice {
    /// Where a span of the old text is now, or `None` if part of it was replaced.
    #[must_use]
    pub fn moved(&self, span: Span) -> Option<Span> {
        let Range { start, end } = span.range();
        if end <= self.old.start {
            return Some(span);
        }
        let shift = |at: usize| at - self.old.end + self.old.start + self.len;
        (start >= self.old.end).then(|| Span::new(shift(start), shift(end)))
    }
}

impl Buffer {
    /// A text whose positions are counted in `unit`.
    #[must_use]
    pub fn new(mut text: String, unit: Unit) -> Self {
        text.truncate(text.floor_char_boundary(LONGEST));
        let lines = Lines::new(&text);
        Self { text, lines, unit }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces what is between two positions.
    pub fn replace(&mut self, from: LinePosition, to: LinePosition, new: &str) -> Splice {
        let (from, to) = (self.offset(from), self.offset(to));
        let old = from.min(to)..from.max(to);
        let new = if self.text.len() - old.len() + new.len() > LONGEST { "" } else { new };
        self.text.replace_range(old.clone(), new);
        self.lines = Lines::new(&self.text);
        Splice { old, len: new.len() }
    }

    /// The byte at a position.
    #[must_use]
    pub fn offset(&self, position: LinePosition) -> usize {
        self.lines.offset(&self.text, position, self.unit)
    }

    /// The position of a byte.
    #[must_use]
    pub fn position(&self, offset: usize) -> LinePosition {
        self.lines.position(&self.text, offset, self.unit)
    }

    /// The positions of the start and the end of a span.
    #[must_use]
    pub fn range(&self, span: Span) -> [LinePosition; 2] {
        let Range { start, end } = span.range();
        [self.position(start), self.position(end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_follows_its_changes() {
        let at = |line, character| LinePosition { line, character };
        let mut buffer = Buffer::new("K1 a🦀\r\nK2 b".to_owned(), Unit::Utf16);
        let splice = buffer.replace(at(0, 3), at(0, 6), "wash\n");
        assert_eq!(buffer.text(), "K1 wash\n\r\nK2 b");
        assert_eq!(splice, Splice { old: 3..8, len: 5 });
        assert_eq!(splice.moved(Span::new(10, 12)), Some(Span::new(10, 12)));
        assert_eq!(
            (splice.moved(Span::new(0, 3)), splice.moved(Span::new(2, 4))),
            (Some(Span::new(0, 3)), None)
        );
        buffer.replace(at(9, 9), at(1, 0), "");
        assert_eq!(buffer.text(), "K1 wash\n");
    }
}
