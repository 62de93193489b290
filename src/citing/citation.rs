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
    /// Where it stands.
    pub span: Span,
    /// Which bytes these are of the text of its paragraph or cell.
    pub range: Range<usize>,
    /// The index of the paragraph or cell that it stands in.
    pub block: usize,
    /// Whether it stands in a list of codes or in a column of codes, and not in the middle of a sentence.
    pub is_listed: bool,
    /// Whether the head of its column names the letter of its code, as `Skills` does: numbers alone stand below.
    pub in_list: bool,
    /// What stands beside it where the text of the statement would stand, if anything does.
    pub beside: Option<Text<'s>>,
    /// Of a code that names a column or a row of a grid, the indices of the cells that are marked for it. Without a
    /// mark nothing covers it there.
    pub marks: Option<Vec<usize>>,
}

impl Citation<'_> {
    /// Whether the document says that anything covers the code.
    #[must_use]
    pub fn is_claimed(&self) -> bool {
        self.marks.as_ref().is_none_or(|marks| !marks.is_empty())
    }

    /// The indices of the blocks that cite the code: the marked cells of a grid, and its own block otherwise.
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
    /// What may be codes of the standard, but nothing tells.
    pub doubtful: Vec<Citation<'s>>,
    /// The texts of statements that stand in it.
    pub quotes: Vec<Quote>,
    /// The texts without a code that are close to that of a statement.
    pub close: Vec<CloseText>,
    /// The indices of the cells in which a migration noted something.
    pub notes: Vec<usize>,
}

/// A paragraph or a cell that says nearly what a statement says, and stands without a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseText {
    /// The code of the statement.
    pub code: Code,
    /// How many words in a hundred are the same.
    pub likeness: usize,
    /// Where it stands.
    pub span: Span,
    /// The index of the paragraph or cell that it is.
    pub block: usize,
}

/// The text of a statement in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The codes of the statements that say so: several where a standard says it twice.
    pub codes: Vec<Code>,
    /// Where it stands.
    pub span: Span,
    /// Which bytes these are of the text of its paragraph or cell.
    pub range: Range<usize>,
    /// The index of the paragraph or cell that it stands in.
    pub block: usize,
    /// Whether one of the codes stands beside it.
    pub has_code: bool,
}
