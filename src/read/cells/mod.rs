//! Files of cells: rows of values separated by commas, semicolons, tabs or vertical bars. Their transcript has a line
//! for each cell.

mod records;
mod separator;

pub use self::records::Field;
use self::records::Records;
use self::records::Separator;
use self::separator::separator;
use crate::source::{Span, TableCell, Transcript, TranscriptBuilder};

/// The plain text of a file of cells. `None` if it has no rows of several cells.
pub(super) fn transcript(text: &str) -> Option<Transcript> {
    let mut builder = TranscriptBuilder::default();
    let separator = each_cell(text, |cell, field| {
        builder.break_line();
        builder.enter(Some(cell));
        pieces(text, field, |words, place| builder.stands_for(words, place));
    })?;
    Some(builder.finish(separator.reserved()))
}

/// Gives the cells of a file that are not empty to `each`, in order. None if it has no rows of several cells.
pub(super) fn each_cell(text: &str, mut each: impl FnMut(TableCell, Field)) -> Option<Separator> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (separator, start) = separator(text, start)?;
    let mut records = Records::new(text, start, separator);
    let mut rows = Rows { text, table: 0, row: 0, is_apart: true };
    let mut cells = Vec::new();
    while records.next_row(|column, field| {
        if !text[field.start..field.end].trim().is_empty() {
            cells.push((column, field));
        }
    }) {
        rows.add(&cells, &mut each);
        cells.clear();
    }
    Some(separator)
}

/// A row of a file of cells.
#[derive(Clone, Debug)]
pub struct CellsRow {
    /// Its cells, including empty ones.
    pub cells: Vec<Field>,
    /// The byte at which it ends, before its line break.
    pub end: usize,
}

/// The character that separates the cells of a file, and its rows. `None` if it has no rows of several cells.
#[must_use]
pub fn cell_rows(text: &str) -> Option<(char, Vec<CellsRow>)> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (separator, start) = separator(text, start)?;
    let mut records = Records::new(text, start, separator);
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    while records.next_row(|_, field| cells.push(field)) {
        let end = records.end_of_row();
        rows.push(CellsRow { cells: std::mem::take(&mut cells), end });
    }
    Some((char::from(separator.byte()), rows))
}

/// Whether a text is a file of cells, although its name does not say so. `is_head` recognises the header row of a
/// table.
pub(super) fn looks_like(text: &str, is_head: impl Fn(&[&str]) -> bool) -> bool {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    separator::is_enclosing(text, start, is_head)
}

/// The rows of a file as they are read.
struct Rows<'t> {
    text: &'t str,
    table: u32,
    row: u32,
    /// Whether there is an empty row above.
    is_apart: bool,
}

impl Rows<'_> {
    /// Passes the cells of a row that are not empty to `each`. After an empty row, another table begins, unless the
    /// next row has codes or numbers, as no header row does.
    fn add(&mut self, cells: &[(usize, Field)], each: &mut impl FnMut(TableCell, Field)) {
        if cells.is_empty() {
            self.is_apart = true;
            return;
        }
        let has_digit = |(_, field): &(usize, Field)| {
            self.text[field.start..field.end].contains(|c: char| c.is_ascii_digit())
        };
        if self.table == 0 || self.is_apart && !cells.iter().any(has_digit) {
            self.table += 1;
        }
        self.is_apart = false;
        self.row += 1;
        for (column, field) in cells {
            let column = u32::try_from(*column).unwrap_or(u32::MAX);
            each(TableCell { table: self.table, row: self.row, column }, *field);
        }
    }
}

/// Passes the words of a cell to `each`, piece by piece, with their places: two quotes in quotes are one, and a line
/// break is a line break, however it is written.
pub(super) fn pieces<'t>(text: &'t str, field: Field, mut each: impl FnMut(&'t str, Span)) {
    let whole = &text[field.start..field.end];
    let start = field.start + whole.len() - whole.trim_start().len();
    let text = whole.trim();
    let mut from = 0;
    // Without quotes around it, a cell has no line breaks.
    let written_otherwise = |from: usize| memchr::memchr2(b'\r', b'"', &text.as_bytes()[from..]);
    while let Some(found) = written_otherwise(from).filter(|_| field.is_quoted) {
        let at = from + found;
        each(&text[from..at], Span::new(start + from, start + at));
        let (plain, len) = match &text.as_bytes()[at..] {
            [b'\r', b'\n', ..] => ("\n", 2),
            [b'\r', ..] => ("\n", 1),
            [b'"', b'"', ..] => ("\"", 2),
            _ => ("\"", 1),
        };
        each(plain, Span::new(start + at, start + at + len));
        from = at + len;
    }
    each(&text[from..], Span::new(start + from, start + text.len()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    /// The lines of a transcript, each with table, row and column.
    fn shown(text: &str) -> Vec<(String, [u32; 3])> {
        let source = transcript(text).expect("cells").source(SourceId(0));
        let mut at = 0;
        let lines = source.text().lines().map(|line| {
            let cell = source.cell(at).expect("a cell");
            at += line.len() + 1;
            (line.to_owned(), [cell.table, cell.row, cell.column])
        });
        lines.collect()
    }

    #[test]
    fn every_cell_is_a_line() {
        let found = shown(
            "\u{feff}Hive keeper\r\n\r\nCode;Text\r\nK1;\"Say \"\"bee\"\"\r\nand wax\"\r\n\r\nS1; x\r\n",
        );
        let expected = [
            ("Hive keeper", [1, 1, 0]),
            ("Code", [2, 2, 0]),
            ("Text", [2, 2, 1]),
            ("K1", [2, 3, 0]),
            ("Say \"bee\"", [2, 3, 1]),
            ("and wax", [2, 3, 1]),
            ("S1", [2, 4, 0]),
            ("x", [2, 4, 1]),
        ];
        assert_eq!(found, expected.map(|(line, cell)| (line.to_owned(), cell)));
    }

    #[test]
    fn an_edit_keeps_its_cell_whole() {
        let text = "Code,Text\nK1,\"Say \"\"bee\"\".\"\nK2,wax\n";
        let transcript = transcript(text).expect("cells");
        let at = |word: &str| {
            let start = text.find(word).expect("it is there");
            Span::new(start, start + word.len())
        };
        assert!(transcript.takes(at("bee"), "wasp") && transcript.takes(at("\"\"bee\"\""), "bee"));
        assert!(!transcript.takes(at("\"bee"), "wasp") && !transcript.takes(at("wax"), "wax, honey"));
        assert!(!transcript.takes(at("K2,wax"), "K2"));
    }
}
