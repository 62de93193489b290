//! The different words that have been met, whatever their case, each with a number and what is known of it: that is found
//! out once for a word, however often it stands there.

use std::borrow::Cow;

use super::content::content_stem;
use super::word_key::{WordKey, further_key, word_key};
use crate::hash::HashMap;
use crate::spelling::{SpellingFault, fault};

/// The number of a word among those that have been met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct WordId(u32);

/// So many different words are more than there are in documents of this field.
const MOST_WORDS: usize = 1 << 15;

/// So many bytes are more than their long words have.
const MOST_LONG: usize = 1 << 20;

/// So many tokens are counted before all is begun anew.
const MOST_TOKENS: u32 = 1 << 30;

/// The different words of one document, or of several that are looked through one after the other: most words of a
/// document have been in those before it. What is found in a document never depends on them.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<WordKey, WordId>,
    words: Vec<KnownWord>,
    /// What stands for the key of a word, or of its stem, that has none: a number for each, in small letters.
    further: HashMap<Box<str>, u64>,
    /// How many bytes these have.
    long: usize,
    /// What words say: those of one stem say the same.
    stems: HashMap<WordKey, u32>,
    /// The words that are not spelt as they should be.
    faults: Vec<(WordId, SpellingFault)>,
    /// The first token of the document at hand: they are counted on from one document to the next.
    first: u32,
    /// The first token of the next document.
    next: u32,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
struct KnownWord {
    /// The token where it was met last.
    latest: u32,
    /// The number of what it says, from 1 on; 0 if it says nothing.
    content: u32,
}

impl Vocabulary {
    /// Begins a document, after which there are no words in it.
    pub(super) fn begin(&mut self) {
        if self.words.len() > MOST_WORDS || self.long > MOST_LONG || self.next > MOST_TOKENS {
            *self = Self::default();
        }
        self.first = self.next;
    }

    /// Ends a document of so many tokens.
    pub(super) fn end(&mut self, tokens: u32) {
        self.next = self.first.saturating_add(tokens);
    }

    /// Meets the word at `start..end` of a text, which is the token of this number. Gives its number and the token
    /// of the document where it was met before; the same one if it was not.
    #[inline]
    pub(super) fn meet(&mut self, text: &str, [start, end]: [usize; 2], token: u32) -> (WordId, u32) {
        let key = word_key(text, start, end).unwrap_or_else(|| self.further_key(&text[start..end]));
        let now = self.first.wrapping_add(token);
        let Some(id) = self.ids.get(&key) else { return (self.insert(key, &text[start..end], now), token) };
        let before = std::mem::replace(&mut self.words[id.0 as usize].latest, now);
        (*id, if before < self.first { token } else { before - self.first })
    }

    /// The number of a word, if it stands in the document.
    pub(super) fn get(&self, word: &str) -> Option<WordId> {
        let further = || self.further.get(word.to_lowercase().as_str()).map(|number| further_key(*number));
        let id = *self.ids.get(&word_key(word, 0, word.len()).or_else(further)?)?;
        self.is_here(id).then_some(id)
    }

    fn is_here(&self, word: WordId) -> bool {
        self.words[word.0 as usize].latest >= self.first
    }

    /// The token where a word was met last.
    pub(super) fn latest(&self, word: WordId) -> u32 {
        self.words[word.0 as usize].latest.wrapping_sub(self.first)
    }

    /// The words of the document whose spelling has this fault.
    pub(super) fn with_fault(&self, fault: SpellingFault) -> impl Iterator<Item = WordId> {
        let with = self.faults.iter().filter(move |one| one.1 == fault).map(|one| one.0);
        with.filter(|word| self.is_here(*word))
    }

    /// The number of what a word says, from 1 on; 0 if it says nothing.
    #[inline]
    pub(super) fn content(&self, word: WordId) -> u32 {
        self.words[word.0 as usize].content
    }

