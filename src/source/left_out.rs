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

/// A part of a Word document or a workbook that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// Sheets that are hidden.
    HiddenSheets,
    /// The headers of pages.
    Headers,
    /// The footers of pages.
    Footers,
    /// The footnotes.
    Footnotes,
    /// The endnotes.
    Endnotes,
    /// The comments, other than those of ksb.
    Comments,
}

impl Beside {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::HiddenSheets, Self::Headers, Self::Footers, Self::Footnotes, Self::Endnotes, Self::Comments];
}
