//! The words that have been met, whatever their case, each with a number and what is known of it. It is kept from
//! one document to the next, for most words of a document have been in those before it.

use foldhash::HashMap;

use super::content::content_stem;
use super::letters::{Letters, letters};
use crate::spelling::{Fault, fault};

/// The number of a word among all that have been met. What it is depends on the documents before this one, so
/// nothing may depend on it but whether two words are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordId(u32);

impl WordId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many words are kept from one document to the next at most.
const MOST_WORDS: usize = 1 << 15;

/// How many bytes their long ones have at most.
const MOST_LONG: usize = 1 << 20;

/// How many places in documents are counted before all is begun anew.
const MOST_PLACES: u32 = 1 << 30;

/// Words.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The number of each word by its letters.
    words: HashMap<Letters, u32>,
    /// The place where each was met last: apart from the letters, since more often it is all that is asked for.
    latest: Vec<u32>,
    /// The number of what each says, from 1 on; 0 if it says nothing.
    content: Vec<u32>,
    /// The words that have no letters, in small ones.
    long: HashMap<String, u64>,
    /// How many bytes these have.
    long_size: usize,
    /// What words say: those of one stem say the same.
    stems: HashMap<Box<[u8]>, u32>,
    /// The words that are not spelt as they should be.
    faults: Vec<(WordId, Fault)>,
    /// The first place in this document: places are counted on from document to document.
    first: u32,
}

impl Vocabulary {
    /// Meets the word at `start..end` of a text, which stands at a place of the document. Gives its number and the
    /// place where it was met before in this document; the same place if it was not.
    #[inline]
    pub(super) fn meet(&mut self, text: &str, [start, end]: [usize; 2], place: u32) -> (WordId, u32) {
        let letters = letters(text, start, end).unwrap_or_else(|| self.letters_of_long(&text[start..end]));
        let now = self.first.wrapping_add(place);
        match self.words.get(&letters) {
            Some(word) => (WordId(*word), self.meet_again(WordId(*word), place)),
            None => (self.insert(letters, &text[start..end], now), place),
        }
    }

    /// Meets a word that has been met in this document or in one before; gives the same place.
    #[inline]
    pub(super) fn meet_again(&mut self, word: WordId, place: u32) -> u32 {
        let latest = std::mem::replace(&mut self.latest[word.index()], self.first.wrapping_add(place));
        if latest < self.first { place } else { latest - self.first }
    }

    /// Goes on to the next document after one of so many places. False if there is too much to be kept.
    pub(super) fn go_on(&mut self, places: u32) -> bool {
        self.first = self.first.saturating_add(places);
        self.latest.len() <= MOST_WORDS && self.long_size <= MOST_LONG && self.first <= MOST_PLACES
    }

    /// The number of a word, if it stands in this document.
    pub(super) fn get(&self, word: &str) -> Option<WordId> {
        let long = || self.long.get(&word.to_lowercase()).map(|number| long_letters(*number));
        let word = WordId(*self.words.get(&letters(word, 0, word.len()).or_else(long)?)?);
        self.is_here(word).then_some(word)
    }

    /// The place in this document where a word of it was met last.
    pub(super) fn latest(&self, word: WordId) -> u32 {
        self.latest[word.index()].wrapping_sub(self.first)
    }

    /// The words of this document whose spelling has this fault.
    pub(super) fn with_fault(&self, fault: Fault) -> impl Iterator<Item = WordId> {
        let faults = self.faults.iter().filter(move |one| one.1 == fault);
        faults.map(|one| one.0).filter(|word| self.is_here(*word))
    }

    /// The number of what a word says, from 1 on; 0 if it says nothing.
    #[inline]
    pub(super) fn content(&self, word: WordId) -> u32 {
        self.content[word.index()]
    }

    /// How many different things words say.
    pub(super) fn content_len(&self) -> usize {
        self.stems.len()
    }

    fn is_here(&self, word: WordId) -> bool {
        self.latest[word.index()] >= self.first
    }

