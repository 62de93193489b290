//! How far the HTML in a Markdown file has been read.

use std::ops::Range;

/// A table in HTML, and the block that it is in.
#[derive(Debug, Default)]
pub(super) struct HtmlTable {
    /// For how many more rows each column is taken up by a cell above.
    pub(super) taken: Vec<u32>,
    /// The column of the next cell.
    pub(super) column: usize,
    /// The element that is being left out.
    pub(super) unseen: Option<String>,
    /// The lines of the block, joined where they are one piece of the file.
    pub(super) runs: Vec<Range<usize>>,
}
