//! Comments to write into a document.

use std::ops::Range;

/// Who writes comments and tracked changes.
pub(super) const AUTHOR: &str = Author::Check.name();

/// In whose name comments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// A check, whose comments replace those of the previous check.
    Check,
    /// A migration. Its comments stay until they are removed by hand.
    Migration,
}

impl Author {
    /// The name, which is also used as the initials.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Check => "ksb",
            Self::Migration => "ksb migrate",
        }
    }
}

/// A comment to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The bytes of the extracted text that it is about.
    pub about: Range<usize>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
