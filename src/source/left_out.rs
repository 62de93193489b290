//! What the text of a document leaves out, although it has words.

/// The kinds of text left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A footnote or an endnote, where it is referred to.
    Footnote,
    /// Words that are struck out.
    Struck,
    /// A block of code.
    Code,
    /// A formula in a cell that has no stored value.
    Formula,
}
