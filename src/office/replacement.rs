//! Changes of the text that was taken from a document.

use std::ops::Range;

/// A change of the extracted text: these bytes go, and this text comes in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes of the extracted text.
    pub about: Range<usize>,
    /// What comes in their place.
    pub text: String,
}
