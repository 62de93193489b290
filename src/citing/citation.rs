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
    /// What stands beside it where the text of the statement would stand, if anything does.
    pub beside: Option<Text<'s>>,
}

/// What a document cites of a standard.
#[derive(Clone, Debug, Default)]
pub struct Citations<'s> {
    /// The codes, in order.
    pub codes: Vec<Citation<'s>>,
    /// The texts of statements that stand in it.
    pub quotes: Vec<Quote>,
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