    #[cold]
    fn insert(&mut self, letters: Letters, word: &str, latest: u32) -> WordId {
        let id = WordId(number(self.latest.len()));
        let next = number(self.stems.len() + 1);
        let content = content_stem(word).map_or(0, |stem| *self.stems.entry(stem).or_insert(next));
        self.words.insert(letters, id.0);
        self.latest.push(latest);
        self.content.push(content);
        self.faults.extend(fault(word).map(|fault| (id, fault)));
        id
    }

    /// What stands for the letters of a word that has none.
    #[cold]
    fn letters_of_long(&mut self, word: &str) -> Letters {
        let (next, word) = (self.long.len() as u64, word.to_lowercase());
        let size = word.len();
        let number = *self.long.entry(word).or_insert(next);
        self.long_size += if number == next { size } else { 0 };
        long_letters(number)
    }
}

/// Letters that no word has.
fn long_letters(number: u64) -> Letters {
    Letters::MAX << 64 | Letters::from(number)
}

/// A document has less than 4 GiB, so all that is counted in it fits.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a document, and the places where they were met before.
    fn meet(all: &mut Vocabulary, words: &[&str]) -> Vec<(u32, u32)> {
        let meet = |(place, word): (u32, &&str)| {
            let (id, before) = all.meet(word, [0, word.len()], place);
            (id.0, before)
        };
        (0..).zip(words).map(meet).collect()
    }

    #[test]
    fn words_are_known_whatever_their_case() {
        let mut all = Vocabulary::default();
        let met =
            meet(&mut all, &["Lock", "gate", "LOCK", "ÉTÉ", "été", "antidisestablishmentarianism", "gate"]);
        let same = |one: usize, other: usize| met[one].0 == met[other].0;
        assert!(same(0, 2) && same(3, 4) && same(1, 6) && !same(0, 1) && !same(3, 5));
        assert_eq!(met.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0, 3, 3, 5, 1]);
        assert_eq!(all.get("lock").map(|word| all.latest(word)), Some(2));
        assert_eq!(all.get("Été").map(|word| all.latest(word)), Some(4));
        assert_eq!(all.get("door"), None);
    }

    #[test]
    fn a_document_has_no_words_of_the_one_before() {
        let mut all = Vocabulary::default();
        meet(&mut all, &["color", "gates", "antidisestablishmentarianism"]);
        assert_eq!(all.with_fault(Fault::American).count(), 1);
        assert!(all.go_on(3));
        let met = meet(&mut all, &["gate", "Colour", "gate"]);
        assert_eq!(met.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(
            (all.get("color"), all.get("gates"), all.with_fault(Fault::American).count()),
            (None, None, 0)
        );
        assert_eq!(all.get("antidisestablishmentarianism"), None);
    }

    #[test]
    fn words_of_one_stem_say_the_same() {
        let mut all = Vocabulary::default();
        let met = meet(&mut all, &["Bottle", "the", "bottles", "cellar"]);
        let said: Vec<_> = met.iter().map(|one| all.content(WordId(one.0))).collect();
        assert!(said[0] > 0 && said[0] == said[2] && said[0] != said[3] && said[1] == 0);
    }

    #[test]
    fn what_is_kept_has_an_end() {
        let many: Vec<String> = (0..=MOST_WORDS).map(|number| format!("w{number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let mut all = Vocabulary::default();
        let met = meet(&mut all, &many);
        assert!(met.iter().enumerate().all(|(place, one)| one.1 as usize == place));
        assert!(many.iter().all(|word| all.get(word).is_some()));
        assert!(!all.go_on(1));
        let (mut all, long) = (Vocabulary::default(), "long".repeat(MOST_LONG / 8));
        meet(&mut all, &[&long, &long, "short"]);
        assert!(all.go_on(3));
        meet(&mut all, &[&format!("more{long}")]);
        assert!(!all.go_on(1));
    }
}
