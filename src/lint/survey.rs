//! What several rules need from one document, made once for all of them.

use std::cell::OnceCell;

use crate::model::{Document, Kind, Mapping, Standard};
use crate::text_index::{SharedWords, TextIndex, Vocabulary};

/// What rules need from a document. It is empty for rules that compare documents.
#[derive(Debug)]
pub(super) struct Survey<'d> {
    standard: Option<&'d Standard<'d>>,
    pub(super) index: TextIndex<'d>,
    pub(super) mapping: Mapping<'d>,
    /// Created when first needed: not every run compares statements with each other.
    shared_words: [OnceCell<SharedWords>; Kind::ALL.len()],
}

impl<'d> Survey<'d> {
    pub(super) fn of(document: &'d Document<'d>, vocabulary: &'d mut Vocabulary) -> Self {
        let standard = document.standard();
        let mapping = standard.map(Mapping::new).unwrap_or_default();
        let index = TextIndex::new(document, vocabulary);
        Self { standard, index, mapping, shared_words: Default::default() }
    }

    /// The survey for rules that compare several documents, which is empty.
    pub(super) fn of_none(vocabulary: &'d Vocabulary) -> Self {
        let (index, mapping) = (TextIndex::empty(vocabulary), Mapping::default());
        Self { standard: None, index, mapping, shared_words: Default::default() }
    }

    pub(super) fn shared_words(&self, kind: Kind) -> &SharedWords {
        let of = |standard| SharedWords::new(&self.index, standard, kind);
        self.shared_words[kind as usize].get_or_init(|| self.standard.map(of).unwrap_or_default())
    }
}
