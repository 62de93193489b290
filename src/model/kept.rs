//! What a thread keeps from one document to the next.

use std::cell::Cell;

use foldhash::fast::RandomState;

use super::look::Marks;
use super::looked::Looked;
use super::passage::Role;
use super::vocabulary::Vocabulary;

/// The most words that a document may have for what was found in it to be kept: many times as many as any standard.
const MOST_WORDS: u32 = 1 << 17;

thread_local! {
    /// What is kept, while no document has it.
    static KEPT: Cell<Option<Kept>> = const { Cell::new(None) };
}

#[derive(Debug, Default)]
struct Kept {
    vocabulary: Vocabulary,
    /// The texts of the document before.
    before: Looked,
    /// The texts of this document.
    now: Looked,
    /// How texts are told apart.
    prints: RandomState,
}

/// What the thread keeps, lent to a document. It is given back in the end.
#[derive(Debug, Default)]
pub(super) struct Lent {
    kept: Kept,
    /// Whether all texts of the document have been looked at.
    is_done: bool,
}

impl Lent {
    /// Takes what is kept, for a document of so many texts.
    pub(super) fn take(texts: usize) -> Self {
        let mut kept = KEPT.take().unwrap_or_default();
        std::mem::swap(&mut kept.before, &mut kept.now);
        kept.now.clear(texts);
        Self { kept, is_done: false }
    }

    /// Adds a text of the document.
    #[inline]
    pub(super) fn add(&mut self, text: &str, role: Role) -> Marks {
        let Kept { vocabulary, before, now, prints } = &mut self.kept;
        now.add(text, role, before, prints, vocabulary)
    }

    /// Says that there are no more texts: else nothing is given back.
    pub(super) fn is_done(&mut self) {
        self.is_done = true;
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.kept.vocabulary
    }

    pub(super) fn texts(&self) -> &Looked {
        &self.kept.now
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let words = self.kept.now.len();
        if self.is_done && words <= MOST_WORDS && self.kept.vocabulary.go_on(words) {
            KEPT.set(Some(std::mem::take(&mut self.kept)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_given_back_and_nothing_else() {
        let look = || {
            let mut lent = Lent::take(1);
            lent.add("A lock", Role::Other);
            lent
        };
        let known = || Lent::take(1).vocabulary().content_len();
        drop(look());
        assert_eq!(known(), 0);
        let mut lent = look();
        lent.is_done();
        drop(lent);
        assert_eq!(known(), 1);
    }
}
