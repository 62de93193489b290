//! Excel workbooks.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::super::archive::Archive;
use super::super::beside::may_have_codes;
use super::super::error::OfficeError;
use super::super::lines::Block;
use super::cells::Cells;
use super::names;

/// The cells of all visible sheets, and whether hidden ones may have codes. The archive is unpacked first, because that has
/// a limit, and the names of its cells are checked.
pub(super) fn read(bytes: &[u8], mut archive: Archive<'_>) -> Result<(Vec<Block>, bool), OfficeError> {
    archive.unpack_all(names::check)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (seen, hidden): (Vec<&Sheet>, Vec<&Sheet>) =
        sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let names = |sheets: Vec<&Sheet>| sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
    let (names, hidden) = (names(seen), names(hidden));
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
    // A hidden sheet that cannot be read has none.
    let has_hidden_codes = hidden.iter().any(|name| has_codes(&mut workbook, name).unwrap_or_default());
    Ok((cells.blocks, has_hidden_codes))
}

/// Whether a cell of a sheet may have codes.
fn has_codes(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<bool, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        if may_have_codes(&text(&cell.value)) {
            return Ok(true);
        }
    }
    Ok(false)
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
