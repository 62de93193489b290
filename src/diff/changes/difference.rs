//! A difference, before it is named and classified as a change.

use std::borrow::Cow;

use super::change::{Change, Fingerprint};
use super::words::WordDiff;
use crate::diff::classify::Proposal;
use crate::diff::facts::FactField;
use crate::diff::id::ChangeId;

/// A difference. The fields are those of [`Change`].
#[derive(Clone, Debug)]
pub(in crate::diff) struct Difference<'d> {
    pub(in crate::diff) id: ChangeId,
    pub(in crate::diff) field: Option<FactField>,
    pub(in crate::diff) old: Vec<usize>,
    pub(in crate::diff) new: Vec<usize>,
    pub(in crate::diff) pair: Option<usize>,
    pub(in crate::diff) old_text: Option<Cow<'d, str>>,
    pub(in crate::diff) new_text: Option<Cow<'d, str>>,
    pub(in crate::diff) words: WordDiff,
    pub(in crate::diff) note: String,
}

impl<'d> Difference<'d> {
    /// A difference with only its id.
    pub(in crate::diff) fn new(id: ChangeId) -> Self {
        Self {
            id,
            field: None,
            old: Vec::new(),
            new: Vec::new(),
            pair: None,
            old_text: None,
            new_text: None,
            words: WordDiff::default(),
            note: String::new(),
        }
    }

    /// The difference as a change.
    pub(in crate::diff) fn change(self, proposal: Proposal, fingerprint: Fingerprint) -> Change<'d> {
        Change {
            id: self.id,
            proposal,
            field: self.field,
            old: self.old,
            new: self.new,
            pair: self.pair,
            old_text: self.old_text,
            new_text: self.new_text,
            words: self.words.ops,
            too_long: self.words.too_long,
            note: self.note,
            fingerprint,
        }
    }
}
