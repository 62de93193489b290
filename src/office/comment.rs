//! Comments that are to be written into a document.

use std::ops::Range;

/// Who writes comments and tracked changes.
pub(super) const AUTHOR: &str = "ksb";

/// A comment that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The bytes of the extracted text that it is about.
    pub about: Range<usize>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
