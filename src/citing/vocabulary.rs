//! The words of a standard by number, so that the words of many documents are looked up once and compared as numbers.

use std::borrow::Cow;
use std::ops::Range;

use super::words::Words;
use crate::hash::HashMap;

/// The number of a word that the standard has, in upper or lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(u32);

impl Word {
    /// Its number, from 0.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word of a text: where it is, and its number if the standard has it.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) word: Option<Word>,
    pub(super) range: Range<usize>,
}

/// The words of the statements of a standard.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary(HashMap<String, Word>);

impl Vocabulary {
    /// The words of a text of the standard; new ones are added.
    pub(super) fn learn(&mut self, text: &str) -> Vec<Word> {
        let learn = |range: Range<usize>| {
            let next = Word(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
            *self.0.entry(in_small_letters(&text[range]).into_owned()).or_insert(next)
        };
        Words::of(text).map(learn).collect()
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// A word, if the standard has it.
    pub(super) fn get(&self, word: &str) -> Option<Word> {
        self.0.get(in_small_letters(word).as_ref()).copied()
    }

    /// The words of a text.
    pub(super) fn words(&self, text: &str) -> Vec<Said> {
        Words::of(text).map(|range| Said { word: self.get(&text[range.clone()]), range }).collect()
    }
}

/// A word in lower case, as most words already are.
pub(super) fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        word.into()
    } else if word.is_ascii() {
        word.to_ascii_lowercase().into()
    } else {
        word.chars().flat_map(char::to_lowercase).collect::<String>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_in_either_case() {
        let mut vocabulary = Vocabulary::default();
        let known = vocabulary.learn("The café, the lids");
        assert_eq!((known[0], known.len(), vocabulary.len()), (known[2], 4, 3));
        let said: Vec<Option<Word>> =
            vocabulary.words("THE “Café” shuts").into_iter().map(|one| one.word).collect();
        assert_eq!(said, [Some(known[0]), Some(known[1]), None]);
    }
}
