//! The words of all texts of a document in order, each occurrence with its place.

use std::ops::Range;

use super::entry::Role;
use super::scan::{Marks, as_requirement, scan, with_repeat};
use super::vocabulary::{Vocabulary, WordId};

/// The minimum number of bytes that a word takes up on average in most texts, including what separates it from the
/// next.
const BYTES_OF_A_WORD: usize = 5;

/// The tokens of a document: its words, text by text, numbered consecutively.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// For each text, the number of its first token.
    firsts: Vec<u32>,
    /// For each token, which word it is.
    words: Vec<WordId>,
    places: Vec<Token>,
}

/// Where a token is.
#[derive(Clone, Copy, Debug)]
struct Token {
    /// In its text.
    start: u32,
    end: u32,
    /// The previous token with the same word; itself if it is the first.
    earlier: u32,
}

impl Tokens {
    /// Tokens with capacity for the words in this many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        let most = bytes / BYTES_OF_A_WORD;
        Self { firsts: Vec::new(), words: Vec::with_capacity(most), places: Vec::with_capacity(most) }
    }

    /// Adds a text, and its words to the vocabulary; gives the marks of the text.
    #[inline]
    pub(super) fn add(&mut self, text: &str, role: Role, vocabulary: &mut Vocabulary) -> Marks {
        let first = self.len();
        self.firsts.push(first);
        let (mut next, mut repeats) = (first, false);
        let marks = scan(text, |start, end| {
            let (word, earlier) = vocabulary.add(text, [start as usize, end as usize], next);
            self.words.push(word);
            self.places.push(Token { start, end, earlier });
            repeats |= next > first && earlier + 1 == next;
            next += 1;
        });
        let marks = marks.and(with_repeat(repeats));
        if role == Role::Requirement { as_requirement(text, marks) } else { marks }
    }

    /// How many there are. Spans count in 32 bits, so no document has more words than that.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.words.len()).unwrap_or(u32::MAX)
    }

    /// The numbers of the tokens of a text.
    fn range(&self, text: usize) -> Range<usize> {
        self.first(text)..self.firsts.get(text + 1).map_or(self.words.len(), |next| *next as usize)
    }

    /// The number of the first token of a text or, if it has none, of the first token after it.
    pub(super) fn first(&self, text: usize) -> usize {
        self.firsts[text] as usize
    }

    /// The words of a text.
    pub(super) fn words(&self, text: usize) -> &[WordId] {
        &self.words[self.range(text)]
    }

    /// Where the words of a text are in it.
    pub(super) fn ranges(&self, text: usize) -> impl Iterator<Item = Range<usize>> + Clone {
        self.places[self.range(text)].iter().map(|token| token.start as usize..token.end as usize)
    }

    /// Where a token begins in its text.
    pub(super) fn start(&self, token: u32) -> usize {
        self.places[token as usize].start as usize
    }

    /// The text that a token is in.
    pub(super) fn text_of(&self, token: u32) -> usize {
        self.firsts.partition_point(|first| *first <= token) - 1
    }

    /// Whether a token is followed by this word.
    pub(super) fn is_followed_by(&self, token: u32, word: WordId) -> bool {
        self.words.get(token as usize + 1) == Some(&word)
    }

    /// The previous token with the same word, if there is one.
    pub(super) fn earlier(&self, token: u32) -> Option<u32> {
        Some(self.places[token as usize].earlier).filter(|earlier| *earlier != token)
    }
}
