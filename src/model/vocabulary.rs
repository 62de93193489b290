//! The words that have been met, whatever their case, each with a number and what is known of it. It is kept from
//! one document to the next, for most words of a document have been in those before it.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};

use super::american::british;
use super::content::content_number;
use super::letters::{Letters, letters};

/// The number of a word among all that have been met. What it is depends on the documents before this one, so
/// nothing may depend on it but whether two words are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u32);

impl WordId {
    fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }
}

/// How many words are kept from one document to the next at most.
const MOST_KEPT: usize = 1 << 15;

/// How many places in documents are counted before it is begun anew.
const MOST_PLACES: u32 = 1 << 30;

/// Words, in a hash table that is open at all places.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    met: Vec<Met>,
    /// One more than the number of a word, or 0; a power of two of them, so that at most half are taken.
    slots: Vec<u32>,
    /// The words that have no letters, in small ones.
    long: HashMap<String, u64>,
    /// What words say: those of one stem say the same.
    stems: HashMap<u64, u32>,
    american: Vec<WordId>,
    /// The first place in this document: places are counted on from document to document.
    first: u32,
}

/// A word that has been met.
#[derive(Clone, Copy, Debug)]
struct Met {
    letters: Letters,
    /// The place where it was met last.
    latest: u32,
    /// One more than the number of what it says; 0 if it says nothing.
    content: u32,
}

impl Vocabulary {
    /// Meets the word at `start..end` of a text, which stands at a place of the document. Gives its number and the
    /// place where it was met before in this document; the same place if it was not.
    #[inline]
    pub(super) fn meet(&mut self, text: &str, [start, end]: [usize; 2], place: u32) -> (WordId, u32) {
        let letters = letters(text, start, end).unwrap_or_else(|| self.letters_of_long(&text[start..end]));
        let now = self.first.wrapping_add(place);
        match self.find(letters) {
            Ok(word) => {
                let latest = std::mem::replace(&mut self.met[word.index()].latest, now);
                (word, if latest < self.first { place } else { latest - self.first })
            }
            Err(slot) => (self.insert(letters, &text[start..end], slot, now), place),
        }
    }

    /// The number of a word, if it stands in this document.
    pub(super) fn get(&self, word: &str) -> Option<WordId> {
        let long = || self.long.get(&word.to_lowercase()).map(|number| long_letters(*number));
        let word = self.find(letters(word, 0, word.len()).or_else(long)?).ok()?;
        self.is_here(word).then_some(word)
    }

    /// The place in this document where a word of it was met last.
    pub(super) fn latest(&self, word: WordId) -> u32 {
        self.met[word.index()].latest.wrapping_sub(self.first)
    }

    /// The words of this document that are American spelling.
    pub(super) fn american(&self) -> impl Iterator<Item = WordId> {
        self.american.iter().copied().filter(|word| self.is_here(*word))
    }

    /// The number of what a word says; none if it says nothing.
    pub(super) fn content(&self, word: WordId) -> Option<usize> {
        (self.met[word.index()].content as usize).checked_sub(1)
    }

    /// How many different things words say.
    pub(super) fn content_len(&self) -> usize {
        self.stems.len()
    }

    fn is_here(&self, word: WordId) -> bool {
        self.met[word.index()].latest >= self.first
    }

    /// The word of these letters, or the slot for it.
    #[inline]
    fn find(&self, letters: Letters) -> Result<WordId, usize> {
        let Some(last) = self.slots.len().checked_sub(1) else { return Err(0) };
        let mut slot = place(letters);
        loop {
            match self.slots[slot & last].checked_sub(1) {
                None => return Err(slot & last),
                Some(word) if self.met[word as usize].letters == letters => return Ok(WordId(word)),
                Some(_) => slot += 1,
            }
        }
    }

    #[cold]
    fn insert(&mut self, letters: Letters, word: &str, slot: usize, latest: u32) -> WordId {
        let id = WordId(number(self.met.len()));
        let next = number(self.stems.len() + 1);
        let content = content_number(word).map_or(0, |stem| *self.stems.entry(stem).or_insert(next));
        self.met.push(Met { letters, latest, content });
        if british(word).is_some() {
            self.american.push(id);
        }
        if self.met.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            self.slots[slot] = id.0 + 1;
        }
        id
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1 << 12)];
        for word in 0..self.met.len() {
            if let Err(slot) = self.find(self.met[word].letters) {
                self.slots[slot] = number(word + 1);
            }
        }
    }

    /// What stands for the letters of a word that has none.
    #[cold]
    fn letters_of_long(&mut self, word: &str) -> Letters {
        let next = self.long.len() as u64;
        long_letters(*self.long.entry(word.to_lowercase()).or_insert(next))
    }
}

