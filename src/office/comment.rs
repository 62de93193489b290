//! Comments that are to be written into a document.

use std::ops::Range;

/// Who writes comments and tracked changes.
pub(super) const AUTHOR: &str = Author::Check.name();

/// In whose name comments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A check, whose comments take the place of those of the check before.
    Check,
    /// A migration. Its comments stay until they are taken out by hand.
    Migration,
}

impl Author {
    /// The name, which is also that of the initials.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Check => "ksb",
            Self::Migration => "ksb migrate",
        }
    }
}

/// A comment that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The bytes of the extracted text that it is about.
    pub about: Range<usize>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
