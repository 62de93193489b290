//! What several rules ask of one document: made once, for all of them.

use std::cell::OnceCell;

use crate::model::{Document, Kind, Mapping, Standard};
use crate::text_index::{SharedWords, TextIndex};

/// A document as rules look at it. Among several documents there is none, and nothing is to be found.
#[derive(Debug, Default)]
pub(super) struct Survey<'d> {
    standard: Option<&'d Standard<'d>>,
    pub(super) index: TextIndex<'d>,
    pub(super) mapping: Mapping<'d>,
    /// Made when they are first asked for: not every run compares statements with each other.
    shared_words: [OnceCell<SharedWords>; Kind::ALL.len()],
}

impl<'d> Survey<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let standard = match document {
            Document::Standard(standard) => Some(&**standard),
            Document::Map(_) => None,
        };
        let mapping = standard.map(Mapping::new).unwrap_or_default();
        Self { standard, index: TextIndex::new(document), mapping, ..Self::default() }
    }

    pub(super) fn shared_words(&self, kind: Kind) -> &SharedWords {
        let of = |standard| SharedWords::new(&self.index, standard, kind);
        self.shared_words[kind as usize].get_or_init(|| self.standard.map(of).unwrap_or_default())
    }
}
