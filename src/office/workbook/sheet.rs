//! The cells of an Excel sheet in its XML.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::error::OfficeError;
use super::super::xml::{Element, Item, Xml};
use super::annotate::cell;
use super::shapes::Cell;
use super::strings::{CellText, digits};

/// What a cell holds, if it can be changed.
#[derive(Clone, Debug)]
pub(super) enum Holds {
    /// The shared text with this number, and where the number is.
    Shared(usize, Range<usize>),
    /// A text of its own.
    Own(CellText),
    /// A number, as its digits.
    Number(CellText),
    /// Something else, such as a formula.
    Other,
}

/// A cell, and where it is.
#[derive(Clone, Debug)]
pub(super) struct CellXml {
    pub(super) holds: Holds,
    pub(super) whole: Range<usize>,
    /// The style that it has.
    pub(super) style: Option<String>,
}

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct SheetXml {
    pub(super) xml: String,
    pub(super) prefix: String,
    pub(super) cells: BTreeMap<Cell, CellXml>,
    /// The tag of each row that has cells, and where its content ends.
    pub(super) rows: BTreeMap<u32, (Range<usize>, usize)>,
    /// The tag that says which area is used.
    pub(super) dimension: Option<Range<usize>>,
    /// The first and the last cell of each area that one formula fills.
    filled: Vec<(Cell, Cell)>,
}

impl SheetXml {
    pub(super) fn read(text: String) -> Result<Self, OfficeError> {
        let mut sheet = Self::default();
        let mut xml = Xml::new(&text, "worksheet");
        let mut row = 0;
        loop {
            match xml.next()? {
                Item::Open(element) => match element.name() {
                    "worksheet" => sheet.prefix = element.prefix(),
                    "sheetData" => (),
                    "dimension" => {
                        sheet.dimension = Some(element.tag.clone());
                        xml.skip()?;
                    }
                    "row" => {
                        let stated = element.attribute("r").and_then(|number| number.parse::<u32>().ok());
                        let number = stated.map_or(row, |number| number.saturating_sub(1));
                        row = number.saturating_add(1);
                        let end = sheet.row(number, &mut xml)?;
                        sheet.rows.insert(number, (element.tag.clone(), end));
                    }
                    _ => xml.skip()?,
                },
                Item::Close | Item::Text(_) => (),
                Item::End => break,
            }
        }
        sheet.give_up_results();
        Ok(Self { xml: text, ..sheet })
    }

    /// Reads the cells of a row, and returns the place where they end.
    fn row(&mut self, row: u32, xml: &mut Xml<'_>) -> Result<usize, OfficeError> {
        let mut column = 0;
        loop {
            let before = xml.position();
            match xml.next()? {
                Item::Open(element) if element.name() == "c" => {
                    let stated = element.attribute("r").and_then(|name| cell(&name));
                    let at = stated.unwrap_or((row, column));
                    column = at.1.saturating_add(1);
                    let holds = self.holds(&element, xml)?;
                    let whole = element.tag.start..xml.position();
                    self.cells.insert(at, CellXml { holds, whole, style: element.attribute("s") });
                }
                Item::Open(_) => xml.skip()?,
                Item::Close | Item::End => return Ok(before),
                Item::Text(_) => (),
            }
        }
    }
    /// What a cell holds, read up to its end.
    fn holds(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<Holds, OfficeError> {
        let kind = element.attribute("t").unwrap_or_default();
        let (mut holds, mut has_formula) = (Holds::Other, false);
        loop {
            match xml.next()? {
                Item::Open(inner) if inner.name() == "is" => {
                    let text = CellText::read(inner.tag.start, xml)?;
                    holds = Holds::Own(text);
                }
                Item::Open(inner) if inner.name() == "v" && kind == "s" => {
                    let value = CellText::value(inner.tag, xml)?;
                    let place = value.letters.first().map(|letters| letters.content.clone());
                    if let Some((number, place)) = value.text.trim().parse().ok().zip(place) {
                        holds = Holds::Shared(number, place);
                    }
                }
                Item::Open(inner) if inner.name() == "v" && matches!(&*kind, "" | "n") => {
                    let value = CellText::value(inner.tag, xml)?;
                    if digits(&value.text) {
                        holds = Holds::Number(value);
                    }
                }
                Item::Open(inner) => {
                    if inner.name() == "f" {
                        has_formula = true;
                        let is_one = inner.attribute("t").is_some_and(|kind| kind != "shared");
                        let area = inner.attribute("ref").filter(|_| is_one);
                        self.filled.extend(area.and_then(|area| cells(&area)));
                    }
                    xml.skip()?;
                }
                Item::Close | Item::End => return Ok(if has_formula { Holds::Other } else { holds }),
                Item::Text(_) => (),
            }
        }
    }

    /// Marks the numbers that a formula in another cell fills in as something that cannot be changed.
    fn give_up_results(&mut self) {
        for (first, last) in std::mem::take(&mut self.filled) {
            let is_in =
                |cell: &Cell| (first.0..=last.0).contains(&cell.0) && (first.1..=last.1).contains(&cell.1);
            for (_, cell) in self.cells.iter_mut().filter(|(at, _)| is_in(at)) {
                if matches!(cell.holds, Holds::Number(_)) {
                    cell.holds = Holds::Other;
                }
            }
        }
    }
}

/// The first and the last cell of an area: `B2:D9`.
pub(super) fn cells(area: &str) -> Option<(Cell, Cell)> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    Some((cell(first)?, cell(last)?))
}
