//! The cells of a workbook, in reading order.

use std::sync::Arc;

use super::super::error::OfficeError;
use super::super::lines::{Block, Runs};
use crate::source::{LeftOut, Place, TableCell};

/// The most cells with something in them that are read: a standard has a few hundred.
const MOST_CELLS: usize = 200_000;

const TOO_MANY: OfficeError = OfficeError::TooLarge(
    "it has more than 200,000 cells that are not empty, far more than any standard, so ksb does not read it",
);

/// The most text in all cells, in bytes: one text in the file may be used by many cells.
const MOST_TEXT: usize = 64 << 20;

const TOO_LONG: OfficeError = OfficeError::TooLarge(
    "its cells have more than 64 MiB of text, far more than any standard, so ksb does not read it",
);

/// The cells that were read, in reading order.
#[derive(Debug, Default)]
pub(super) struct Cells {
    pub(super) blocks: Vec<Block>,
    /// The sheet: how many there were, and its name.
    sheets: u32,
    sheet: Option<Arc<str>>,
    /// How many rows with something in them there were, and which the last one was.
    rows: u32,
    row: Option<(u32, u32)>,
    /// How many bytes of text they have.
    len: usize,
}

impl Cells {
    /// Begins a sheet.
    pub(super) fn sheet(&mut self, name: &str) {
        self.sheets += 1;
        self.sheet = Some(Arc::from(name));
    }

    /// Adds a cell that holds a formula and shows nothing until a program calculates it.
    pub(super) fn formula(&mut self, row: u32, column: u32) -> Result<(), OfficeError> {
        if self.blocks.len() == MOST_CELLS {
            return Err(TOO_MANY);
        }
        if let Some(sheet) = self.sheet.clone() {
            let place = Place::Sheet { sheet, row: row.saturating_add(1), column: column.saturating_add(1) };
            let runs = Runs { left_out: vec![(LeftOut::Formula, 0)], ..Runs::default() };
            self.blocks.push(Block {
                text: String::new(),
                place,
                cell: None,
                is_item: false,
                heading: None,
                runs,
            });
        }
        Ok(())
    }

    /// Adds a cell, whose row and column count from 0.
    pub(super) fn add(&mut self, row: u32, column: u32, text: &str) -> Result<(), OfficeError> {
        let Some(sheet) = self.sheet.clone().filter(|_| !text.trim().is_empty()) else { return Ok(()) };
        if self.blocks.len() == MOST_CELLS {
            return Err(TOO_MANY);
        }
        self.len = self.len.saturating_add(text.len());
        if self.len > MOST_TEXT {
            return Err(TOO_LONG);
        }
        if self.row != Some((self.sheets, row)) {
            self.rows += 1;
            self.row = Some((self.sheets, row));
        }
        let place = Place::Sheet { sheet, row: row.saturating_add(1), column: column.saturating_add(1) };
        let cell = Some(TableCell { table: self.sheets, row: self.rows, column });
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (is_item, heading, runs) = (false, None, Runs::default());
        self.blocks.push(Block { text, place, cell, is_item, heading, runs });
        Ok(())
    }
}
