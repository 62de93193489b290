//! A change and everything that reports say about it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::diff::classify::Proposal;
use crate::diff::facts::FactField;
use crate::diff::id::ChangeId;

/// One change.
#[derive(Clone, Debug)]
pub struct Change<'d> {
    /// What it is.
    pub id: ChangeId,
    /// The category that it proposes, and why.
    pub proposal: Proposal,
    /// The field, where it is about a single value or a list.
    pub field: Option<FactField>,
    /// The old items that it is about; empty if there are none.
    pub old: Vec<usize>,
    /// The new items that it is about. For a mapping, these and `old` are the duty, then the statement.
    pub new: Vec<usize>,
    /// The pair it is about, as an index into [`Comparison::pairs`](crate::diff::Comparison::pairs).
    pub pair: Option<usize>,
    /// The old text or value; those of a merge are joined by spaces.
    pub old_text: Option<Cow<'d, str>>,
    /// The new text or value; those of a split are joined by spaces.
    pub new_text: Option<Cow<'d, str>>,
    /// How the old text becomes the new one; empty unless words or typography differ.
    pub words: Vec<WordOp>,
    /// Whether the texts are too long to compare word by word: then `words` has a single edit between the parts that
    /// are the same at the start and at the end.
    pub too_long: bool,
    /// What exactly differs, in words of the texts: `24 → 12`, `support → lead`. May be empty.
    pub note: String,
    /// Identifies the change across runs, whatever codes other items have.
    pub fingerprint: Fingerprint,
}

impl Change<'_> {
    /// Whether it is a difference between the documents that is worth showing: neither a remark for the reviewer nor
    /// one that reports leave out unless asked for it.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.id.is_remark() && !self.id.is_hidden()
    }
}

/// Identifies a change in files of accepted changes: 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// What happened to a piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordOpKind {
    /// The same on both sides, byte for byte.
    Equal,
    /// The same except for quotes, dashes, spaces or case; shown as in the new text.
    Typography,
    /// Only in the old text.
    Delete,
    /// Only in the new text.
    Insert,
}

/// A piece of a text: byte ranges into [`Change::old_text`] and [`Change::new_text`]. The pieces
/// cover both texts from start to end; a range is empty where the piece is not in that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordOp {
    /// What it is.
    pub kind: WordOpKind,
    /// Its bytes in the old text.
    pub old: Range<usize>,
    /// Its bytes in the new text.
    pub new: Range<usize>,
}
