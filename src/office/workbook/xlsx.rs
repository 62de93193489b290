//! Excel workbooks.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::super::archive::Archive;
use super::super::error::OfficeError;
use super::super::lines::Block;
use super::cells::Cells;
use super::names;

/// The cells of all visible sheets. The archive is unpacked first, because that has a limit, and the
/// names of its cells are checked.
pub(super) fn read(bytes: &[u8], mut archive: Archive<'_>) -> Result<Vec<Block>, OfficeError> {
    archive.unpack_all(names::check)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let is_seen = |sheet: &&calamine::Sheet| {
        sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let names: Vec<String> =
        workbook.sheets_metadata().iter().filter(is_seen).map(|sheet| sheet.name.clone()).collect();
    let mut cells = Cells::default();
    for name in names {
        cells.sheet(&name);
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(|error| broken(&error))?;
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|error| broken(&error))? {
            let (row, column) = cell.pos;
            match (&cell.value, cell.formula) {
                (DataRef::Empty, Some(_)) => cells.formula(row, column)?,
                (value, _) => cells.add(row, column, &text(value))?,
            }
        }
    }
    Ok(cells.blocks)
}

/// What a cell shows.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(date) => day(date),
        DataRef::Bool(value) => if *value { "Yes" } else { "No" }.to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A date as the site writes it without words: `2026-03-01`.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

fn broken(error: &XlsxError) -> OfficeError {
    match error {
        XlsxError::Password => OfficeError::Encrypted,
        _ => OfficeError::Damaged(error.to_string()),
    }
}
