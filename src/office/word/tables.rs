//! Tables: rows and cells, merged ones and tables inside cells.

use super::super::error::OfficeError;
use super::super::xml::{Element, Item};
use super::body::{Body, Surroundings};
use crate::source::{Place, TableCell};

/// A table that is being read.
struct Table<'a> {
    around: &'a Surroundings,
    /// Its number among all tables.
    id: u32,
    /// Its number in the place where it is.
    number: u32,
    /// How many of its rows there were.
    rows: u32,
}

/// A row that is being read.
struct Row {
    /// Its number among all rows.
    id: u32,
    number: u32,
    /// How many columns the cells so far take up.
    columns: u32,
    /// Whether a tracked change leaves it out.
    is_left_out: bool,
}

/// What the properties of a cell say.
struct CellProperties {
    /// How many columns it takes up.
    span: u32,
    /// Whether a tracked change leaves it out.
    is_left_out: bool,
}

impl Body<'_, '_> {
    /// Reads a table.
    pub(super) fn table(&mut self, around: &mut Surroundings) -> Result<(), OfficeError> {
        self.tables += 1;
        if around.cell.is_none() {
            around.tables += 1;
        }
        let mut table = Table { around, id: self.tables, number: around.tables, rows: 0 };
        self.rows(&mut table)
    }

    fn rows(&mut self, table: &mut Table<'_>) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => match element.name() {
                    "tr" => self.row(table)?,
                    "sdt" | "sdtContent" | "customXml" | "ins" | "del" | "moveTo" | "moveFrom" => {
                        self.rows(table)?;
                    }
                    _ => self.xml.skip()?,
                },
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    fn row(&mut self, table: &mut Table<'_>) -> Result<(), OfficeError> {
        self.rows += 1;
        table.rows += 1;
        let mut row = Row { id: self.rows, number: table.rows, columns: 0, is_left_out: false };
        let before = self.blocks.len();
        self.cells(table, &mut row)?;
        if row.is_left_out {
            self.blocks.truncate(before);
        }
        Ok(())
    }

    fn cells(&mut self, table: &Table<'_>, row: &mut Row) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => match element.name() {
                    "tc" => self.cell(table, row)?,
                    "trPr" => self.row_properties(row)?,
                    "sdt" | "sdtContent" | "customXml" => self.cells(table, row)?,
                    _ => self.xml.skip()?,
                },
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    fn row_properties(&mut self, row: &mut Row) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => {
                    if element.name() == "gridBefore" {
                        row.columns = element.number().unwrap_or(0);
                    }
                    row.is_left_out |= self.shows(element.name()) == Some(false);
                    self.xml.skip()?;
                }
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// Reads a cell. When cells are merged over several rows, only the first has a text.
    fn cell(&mut self, table: &Table<'_>, row: &mut Row) -> Result<(), OfficeError> {
        let own = TableCell { table: table.id, row: row.id, column: row.columns };
        let place = match &table.around.cell {
            Some((outer, _)) => outer.clone(),
            None => Place::Cell {
                text_box: table.around.text_box,
                table: table.number,
                row: row.number,
                column: row.columns.saturating_add(1),
            },
        };
        let mut around = Surroundings {
            text_box: table.around.text_box,
            cell: Some((place, own)),
            ..Surroundings::default()
        };
        let mut properties = CellProperties { span: 1, is_left_out: false };
        let before = self.blocks.len();
        loop {
            match self.xml.next()? {
                Item::Open(element) if element.name() == "tcPr" => properties = self.cell_properties()?,
                Item::Open(element) => self.block(&element, &mut around)?,
                Item::Close | Item::End => break,
                Item::Text(_) => (),
            }
        }
        if properties.is_left_out {
            self.blocks.truncate(before);
        }
        row.columns = row.columns.saturating_add(properties.span);
        Ok(())
    }

    fn cell_properties(&mut self) -> Result<CellProperties, OfficeError> {
        let mut found = CellProperties { span: 1, is_left_out: false };
        loop {
            match self.xml.next()? {
                Item::Open(element) => {
                    match element.name() {
                        "gridSpan" => found.span = span_of(&element),
                        "cellIns" => found.is_left_out |= self.shows("ins") == Some(false),
                        "cellDel" => found.is_left_out |= self.shows("del") == Some(false),
                        _ => (),
                    }
                    self.xml.skip()?;
                }
                Item::Close | Item::End => return Ok(found),
                Item::Text(_) => (),
            }
        }
    }
}

/// How many columns a cell takes up: at least one, and no more than Word allows.
fn span_of(element: &Element<'_>) -> u32 {
    element.number().unwrap_or(1).clamp(1, 63)
}
