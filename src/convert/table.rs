//! Rows as a table: the columns that they need, and a cell for each.

use super::rows::Row;
use crate::listing::{Column, RowType};
use crate::office::{OfficeError, Sheet, workbook};

/// The columns that every file has, so that they are always in the same place.
const USUAL: [Column; 4] = [Column::Type, Column::Code, Column::Text, Column::Ksbs];

/// A table.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// The type of all rows, if no column gives it.
    of: Option<RowType>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// The table of a file.
    pub(super) fn whole(rows: &[Row]) -> Self {
        Self::with(rows, |column| USUAL.contains(&column))
    }

    /// The table of a part of a document: it has no blank column.
    pub(super) fn part(rows: &[Row]) -> Self {
        let of = rows.first().map(|row| row.of);
        let of = of.filter(|of| rows.iter().all(|row| row.of == *of && row.is_filled()));
        let titled = Self { of, ..Self::with(rows, |column| column == Column::Text) };
        let is_told = of.is_some_and(|of| of.heads(&titled.columns));
        if is_told {
            titled
        } else {
            Self::with(rows, |column| matches!(column, Column::Type | Column::Text))
        }
    }

    fn with(rows: &[Row], is_usual: impl Fn(Column) -> bool) -> Self {
        let is_needed = |column: &Column| is_usual(*column) || rows.iter().any(|row| row.has(*column));
        let columns: Vec<Column> = Column::ALL.into_iter().filter(is_needed).collect();
        let cell = |row: &Row, column: Column| match column {
            Column::Type => row.of.name().to_owned(),
            _ => row.cell(column).to_owned(),
        };
        let rows = rows.iter().map(|row| columns.iter().map(|column| cell(row, *column)).collect());
        Self { rows: rows.collect(), columns, of: None }
    }

    /// The headings of the columns.
    pub(super) fn heads(&self) -> Vec<&'static str> {
        let of = |column: &Column| self.of.filter(|_| *column == Column::Text).map(RowType::name);
        self.columns.iter().map(|column| of(column).unwrap_or_else(|| column.name())).collect()
    }
}

/// The rows with commas between their cells. Excel recognises UTF-8 by its byte order mark. It reads any other file as
/// Windows-1252, which is the same if all characters are ASCII.
pub(super) fn csv(rows: &[Row]) -> Vec<u8> {
    let table = Table::whole(rows);
    let is_plain = table.rows.iter().flatten().all(|cell| cell.is_ascii());
    let mark = if is_plain { "" } else { "\u{feff}" };
    let mut writer = csv::Writer::from_writer(Vec::from(mark));
    writer.write_record(table.heads()).expect("a Vec takes all that is written to it");
    for row in &table.rows {
        writer.write_record(row).expect("every row has all columns");
    }
    writer.into_inner().expect("a Vec takes all that is written to it")
}

/// The rows as a sheet.
pub(super) fn sheet(rows: &[Row]) -> Result<Vec<u8>, OfficeError> {
    let Table { columns, rows, .. } = Table::whole(rows);
    let columns = columns.into_iter().map(|column| (column.name(), width(column))).collect();
    workbook(&Sheet { name: "Standard", columns, rows })
}

/// How many characters wide a column is.
fn width(column: Column) -> u32 {
    match column {
        Column::Text => 90,
        Column::Ksbs | Column::Description | Column::Id => 36,
        Column::Type | Column::Note | Column::Pointer => 24,
        _ => 14,
    }
}
