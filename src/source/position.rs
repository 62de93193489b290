//! Lines and columns.

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Unicode code points: for people, the concise format, JSON and SARIF.
    CodePoints,
    /// UTF-16 code units: for editors that speak the language server protocol.
    Utf16,
}

impl ColumnUnit {
    /// How many columns a text takes up.
    pub(super) fn count(self, text: &str) -> usize {
        match self {
            Self::CodePoints => text.chars().count(),
            // Only characters that take four bytes in UTF-8 take two units.
            Self::Utf16 => text.chars().count() + text.bytes().filter(|&byte| byte >= 0xf0).count(),
        }
    }
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line; `\n`, `\r\n` and a lone `\r` each end one.
    pub line: usize,
    /// The column, in the unit asked for. A byte order mark takes up no column.
    pub column: usize,
}

/// Where in a file something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePosition {
    /// The number of bytes before it.
    pub offset: u64,
    /// Its line and its column in code points.
    pub position: Position,
    /// Its column in UTF-16 code units.
    pub utf16_column: usize,
}

impl FilePosition {
    /// The start of a file.
    pub const START: Self = Self { offset: 0, position: Position { line: 1, column: 1 }, utf16_column: 1 };

    /// The start of a line, counted from 1, with `offset` bytes before it.
    #[must_use]
    pub fn line(line: usize, offset: u64) -> Self {
        Self { offset, position: Position { line, column: 1 }, utf16_column: 1 }
    }

    /// Where the text after `text` begins, if `text` begins here. A line break must not be split between two texts.
    #[must_use]
    pub fn after(self, text: &str) -> Self {
        let offset = self.offset + text.len() as u64;
        let Some(last) = memchr::memrchr2(b'\n', b'\r', text.as_bytes()) else {
            let tail = text.strip_prefix('\u{feff}').filter(|_| self.offset == 0).unwrap_or(text);
            let (points, units) = lengths(tail);
            let (column, utf16_column) = (self.position.column + points, self.utf16_column + units);
            return Self { offset, position: Position { column, ..self.position }, utf16_column };
        };
        let tail = &text[last + 1..];
        let line = self.position.line + break_ends(text.as_bytes()).count();
        let (points, units) = lengths(tail);
        Self { offset, position: Position { line, column: 1 + points }, utf16_column: 1 + units }
    }

    /// The position in the file of a place that is at `position` in a document that begins here.
    pub(super) fn and(self, position: Position, unit: ColumnUnit) -> Position {
        let first = match unit {
            ColumnUnit::CodePoints => self.position.column,
            ColumnUnit::Utf16 => self.utf16_column,
        };
        let before = if position.line == 1 { first - 1 } else { 0 };
        Position { line: self.position.line + position.line - 1, column: before + position.column }
    }
}

/// How many columns a text takes up, in code points and in UTF-16 code units.
fn lengths(text: &str) -> (usize, usize) {
    if text.is_ascii() {
        return (text.len(), text.len());
    }
    (ColumnUnit::CodePoints.count(text), ColumnUnit::Utf16.count(text))
}

/// The offset at which each line starts: `\n`, `\r\n` and a lone `\r` each end one.
#[must_use]
pub fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let start = |index: usize| super::Span::at(index + 1).start;
    std::iter::once(0).chain(break_ends(bytes).map(start)).collect()
}

/// The offset of the last byte of each line break.
fn break_ends(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&index| bytes[index] == b'\n' || bytes.get(index + 1) != Some(&b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_after_a_text_is_past_its_end() {
        let place = FilePosition::START.after("\u{feff}a🦀");
        assert_eq!(
            (place.offset, place.position, place.utf16_column),
            (8, Position { line: 1, column: 3 }, 4)
        );
        let place = place.after("b\r\nc\nde");
        assert_eq!(
            (place.offset, place.position, place.utf16_column),
            (15, Position { line: 3, column: 3 }, 3)
        );
        assert_eq!(FilePosition::START.after("").position, Position { line: 1, column: 1 });
    }
}
