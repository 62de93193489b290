//! The body of a document: paragraphs and tables, in reading order.

use super::super::changes::TrackedChanges;
use super::super::error::OfficeError;
use super::super::lines::Block;
use super::super::xml::{Element, Item, Xml};
use super::numbering::Numbering;
use super::styles::Styles;
use crate::source::{Place, TableCell};

/// Reads the body of a document.
pub(super) struct Body<'x, 'd> {
    pub(super) xml: Xml<'x>,
    pub(super) styles: &'d Styles,
    pub(super) numbering: Numbering,
    changes: TrackedChanges,
    pub(super) blocks: Vec<Block>,
    /// Whether the last block continues in the next paragraph.
    pub(super) open: bool,
    /// How many tables and rows there were, including those inside cells.
    pub(super) tables: u32,
    pub(super) rows: u32,
    /// How many text boxes there were.
    text_boxes: u32,
    /// How many paragraphs and runs with text there were.
    counted: usize,
}

/// The most paragraphs and runs of text that are read, together: a standard has a few thousand.
const MOST: usize = 400_000;

const TOO_MANY: OfficeError = OfficeError::TooLarge(
    "it has more than 400,000 paragraphs and runs of text, far more than any standard, so ksb does not read it",
);

/// Where blocks are: in the body or a text box, and perhaps in a cell there.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    pub(super) text_box: Option<u32>,
    /// How many paragraphs outside tables there were.
    pub(super) paragraphs: u32,
    /// How many tables there were.
    pub(super) tables: u32,
    /// The cell, and its place.
    pub(super) cell: Option<(Place, TableCell)>,
}

impl<'x, 'd> Body<'x, 'd> {
    pub(super) fn new(
        document: &'x str,
        styles: &'d Styles,
        numbering: Numbering,
        changes: TrackedChanges,
    ) -> Self {
        let xml = Xml::new(document, "document");
        Self {
            xml,
            styles,
            numbering,
            changes,
            blocks: Vec::new(),
            open: false,
            tables: 0,
            rows: 0,
            text_boxes: 0,
            counted: 0,
        }
    }

    /// All blocks.
    pub(super) fn read(mut self) -> Result<Vec<Block>, OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) if element.name() == "body" => {
                    self.blocks(&mut Surroundings::default())?;
                }
                Item::Open(element) if element.name() == "document" => (),
                Item::Open(_) => self.xml.skip()?,
                Item::End => return Ok(self.blocks),
                Item::Close | Item::Text(_) => (),
            }
        }
    }

    /// Counts a paragraph or a run with text.
    pub(super) fn count(&mut self) -> Result<(), OfficeError> {
        self.counted += 1;
        if self.counted > MOST { Err(TOO_MANY) } else { Ok(()) }
    }

    /// Reads blocks up to the end of the element that began last.
    pub(super) fn blocks(&mut self, around: &mut Surroundings) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => self.block(&element, around)?,
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    pub(super) fn block(
        &mut self,
        element: &Element<'_>,
        around: &mut Surroundings,
    ) -> Result<(), OfficeError> {
        match element.name() {
            "p" => self.paragraph(around),
            "tbl" => self.table(around),
            "sdt" | "sdtContent" | "customXml" | "smartTag" => self.blocks(around),
            "AlternateContent" => self.alternative(|body| body.blocks(around)),
            name if self.shows(name) == Some(true) => self.blocks(around),
            _ => self.xml.skip(),
        }
    }

    /// Whether to read what is inside a tracked change with this element name, or `None` if the name is not of a
    /// tracked change.
    pub(super) fn shows(&self, name: &str) -> Option<bool> {
        match name {
            "ins" | "moveTo" => Some(self.changes == TrackedChanges::Accepted),
            "del" | "moveFrom" => Some(self.changes == TrackedChanges::Rejected),
            _ => None,
        }
    }

    /// Reads the first of the alternatives that programs may choose from.
    pub(super) fn alternative(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<(), OfficeError>,
    ) -> Result<(), OfficeError> {
        let mut is_read = false;
        loop {
            match self.xml.next()? {
                Item::Open(_) if is_read => self.xml.skip()?,
                Item::Open(_) => {
                    read(self)?;
                    is_read = true;
                }
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// Reads a text box and returns its blocks, because they go after the paragraph that it is attached to.
    pub(super) fn text_box(&mut self) -> Result<Vec<Block>, OfficeError> {
        self.text_boxes += 1;
        let mut around = Surroundings { text_box: Some(self.text_boxes), ..Surroundings::default() };
        let before = std::mem::take(&mut self.blocks);
        let read = self.blocks(&mut around);
        let own = std::mem::replace(&mut self.blocks, before);
        read.map(|()| own)
    }
}
