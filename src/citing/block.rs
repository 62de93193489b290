//! A document that cites, as what a person sees of it: paragraphs, headings and cells.

use crate::source::{SourceId, TableCell, Text};

/// A paragraph, an item of a list, a heading or a cell.
#[derive(Clone, Debug)]
pub struct Block<'s> {
    /// What it says, with its place.
    pub text: Text<'s>,
    /// The cell that it is, if it is one; a cell of several paragraphs is one block.
    pub cell: Option<TableCell>,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// A document that cites a standard.
#[derive(Clone, Debug)]
pub struct CitingDocument<'s> {
    /// Its file.
    pub source: SourceId,
    /// What stands in it, in order.
    pub blocks: Vec<Block<'s>>,
}
