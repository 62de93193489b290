//! The names of cells and ranges in the XML of a sheet: `C7`. The reader of cells calculates with them before it knows
//! that there are such rows and columns, so they are checked first.

use super::super::error::OfficeError;
use super::super::xml::{Element, Item, Xml};

/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_576;

/// The last column of a sheet, `XFD`.
const LAST_COLUMN: u32 = 16_384;

/// Checks the names in a part, if it is XML.
pub(super) fn check(part: &str) -> Result<(), OfficeError> {
    let mut xml = Xml::new(part, "sheet");
    let mut is_sheet = false;
    loop {
        match xml.next() {
            Ok(Item::Open(element)) => {
                is_sheet |= element.name() == "worksheet";
                check_element(&element)?;
            }
            Ok(Item::Close | Item::Text(_)) => (),
            Err(error) if is_sheet => return Err(error),
            Ok(Item::End) | Err(_) => return Ok(()),
        }
    }
}

fn check_element(element: &Element<'_>) -> Result<(), OfficeError> {
    let name = match element.name() {
        "c" | "row" => element.attribute("r"),
        "dimension" | "mergeCell" => element.attribute("ref"),
        _ => return Ok(()),
    };
    let is_row = element.name() == "row";
    let are_cells = |name: &str| {
        let corners: Option<Vec<(u32, u32)>> = name.split(':').map(cell).collect();
        corners
            .is_some_and(|corners| corners.windows(2).all(|two| two[0].0 <= two[1].0 && two[0].1 <= two[1].1))
    };
    match name {
        Some(name) if !(is_row && row(&name).is_some() || are_cells(&name)) => {
            Err(OfficeError::Damaged(format!(
                "it refers to `{}`, a cell that is not in any sheet",
                name.chars().take(40).collect::<String>()
            )))
        }
        _ => Ok(()),
    }
}

/// The row and the column that a name gives.
fn cell(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let add = |sum: u32, letter: u8| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = name[..letters].bytes().take(4).fold(0, add);
    let is_column = (1..=3).contains(&letters) && column <= LAST_COLUMN;
    row(&name[letters..]).filter(|_| is_column).map(|row| (row, column))
}

/// The number of a row.
fn row(number: &str) -> Option<u32> {
    let is_number = number.len() <= 7 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|row| is_number && (1..=LAST_ROW).contains(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_read(cells: &str) -> bool {
        check(&format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")).is_ok()
    }

    #[test]
    fn no_cell_stands_outside_a_sheet() {
        for cells in [
            "<row r='1'><c r='A1'/><c/></row>",
            "<row r='1048576'><c r='XFD1048576'/></row>",
            "<mergeCell ref='A1:B2'/>",
            "<dimension ref='C7'/>",
        ] {
            assert!(is_read(cells), "{cells}");
        }
        for cells in [
            "<c r='ZZZZZZZZZZ1'/>",
            "<c r='A99999999999'/>",
            "<c r='A0'/>",
            "<c r='7'/>",
            "<c r=''/>",
            "<row r='4294967295'/>",
            "<mergeCell ref='B2:A1'/>",
        ] {
            assert!(!is_read(cells), "{cells}");
        }
        assert!(check("no XML <").is_ok() && check("<x><c r='A0'/></x>").is_err());
    }
}
