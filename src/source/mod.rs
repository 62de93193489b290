//! Text, places in it, and the only conversion of bytes to lines and columns.
//!
//! A [`Span`] is a byte range of one [`Source`]; it stays a byte range until something is shown to
//! a person or a program, when [`Source::position`] turns it into a line and a column.

mod decode;
mod sources;
mod text;

use std::ops::Range;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

pub use decode::{DecodeError, Decoded, decode};
pub use sources::Sources;
pub use text::{Text, TextBuilder};

/// The number of a [`Source`] among those read in one run; labels use it to point into other files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A byte range of one source, `start` included and `end` excluded, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Span {
    /// A span of the bytes `start..end`.
    ///
    /// # Panics
    /// If an offset does not fit 32 bits; [`decode`] refuses such files before anything is read.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).expect("sources are under 4 GiB");
        debug_assert!(start <= end, "a span ends before it starts");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The empty span before the byte at `offset`.
    #[must_use]
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// The span as a range to slice with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A value and the place it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, read from `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Unicode code points: for people, the concise format, JSON and SARIF.
    CodePoints,
    /// UTF-16 code units: for editors that speak the language server protocol.
    Utf16,
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line; `\n`, `\r\n` and a lone `\r` each end one.
    pub line: usize,
    /// The column, in the unit asked for. A byte order mark takes up no column.
    pub column: usize,
}

/// The text of one file, its name, and a table of its lines that is built when first asked for.
#[derive(Debug)]
pub struct Source {
    id: SourceId,
    name: String,
    text: String,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    /// A source from text that is already known to be UTF-8.
    #[must_use]
    pub fn new(id: SourceId, name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id, name: name.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// Its number in this run.
    #[must_use]
    pub fn id(&self) -> SourceId {
        self.id
    }

    /// The name that the user gave: a path, or what stands for standard input.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, with its byte order mark if it has one.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The SHA-256 of the text, in hexadecimal: that of the file's bytes, if they are UTF-8.
    #[must_use]
    pub fn sha256(&self) -> String {
        format!("{:x}", Sha256::digest(self.text.as_bytes()))
    }

    /// The text of `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// How many bytes a byte order mark takes up at the start: 0 or 3.
    #[must_use]
    pub fn bom_len(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The line and column of a byte offset; an offset past the end stands for the end.
    #[must_use]
    pub fn position(&self, offset: usize, unit: ColumnUnit) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_index(offset);
        let start = self.line_start(line).max(self.bom_len().min(offset));
        let before = &self.text[start..self.text.floor_char_boundary(offset)];
        let column = match unit {
            ColumnUnit::CodePoints => before.chars().count(),
            ColumnUnit::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Position { line: line + 1, column: column + 1 }
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines().len()
    }

    /// The index, from 0, of the line that holds `offset`.
    #[must_use]
    pub fn line_index(&self, offset: usize) -> usize {
        self.lines().partition_point(|&start| start as usize <= offset) - 1
    }

    /// The first byte of the line with this index from 0, or the end of the text past the last one.
    #[must_use]
    pub fn line_start(&self, index: usize) -> usize {
        self.lines().get(index).map_or(self.text.len(), |&start| start as usize)
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| line_starts(&self.text))
    }
}

/// The offset at which each line starts.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends_line = |&(index, &byte): &(usize, &u8)| {
        byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'))
    };
    let after = bytes.iter().enumerate().filter(ends_line).map(|(index, _)| Span::at(index + 1).start);
    std::iter::once(0).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: &Source, offset: usize) -> (usize, usize) {
        let position = source.position(offset, ColumnUnit::CodePoints);
        (position.line, position.column)
    }

    #[test]
    fn every_line_ending_ends_a_line() {
        let source = Source::new(SourceId(0), "x", "a\nb\r\nc\rd");
        assert_eq!(source.line_count(), 4);
        assert_eq!(at(&source, 0), (1, 1));
        assert_eq!(at(&source, 2), (2, 1));
        assert_eq!(at(&source, 5), (3, 1));
        assert_eq!(at(&source, 7), (4, 1));
        assert_eq!(at(&source, 8), (4, 2));
        assert_eq!(at(&source, 99), (4, 2));
    }

    #[test]
    fn columns_count_what_is_asked_for() {
        let source = Source::new(SourceId(0), "x", "\u{feff}é🦀z");
        let z = source.text().len() - 1;
        assert_eq!(source.position(z, ColumnUnit::CodePoints), Position { line: 1, column: 3 });
        assert_eq!(source.position(z, ColumnUnit::Utf16), Position { line: 1, column: 4 });
        assert_eq!(at(&source, 0), (1, 1));
        assert_eq!(at(&source, 3), (1, 1));
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let source = Source::new(SourceId(0), "x", "");
        assert_eq!((source.line_count(), at(&source, 0)), (1, (1, 1)));
    }
}
