//! Rows of cells in a text, each cell with its bytes. The crate `csv`, which writes such rows, says where a row begins,
//! but not where its cells do.

/// What separates the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

impl Separator {
    pub(super) const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// The characters that a cell may have only inside quotes.
    pub(super) fn reserved(self) -> &'static str {
        match self {
            Self::Comma => ",\"\r\n",
            Self::Semicolon => ";\"\r\n",
            Self::Tab => "\t\"\r\n",
            Self::Bar => "|\"\r\n",
        }
    }
}

/// A cell of a row, without the quotes around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it is in quotes, so that two quotes inside it stand for one.
    pub is_quoted: bool,
}

/// The cells of a text, row by row.
#[derive(Debug)]
pub(super) struct Records<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
}

impl<'t> Records<'t> {
    /// The rows of a text from the byte `start` on.
    pub(super) fn new(text: &'t str, start: usize, separator: Separator) -> Self {
        Self { text, separator: separator.byte(), at: start }
    }

    /// Passes the cells of the next row to `each`, with their columns; false after the last row.
    pub(super) fn next_row(&mut self, mut each: impl FnMut(usize, Field)) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        for column in 0.. {
            let field = self.quoted(self.at).unwrap_or_else(|| self.plain(self.at));
            each(column, field);
            self.at = field.end + usize::from(field.is_quoted);
            self.at += self.blanks(self.at);
            match self.byte(self.at) {
                Some(byte) if byte == self.separator => self.at += 1,
                Some(b'\r') if self.byte(self.at + 1) == Some(b'\n') => {
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        true
    }

    /// Where the row that was read last ends, before its line break.
    pub(super) fn end_of_row(&self) -> usize {
        let row = &self.text[..self.at];
        let row = row.strip_suffix('\n').unwrap_or(row);
        row.strip_suffix('\r').unwrap_or(row).len()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// How many spaces that do not separate anything there are at a place.
    fn blanks(&self, at: usize) -> usize {
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t') && **byte != self.separator;
        self.text.as_bytes()[at..].iter().take_while(is_blank).count()
    }

    fn ends(&self, byte: u8) -> bool {
        byte == self.separator || matches!(byte, b'\n' | b'\r')
    }

    /// The cell in quotes that begins at a place. If anything other than the end of the cell follows the closing quote,
    /// the quotes are ordinary characters, so that a quote that is never closed does not swallow the rows below.
    fn quoted(&self, from: usize) -> Option<Field> {
        let start = from + self.blanks(from);
        if self.byte(start) != Some(b'"') {
            return None;
        }
        let start = start + 1;
        let mut at = start;
        loop {
            at += memchr::memchr(b'"', &self.text.as_bytes()[at..])?;
            if self.byte(at + 1) != Some(b'"') {
                break;
            }
            at += 2;
        }
        let behind = at + 1;
        let is_end = self.byte(behind + self.blanks(behind)).is_none_or(|byte| self.ends(byte));
        is_end.then_some(Field { start, end: at, is_quoted: true })
    }

    fn plain(&self, start: usize) -> Field {
        let len = memchr::memchr3(self.separator, b'\n', b'\r', &self.text.as_bytes()[start..]);
        Field { start, end: len.map_or(self.text.len(), |len| start + len), is_quoted: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: Separator) -> Vec<Vec<&str>> {
        let mut records = Records::new(text, 0, separator);
        let mut rows = Vec::new();
        loop {
            let mut row = Vec::new();
            if !records.next_row(|_, field| row.push(&text[field.start..field.end])) {
                return rows;
            }
            rows.push(row);
        }
    }

    #[test]
    fn rows_are_taken_apart() {
        let comma = |text| rows(text, Separator::Comma);
        assert_eq!(comma("a,b\r\nc,\n\n,d"), [vec!["a", "b"], vec!["c", ""], vec![""], vec!["", "d"]]);
        assert_eq!(comma("\"a,\n\"\"b\"\"\" , \"c\"\nd"), [vec!["a,\n\"\"b\"\"", "c"], vec!["d"]]);
        assert_eq!(rows("a\t\"b\tc\"", Separator::Tab), [["a", "b\tc"]]);
        assert_eq!(comma("\"\",\"a\""), [["", "a"]]);
    }

    #[test]
    fn quotes_that_enclose_nothing_are_marks() {
        let comma = |text| rows(text, Separator::Comma);
        assert_eq!(comma("K1,\"the hive\nK2,\"wax\""), [["K1", "\"the hive"], ["K2", "wax"]]);
        assert_eq!(comma("K1,a \"hive\" b"), [["K1", "a \"hive\" b"]]);
        assert_eq!(comma("\"a\" b,c\n"), [["\"a\" b", "c"]]);
        assert_eq!(comma("\""), [["\""]]);
    }
}
