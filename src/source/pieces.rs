//! The text of a document that is not one text, such as a Word document or a workbook, and where each piece of it stands
//! in that document.

use std::fmt;
use std::sync::Arc;

use super::{LeftOut, Span};

/// What kind of file a text was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A Word document.
    Word,
    /// A spreadsheet.
    Workbook,
}

/// A document that is not one text, as text.
#[derive(Clone, Debug)]
pub struct Extracted {
    /// What it was taken from.
    pub container: Container,
    /// Its words: a line for each paragraph, for each line of a paragraph that has several, and for each cell.
    pub text: String,
    /// Where they stand in it, in the order of the text.
    pub pieces: Vec<Piece>,
    /// What has words that are not in the text, in order, and where in the text it belongs.
    pub left_out: Vec<(LeftOut, Span)>,
    /// The SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
}

/// A part of the text that stands in one place of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first byte in the text. It reaches to the next piece.
    pub start: u32,
    /// Where it stands, as a person would say who has the document open.
    pub place: Place,
    /// The cell that it stands in, if it stands in a table.
    pub cell: Option<TableCell>,
    /// The level of the heading that its first line is, from 0, if the document marks it as one.
    pub heading: Option<u8>,
}

/// A cell among all cells of a document: cells of one row have the same table and row. Tables inside cells are tables of
/// their own here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The number of the table.
    pub table: u32,
    /// The number of the row among the rows of all tables.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// A place in a document that is not one text. Everything counts from 1, as people count. Shown, it is what a person
/// would say: `table 2, row 4, column 1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A paragraph outside tables.
    Paragraph {
        /// The text box that it stands in, if it does.
        text_box: Option<u32>,
        /// Which paragraph there; empty ones count.
        paragraph: u32,
    },
    /// A cell of a table; of tables inside a cell, that cell.
    Cell {
        /// The text box that the table stands in, if it does.
        text_box: Option<u32>,
        /// Which table there.
        table: u32,
        /// Which row; that of the head counts.
        row: u32,
        /// Which column; a cell over several counts as all of them.
        column: u32,
    },
    /// A cell of a workbook.
    Sheet {
        /// The name of the sheet.
        sheet: Arc<str>,
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
}

impl Place {
    /// The name of a cell of a workbook: `C7`; none of other places.
    #[must_use]
    pub fn cell_name(&self) -> Option<String> {
        let Self::Sheet { row, column, .. } = self else { return None };
        Some(format!("{}{row}", column_name(*column)))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Paragraph { text_box: Some(number), .. } | Self::Cell { text_box: Some(number), .. } =
            self
        {
            write!(f, "text box {number}, ")?;
        }
        match self {
            Self::Paragraph { paragraph, .. } => write!(f, "paragraph {paragraph}"),
            Self::Cell { table, row, column, .. } => write!(f, "table {table}, row {row}, column {column}"),
            Self::Sheet { sheet, row, column } => {
                write!(f, "sheet {sheet}, cell {}{row}", column_name(*column))
            }
        }
    }
}

/// The letters of a column that counts from 1: `A`, `Z`, `AA`.
fn column_name(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        column /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_said_as_people_say_them() {
        let cell = |text_box| Place::Cell { text_box, table: 2, row: 4, column: 1 };
        assert_eq!(cell(None).to_string(), "table 2, row 4, column 1");
        assert_eq!(cell(Some(3)).to_string(), "text box 3, table 2, row 4, column 1");
        assert_eq!(Place::Paragraph { text_box: None, paragraph: 31 }.to_string(), "paragraph 31");
        let sheet = |column| Place::Sheet { sheet: "KSBs".into(), row: 7, column };
        assert_eq!(sheet(3).to_string(), "sheet KSBs, cell C7");
        let names = [1, 26, 27, 52, 702, 703].map(|column| sheet(column).cell_name().unwrap_or_default());
        assert_eq!(names, ["A7", "Z7", "AA7", "AZ7", "ZZ7", "AAA7"]);
    }
}
