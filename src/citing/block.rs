//! A document that cites a standard, as a person sees it: paragraphs, headings and cells.

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
    /// What is in it, in order.
    pub blocks: Vec<Block<'s>>,
}

/// A title is among this many blocks at the start.
const TITLE: usize = 5;

/// A title has at most this many words.
const LONGEST_TITLE: usize = 14;

impl CitingDocument<'_> {
    /// Whether its title or a heading says that it is an assessment plan.
    #[must_use]
    pub fn is_assessment_plan(&self) -> bool {
        let is_short = |block: &&Block<'_>| block.text.split_whitespace().count() <= LONGEST_TITLE;
        let titles = self.blocks.iter().take(TITLE).filter(is_short);
        let headings = self.blocks.iter().filter(|block| block.is_heading);
        titles.chain(headings).any(|block| block.text.to_lowercase().contains("assessment plan"))
    }
}