/// Letters that no word has.
fn long_letters(number: u64) -> Letters {
    [number, u64::MAX]
}

/// Where a word of these letters is looked for first.
#[inline]
fn place([low, high]: Letters) -> usize {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let both = low ^ high.wrapping_mul(ODD);
    usize::try_from((both ^ both >> 32).wrapping_mul(ODD) >> 40).unwrap_or_default()
}

/// A document has less than 4 GiB, so all that is counted in it fits.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

thread_local! {
    /// The vocabulary of the thread while no document has it.
    static KEPT: Cell<Option<Vocabulary>> = const { Cell::new(None) };
}

/// The vocabulary of the thread, for one document.
#[derive(Debug, Default)]
pub(super) struct Lent {
    own: Vocabulary,
    /// How many places the document has, once all its words have been met.
    places: Option<u32>,
}

impl Lent {
    /// Takes the vocabulary for a document.
    pub(super) fn take() -> Self {
        Self { own: KEPT.take().unwrap_or_default(), places: None }
    }

    /// Says that all words of the document have been met, at so many places: then it is given back in the end.
    pub(super) fn is_done(&mut self, places: u32) {
        self.places = Some(places);
    }
}

impl Deref for Lent {
    type Target = Vocabulary;

    #[inline]
    fn deref(&self) -> &Vocabulary {
        &self.own
    }
}

impl DerefMut for Lent {
    #[inline]
    fn deref_mut(&mut self) -> &mut Vocabulary {
        &mut self.own
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(places) = self.places else { return };
        let mut own = std::mem::take(&mut self.own);
        own.first = own.first.saturating_add(places);
        if own.met.len() <= MOST_KEPT && own.first <= MOST_PLACES {
            KEPT.set(Some(own));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a document with its vocabulary.
    fn document(words: &[&str]) -> (Vec<(u32, u32)>, Lent) {
        let mut all = Lent::take();
        let meet = |(place, word): (u32, &&str)| {
            let (id, before) = all.meet(word, [0, word.len()], place);
            (id.number(), before)
        };
        let met = (0..).zip(words).map(meet).collect();
        all.is_done(number(words.len()));
        (met, all)
    }

    #[test]
    fn words_are_known_whatever_their_case() {
        let (met, all) = document(&["Lock", "gate", "LOCK", "ÉTÉ", "été", "antidisestablishmentarianism", "gate"]);
        let same = |one: usize, other: usize| met[one].0 == met[other].0;
        assert!(same(0, 2) && same(3, 4) && same(1, 6) && !same(0, 1) && !same(3, 5));
        assert_eq!(met.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0, 3, 3, 5, 1]);
        assert_eq!(all.get("lock").map(|word| all.latest(word)), Some(2));
        assert_eq!(all.get("Été").map(|word| all.latest(word)), Some(4));
        assert_eq!(all.get("door"), None);
    }

    #[test]
    fn a_document_has_no_words_of_the_one_before() {
        let before = document(&["color", "gates", "antidisestablishmentarianism"]).1;
        assert_eq!(before.american().count(), 1);
        drop(before);
        let (met, all) = document(&["gate", "Colour", "gate"]);
        assert_eq!(met.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!((all.get("color"), all.get("gates"), all.american().count()), (None, None, 0));
        assert_eq!(all.get("antidisestablishmentarianism"), None);
    }

    #[test]
    fn words_of_one_stem_say_the_same() {
        let (met, all) = document(&["Bottle", "the", "bottles", "cellar"]);
        let said: Vec<_> = met.iter().map(|one| all.content(WordId(one.0))).collect();
        assert!(said[0].is_some() && said[0] == said[2] && said[0] != said[3] && said[1].is_none());
    }

    #[test]
    fn what_is_kept_has_an_end() {
        let many: Vec<String> = (0..=MOST_KEPT).map(|number| format!("w{number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let (met, all) = document(&many);
        assert!(met.iter().enumerate().all(|(place, one)| one.1 as usize == place));
        assert!(many.iter().all(|word| all.get(word).is_some()));
        drop(all);
        assert!(Lent::take().met.is_empty());
    }
}
