//! Puts the text of a document together, with the places of its pieces.

use std::ops::Range;

use crate::source::{Container, Extracted, LeftOut, Piece, Place, Span, TableCell, sha256_hex};

/// A paragraph, or the content of a cell of a workbook.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// What it says; may have several lines.
    pub(super) text: String,
    /// Where it is.
    pub(super) place: Place,
    /// The cell that it is in.
    pub(super) cell: Option<TableCell>,
    /// Whether it is an item of a list, so that it goes with what is above it.
    pub(super) is_item: bool,
    /// The level of the heading that it is, if its style says so.
    pub(super) heading: Option<u8>,
    /// Where its text is in the XML, if that can be edited.
    pub(super) runs: Runs,
}

impl Block {
    /// Whether it has no words, so that it makes no piece of the text.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Where the text of a paragraph is in the XML of its document.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    /// Its runs of text, in order. What is not in the XML, such as an automatic number, belongs to none.
    pub(super) all: Vec<Run>,
    /// The characters that stand for an element without text, such as a tab or a break.
    pub(super) signs: Vec<Run>,
    /// Where the content of the paragraph begins, after its properties.
    pub(super) content: usize,
    /// Parts with words that the text leaves out, in order, and where in the text they were.
    pub(super) left_out: Vec<(LeftOut, usize)>,
}

/// A piece of text in the XML: the content of one `w:t`, or an element that stands for a character.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The bytes of the paragraph's text.
    pub(super) text: Range<usize>,
    /// The tag that begins the text; all of an element that stands for a character.
    pub(super) tag: Range<usize>,
    /// What is between its tags; nothing in an element that stands for a character.
    pub(super) content: Range<usize>,
    /// The whole run that it is in.
    pub(super) whole: Range<usize>,
    /// The properties of that run; empty if it has none.
    pub(super) properties: Range<usize>,
    /// The tag of the tracked insertion that the run is in; empty if there is none directly around it.
    pub(super) insertion: Range<usize>,
}

/// The document as text: a line for each line of each block, and an empty line between blocks that have nothing to do
/// with each other.
pub(super) fn extracted(container: Container, bytes: &[u8], blocks: &[Block]) -> Extracted {
    let mut text = String::with_capacity(blocks.iter().map(|block| block.text.len() + 2).sum());
    let mut pieces = Vec::with_capacity(blocks.len());
    let mut left_out = Vec::new();
    let mut above: Option<&Block> = None;
    for block in blocks {
        if block.is_blank() {
            // It belongs to what is above it, except that a cell is found by its name.
            let is_cell = matches!(block.place, Place::Sheet { .. }) && !block.runs.left_out.is_empty();
            if is_cell && pieces.last().is_none_or(|last: &Piece| (last.start as usize) < text.len()) {
                let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
                pieces.push(Piece { start, place: block.place.clone(), cell: None, heading: None });
            }
            left_out.extend(block.runs.left_out.iter().map(|(what, _)| (*what, Span::at(text.len()))));
            continue;
        }
        match above {
            Some(above) if goes_with(above, block) => text.push('\n'),
            Some(_) => text.push_str("\n\n"),
            None => (),
        }
        let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
        pieces.push(Piece { start, place: block.place.clone(), cell: block.cell, heading: block.heading });
        let place = |(what, at): &(LeftOut, usize)| (*what, Span::at(text.len() + at));
        left_out.extend(block.runs.left_out.iter().map(place));
        text.push_str(&block.text);
        above = Some(block);
    }
    text.push('\n');
    Extracted { container, text, pieces, left_out, beside: Vec::new(), sha256: sha256_hex(bytes) }
}

/// Whether two blocks belong together: they are in one table, or the second is an item of a list.
fn goes_with(above: &Block, block: &Block) -> bool {
    match (above.cell, block.cell) {
        (Some(above), Some(cell)) => above.table == cell.table,
        (None, None) => block.is_item,
        _ => false,
    }
}
