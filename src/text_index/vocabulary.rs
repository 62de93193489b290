//! The vocabulary: each distinct word, whatever its case, with a number and what is known about it. This is worked out
//! once per word, however often it occurs.

use std::borrow::Cow;

use super::content::content_stem;
use super::word_key::{WordKey, further_key, word_key};
use crate::hash::HashMap;
use crate::spelling::{SpellingFault, fault};

/// The number of a word in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct WordId(u32);

/// The limit on distinct words: more than documents in this field have.
const MOST_WORDS: usize = 1 << 15;

/// The limit on bytes of long words: more than such documents have.
const MOST_LONG: usize = 1 << 20;

/// The number of tokens after which the vocabulary is cleared.
const MOST_TOKENS: u32 = 1 << 30;

/// The distinct words of one document, or of several that are scanned one after the other: most words of a document
/// have occurred in those before it. No finding depends on what the vocabulary already has.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<WordKey, WordId>,
    words: Vec<KnownWord>,
    /// Replacement keys for words and stems that have no key: a number for each, by its small letters.
    further: HashMap<Box<str>, u64>,
    /// How many bytes these take up.
    long: usize,
    /// The stems of words.
    stems: HashMap<WordKey, u32>,
    /// The words with a spelling fault.
    faults: Vec<(WordId, SpellingFault)>,
    /// The first token of the current document: the numbers of tokens continue from one document to the next.
    first: u32,
    /// The first token of the next document.
    next: u32,
}

/// What is known about a word.
#[derive(Clone, Copy, Debug)]
struct KnownWord {
    /// The token where it occurred last.
    latest: u32,
    /// The number of its stem, from 1; 0 if it has no content.
    content: u32,
}

impl Vocabulary {
    /// Begins a document, which has no words yet.
    pub(super) fn begin(&mut self) {
        if self.words.len() > MOST_WORDS || self.long > MOST_LONG || self.next > MOST_TOKENS {
            *self = Self::default();
        }
        self.first = self.next;
    }

    /// Ends a document with this many tokens.
    pub(super) fn end(&mut self, tokens: u32) {
        self.next = self.first.saturating_add(tokens);
    }

    /// Adds the word at `start..end` of a text, which is the token of this number. Gives the number of the word and the
    /// previous token of the document with the same word; the same token if it is the first.
    #[inline]
    pub(super) fn add(&mut self, text: &str, [start, end]: [usize; 2], token: u32) -> (WordId, u32) {
        let key = word_key(text, start, end).unwrap_or_else(|| self.further_key(&text[start..end]));
        let now = self.first.wrapping_add(token);
        let Some(id) = self.ids.get(&key) else { return (self.insert(key, &text[start..end], now), token) };
        let before = std::mem::replace(&mut self.words[id.0 as usize].latest, now);
        (*id, if before < self.first { token } else { before - self.first })
    }

    /// The number of a word, if it is in the document.
    pub(super) fn get(&self, word: &str) -> Option<WordId> {
        let further = || self.further.get(word.to_lowercase().as_str()).map(|number| further_key(*number));
        let id = *self.ids.get(&word_key(word, 0, word.len()).or_else(further)?)?;
        self.is_here(id).then_some(id)
    }

    fn is_here(&self, word: WordId) -> bool {
        self.words[word.0 as usize].latest >= self.first
    }

    /// The token where a word occurred last.
    pub(super) fn latest(&self, word: WordId) -> u32 {
        self.words[word.0 as usize].latest.wrapping_sub(self.first)
    }

    /// The words of the document whose spelling has this fault.
    pub(super) fn with_fault(&self, fault: SpellingFault) -> impl Iterator<Item = WordId> {
        let with = self.faults.iter().filter(move |one| one.1 == fault).map(|one| one.0);
        with.filter(|word| self.is_here(*word))
    }

    /// The number of the stem of a word, from 1; 0 if it has no content.
    #[inline]
    pub(super) fn content(&self, word: WordId) -> u32 {
        self.words[word.0 as usize].content
    }

    /// The number of stems.
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

    /// The number of the stem of a new word, given in lower case.
    fn content_of(&mut self, word: &str) -> u32 {
        let Some(stem) = content_stem(word) else { return 0 };
        let key = word_key(stem, 0, stem.len()).unwrap_or_else(|| self.further_key(stem));
        let next = number(self.stems.len() + 1);
        *self.stems.entry(key).or_insert(next)
    }

    /// The replacement key for a word that has no key.
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

    /// The words of a document, and the tokens where they occurred before.
    fn add(all: &mut Vocabulary, words: &[&str]) -> Vec<(WordId, u32)> {
        (0..).zip(words).map(|(token, word)| all.add(word, [0, word.len()], token)).collect()
    }

    #[test]
    fn words_are_known_whatever_their_case() {
        let mut all = Vocabulary::default();
        let added =
            add(&mut all, &["Lock", "gate", "LOCK", "ÉTÉ", "été", "antidisestablishmentarianism", "gate"]);
        let same = |one: usize, other: usize| added[one].0 == added[other].0;
        assert!(same(0, 2) && same(3, 4) && same(1, 6) && !same(0, 1) && !same(3, 5));
        assert_eq!(added.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0, 3, 3, 5, 1]);
        assert_eq!(all.get("lock").map(|word| all.latest(word)), Some(2));
        assert_eq!(all.get("Été").map(|word| all.latest(word)), Some(4));
        assert_eq!(all.get("door"), None);
    }

    #[test]
    fn words_of_one_stem_say_the_same() {
        let mut all = Vocabulary::default();
        let words = ["Bottle", "the", "bottles", "cellar", "counterrevolutionaries", "COUNTERREVOLUTIONARY"];
        let said: Vec<_> = add(&mut all, &words).iter().map(|one| all.content(one.0)).collect();
        assert!(said[0] > 0 && said[0] == said[2] && said[0] != said[3] && said[1] == 0);
        assert!(said[4] == said[5] && said[4] > said[3]);
    }

    #[test]
    fn words_that_are_not_spelt_right_are_known() {
        let mut all = Vocabulary::default();
        let added = add(&mut all, &["color", "recieve", "colour", "Color"]);
        let with = |fault| all.with_fault(fault).collect::<Vec<_>>();
        assert_eq!(
            (with(SpellingFault::American), with(SpellingFault::Misspelt)),
            (vec![added[0].0], vec![added[1].0])
        );
    }

    #[test]
    fn a_document_has_no_words_of_the_one_before() {
        let mut all = Vocabulary::default();
        all.begin();
        add(&mut all, &["color", "gates", "antidisestablishmentarianism"]);
        all.end(3);
        all.begin();
        let added = add(&mut all, &["gate", "Colour", "gate"]);
        assert_eq!(added.iter().map(|one| one.1).collect::<Vec<_>>(), [0, 1, 0]);
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
            add(&mut all, &words);
            all.end(number(words.len()));
            all.begin();
            assert_eq!(!all.ids.is_empty(), is_kept);
        }
        add(&mut all, &[&"long".repeat(MOST_LONG / 4), "longer than any word there is"]);
        all.begin();
        assert!(all.ids.is_empty());
    }
}
