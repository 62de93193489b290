//! What a document cites.

use std::ops::Range;

use crate::model::Code;
use crate::source::{Span, Text};

/// A code, or a range of codes, that a document cites.
#[derive(Clone, Debug)]
pub struct Citation<'s> {
    /// The code, or the first one of a range.
    pub first: Code,
    /// The last code of a range.
    pub last: Option<Code>,
    /// Where it is.
    pub span: Span,
    /// Which bytes of the text of its paragraph or cell it is.
    pub range: Range<usize>,
    /// The index of the paragraph or cell that it is in.
    pub block: usize,
    /// Whether it is in a list of codes or a column of codes, rather than in the middle of a sentence.
    pub is_listed: bool,
    /// Whether the header of its column gives the letter of its code, as `Skills` does: the cells below have numbers
    /// alone.
    pub has_implied_letter: bool,
    /// What is next to it where the text of the statement would be, if there is anything.
    pub beside: Option<Text<'s>>,
    /// For a code that names a column or a row of a grid, the indices of the cells that are marked for it. If there is
    /// no mark, nothing covers it there.
    pub marks: Option<Vec<usize>>,
}

impl Citation<'_> {
    /// Whether the document says that something covers the code.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.marks.as_ref().is_none_or(|marks| !marks.is_empty())
    }

    /// The indices of the blocks that cite the code: the marked cells in a grid, otherwise its own block.
    #[must_use]
    pub fn blocks(&self) -> &[usize] {
        self.marks.as_deref().unwrap_or(std::slice::from_ref(&self.block))
    }
}

/// What a document cites of a standard.
#[derive(Clone, Debug, Default)]
pub struct Citations<'s> {
    /// The codes, in order.
    pub codes: Vec<Citation<'s>>,
    /// What may be codes of the standard, with nothing to confirm it.
    pub doubtful: Vec<Citation<'s>>,
    /// Whether the document cites the standard, or what may be codes of it is more than one that stands by chance.
    pub may_cite: bool,
    /// The texts of statements that are quoted in it.
    pub quotes: Vec<Quote>,
    /// The texts without a code that are close to the text of a statement.
    pub close: Vec<NearMatch>,
    /// The indices of the cells where a migration left a note.
    pub notes: Vec<usize>,
}

/// A paragraph or a cell that says nearly the same as a statement, but has no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMatch {
    /// The code of the statement.
    pub code: Code,
    /// The percentage of words that are the same.
    pub likeness: usize,
    /// Where it is.
    pub span: Span,
    /// The index of the paragraph or cell that it is.
    pub block: usize,
}

/// The text of a statement in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The codes of the statements with this text: several if the standard repeats it.
    pub codes: Vec<Code>,
    /// Where it is.
    pub span: Span,
    /// Which bytes of the text of its paragraph or cell it is.
    pub range: Range<usize>,
    /// The index of the paragraph or cell that it is in.
    pub block: usize,
    /// Whether one of the codes is next to it.
    pub has_code: bool,
}
