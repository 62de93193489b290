//! The text of a document that is not plain text, such as a Word document or a workbook, and where each piece of it is
//! in that document.

use std::fmt;
use std::sync::Arc;

use super::{Beside, LeftOut, Span};

/// What kind of file a text was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A Word document.
    Word,
    /// A spreadsheet.
    Workbook,
}

/// A document that is not plain text, as text.
#[derive(Clone, Debug)]
pub struct Extracted {
    /// What it was taken from.
    pub container: Container,
    /// Its words: a line for each paragraph, for each line of a paragraph that has several, and for each cell.
    pub text: String,
    /// Where the words are in the document, in the order of the text.
    pub pieces: Vec<Piece>,
    /// Parts with words that the text leaves out, in order, and where in the text they belong.
    pub left_out: Vec<(LeftOut, Span)>,
    /// The parts beside the text that may have codes of statements, and are not read.
    pub beside: Vec<Beside>,
    /// The SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
}

/// A part of the text that comes from one place in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first byte in the text. It reaches to the next piece.
    pub start: u32,
    /// Where it is, as a person with the document open would say it.
    pub place: Place,
    /// The cell that it is in, if it is in a table.
    pub cell: Option<TableCell>,
    /// The level of the heading that its first line is, from 0, if the document marks it as one.
    pub heading: Option<u8>,
}

/// A cell, numbered within its document: cells of one row have the same table and row. A table inside a cell counts as
/// a separate table here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The number of the table.
    pub table: u32,
    /// The number of the row among the rows of all tables.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// A place in a document that is not plain text. Everything counts from 1, as people count. Shown, it is what a person
/// would say: `table 2, row 4, column 1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A paragraph outside tables.
    Paragraph {
        /// The text box that it is in, if any.
        text_box: Option<u32>,
        /// Which paragraph there; empty ones count.
        paragraph: u32,
    },
    /// A cell of a table. For a table inside a cell, it is the outer cell.
    Cell {
        /// The text box that the table is in, if any.
        text_box: Option<u32>,
        /// Which table there.
        table: u32,
        /// Which row; the header row counts.
        row: u32,
        /// Which column; a cell that spans several counts as all of them.
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
    /// The name of a cell of a workbook, such as `C7`, or `None` for other places.
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
