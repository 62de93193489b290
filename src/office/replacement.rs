//! Changes to the text that was extracted from a document.

use std::ops::Range;

/// A change to the extracted text: these bytes are replaced by this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes of the extracted text.
    pub about: Range<usize>,
    /// What replaces them.
    pub text: String,
}