    /// How many different things words say.
    pub(super) fn content_len(&self) -> usize {
        self.stems.len()
    }

    #[cold]
    fn insert(&mut self, key: WordKey, word: &str, latest: u32) -> WordId {
        let (id, letters) = (WordId(number(self.words.len())), key.to_le_bytes());
        let small = match letters.get(..word.len()).map(std::str::from_utf8) {
            Some(Ok(small)) if word.is_ascii() => Cow::Borrowed(small),
            _ => Cow::Owned(word.to_lowercase()),
        };
        let content = self.content_of(&small);
        self.ids.insert(key, id);
        self.words.push(KnownWord { latest, content });
        let fault = if word.is_ascii() { fault(&small) } else { None };
        self.faults.extend(fault.map(|fault| (id, fault)));
        id
    }

    /// The number of what a new word says, which is given in small letters.
    fn content_of(&mut self, word: &str) -> u32 {
        let Some(stem) = content_stem(word) else { return 0 };
        let key = word_key(stem, 0, stem.len()).unwrap_or_else(|| self.further_key(stem));
        let next = number(self.stems.len() + 1);
        *self.stems.entry(key).or_insert(next)
    }

    /// What stands for the key of a word that has none.
    #[cold]
    fn further_key(&mut self, word: &str) -> WordKey {
        let next = self.further.len() as u64;
        let number = *self.further.entry(word.to_lowercase().into()).or_insert(next);
        self.long += if number == next { word.len() } else { 0 };
        further_key(number)
    }
}

/// A document has less than 4 GiB, so all that is counted in it fits.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a document, and the tokens where they were met before.
    fn meet(all: &mut Vocabulary, words: &[&str]) -> Vec<(WordId, u32)> {
        (0..).zip(words).map(|(token, word)| all.meet(word, [0, word.len()], token)).collect()
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
    fn words_of_one_stem_say_the_same() {
        let mut all = Vocabulary::default();
        let words = ["Bottle", "the", "bottles", "cellar", "counterrevolutionaries", "COUNTERREVOLUTIONARY"];
        let said: Vec<_> = meet(&mut all, &words).iter().map(|one| all.content(one.0)).collect();
        assert!(said[0] > 0 && said[0] == said[2] && said[0] != said[3] && said[1] == 0);
        assert!(said[4] == said[5] && said[4] > said[3]);
    }

    #[test]
    fn words_that_are_not_spelt_right_are_known() {
        let mut all = Vocabulary::default();
        let met = meet(&mut all, &["color", "recieve", "colour", "Color"]);
        let with = |fault| all.with_fault(fault).collect::<Vec<_>>();
        assert_eq!(
            (with(SpellingFault::American), with(SpellingFault::Misspelt)),
            (vec![met[0].0], vec![met[1].0])
        );
    }

    #[test]
    fn a_document_has_no_words_of_the_one_before() {
        let mut all = Vocabulary::default();
        all.begin();
        meet(&mut all, &["color", "gates", "antidisestablishmentarianism"]);
        all.end(3);
        all.begin();
        let met = meet(&mut all, &["gate", "Colour", "gate"]);
        assert_eq!(met.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(
            (all.get("color"), all.get("gates"), all.with_fault(SpellingFault::American).count()),
            (None, None, 0)
        );
        assert_eq!(all.get("antidisestablishmentarianism"), None);
    }

    #[test]
    fn what_is_kept_has_an_end() {
        let many: Vec<String> = (0..=MOST_WORDS).map(|number| format!("w{number}")).collect();
        let mut all = Vocabulary::default();
        for (words, is_kept) in [(&many[1..], true), (&many[..], false)] {
            all.begin();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            meet(&mut all, &words);
            all.end(number(words.len()));
            all.begin();
            assert_eq!(!all.ids.is_empty(), is_kept);
        }
        meet(&mut all, &[&"long".repeat(MOST_LONG / 4), "longer than any word there is"]);
        all.begin();
        assert!(all.ids.is_empty());
    }
}
