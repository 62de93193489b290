//! Lines and characters as the language server protocol counts them, from 0, and the bytes that they stand for.

use crate::source::line_starts;

/// What the characters of a line are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16, which every editor understands.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Unit {
    fn count(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Utf32 => text.chars().count(),
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A line and a character in it, both counted from 0. A byte order mark is a character like any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePosition {
    /// The line.
    pub line: u32,
    /// The character.
    pub character: u32,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// The lines of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(line_starts(text))
    }

    /// The position of a byte of the text.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize, unit: Unit) -> LinePosition {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line = self.0.partition_point(|start| *start as usize <= offset) - 1;
        let character = unit.count(&text[self.0[line] as usize..offset]);
        LinePosition { line: narrow(line), character: narrow(character) }
    }

    /// The byte at a position: a character past the end of a line counts as that end, a line past the last one as the
    /// end of the text, and the middle of a character as its start.
    #[must_use]
    pub fn offset(&self, text: &str, position: LinePosition, unit: Unit) -> usize {
        let line = position.line as usize;
        let Some(start) = self.0.get(line).map(|start| *start as usize) else { return text.len() };
        let end = self.0.get(line + 1).map_or(text.len(), |end| *end as usize);
        let content = text[start..end].trim_end_matches(['\n', '\r']);
        let (mut at, mut left) = (start, position.character as usize);
        if unit == Unit::Utf8 || content.is_ascii() {
            return text.floor_char_boundary(start + left.min(content.len()));
        }
        for c in content.chars() {
            let Some(rest) = left.checked_sub(unit.width(c)).filter(|_| left > 0) else { break };
            (at, left) = (at + c.len_utf8(), rest);
        }
        at
    }

    /// The first byte of the line that holds `offset`.
    #[must_use]
    pub fn start_of_line(&self, offset: usize) -> usize {
        let line = self.0.partition_point(|start| *start as usize <= offset) - 1;
        self.0[line] as usize
    }

    /// Where the line that holds `offset` ends, before its line break.
    #[must_use]
    pub fn end_of_line(&self, text: &str, offset: usize) -> usize {
        let line = self.0.partition_point(|start| *start as usize <= offset);
        let end = self.0.get(line).map_or(text.len(), |end| *end as usize);
        let start = self.0[line - 1] as usize;
        start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lead_to_bytes_and_back() {
        let text = "a🦀é\r\nb\rc\n";
        let lines = Lines::new(text);
        for (offset, line, utf8, utf16, utf32) in [
            (0, 0, 0, 0, 0),
            (5, 0, 5, 3, 2),
            (7, 0, 7, 4, 3),
            (9, 1, 0, 0, 0),
            (11, 2, 0, 0, 0),
            (13, 3, 0, 0, 0),
        ] {
            for (unit, character) in [(Unit::Utf8, utf8), (Unit::Utf16, utf16), (Unit::Utf32, utf32)] {
                let position = LinePosition { line, character };
                assert_eq!(lines.position(text, offset, unit), position);
                assert_eq!(lines.offset(text, position, unit), offset);
            }
        }
    }

    #[test]
    fn positions_past_the_end_map_to_the_nearest() {
        let text = "a🦀\r\nb";
        let lines = Lines::new(text);
        let at = |line, character| lines.offset(text, LinePosition { line, character }, Unit::Utf16);
        assert_eq!((at(0, 2), at(0, 9), at(1, 7), at(4, 0)), (1, 5, 8, 8));
        assert_eq!(lines.end_of_line(text, 1), 5);
        assert_eq!(Lines::new("").position("", 7, Unit::Utf8), LinePosition::default());
    }
}
