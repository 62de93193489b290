//! Texts that differ from a statement in only a few words and have no code.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::block::Block;
use super::citation::CloseText;
use super::vocabulary::{Said, Vocabulary, Word, in_small_letters};
use crate::model::Code;

/// A text with fewer words than this may be like a statement by chance.
const LEAST: usize = 6;

/// A text with more words than this is not a single statement.
const MOST: usize = 90;

/// A word with this many letters is distinctive.
const TELLING: usize = 5;

/// The lowest percentage of words in common that makes a text close to a statement.
const LEAST_LIKENESS: usize = 80;

/// The texts of a standard, by their distinctive words.
#[derive(Clone, Debug)]
pub(super) struct CloseTexts {
    all: Vec<(Code, Vec<Word>)>,
    /// For each word, the texts in which it is distinctive.
    by_word: Vec<Vec<usize>>,
}

impl CloseTexts {
    pub(super) fn of<'t>(texts: impl Iterator<Item = (Code, &'t str)>, vocabulary: &mut Vocabulary) -> Self {
        let mut texts_of = Self { all: Vec::new(), by_word: Vec::new() };
        for (code, text) in texts {
            let words = vocabulary.learn(text);
            let said = vocabulary.words(text);
            if said.len() < LEAST {
                continue;
            }
            texts_of.by_word.resize(vocabulary.len(), Vec::new());
            for word in Telling::of(text, &said).known {
                texts_of.by_word[word.index()].push(texts_of.all.len());
            }
            texts_of.all.push((code, words.into_iter().take(MOST + 1).collect()));
        }
        texts_of
    }

    /// The statement that a text is closest to, if it is close enough to one; `said` holds its words.
    pub(super) fn closest(&self, block: &Block<'_>, index: usize, said: &[Said]) -> Option<CloseText> {
        if !(LEAST..=MOST).contains(&said.len()) || !may_be_like_any(said) {
            return None;
        }
        let telling = Telling::of(&block.text, said);
        let mut shared = vec![0_usize; self.all.len()];
        for at in telling.known.iter().filter_map(|word| self.by_word.get(word.index())).flatten() {
            shared[*at] += 1;
        }
        // Most texts share so little that their other words need not be told apart.
        let most = shared.iter().copied().max().unwrap_or_default();
        if most == 0 || most * 2 < telling.known.len() + usize::from(telling.has_others) {
            return None;
        }
        let count = telling.known.len() + others(&block.text, said);
        let hopeful = (0..self.all.len()).filter(|at| shared[*at] * 2 >= count && shared[*at] > 0);
        let closest = hopeful
            .filter(|at| may_be_like(said, &self.all[*at].1))
            .map(|at| (likeness(said, &self.all[at].1), self.all[at].0))
            .max_by_key(|(likeness, code)| (*likeness, Reverse(*code)));
        let (likeness, code) = closest.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)?;
        Some(CloseText { code, likeness, span: block.text.span(), block: index })
    }
}

/// The distinctive words of a text.
struct Telling {
    /// Those that occur in the standard, each once.
    known: Vec<Word>,
    /// Whether there are others.
    has_others: bool,
}

impl Telling {
    fn of(text: &str, said: &[Said]) -> Self {
        let telling = said.iter().filter(|one| text[one.range.clone()].len() >= TELLING);
        let (mut known, mut has_others) = (Vec::new(), false);
        for one in telling {
            known.extend(one.word);
            has_others |= one.word.is_none();
        }
        known.sort_unstable();
        known.dedup();
        Self { known, has_others }
    }
}

/// How many distinctive words do not occur in the standard.
fn others(text: &str, said: &[Said]) -> usize {
    let others = said.iter().filter(|one| one.word.is_none()).map(|one| &text[one.range.clone()]);
    let telling = others.filter(|word| word.len() >= TELLING);
    telling.map(in_small_letters).collect::<BTreeSet<_>>().len()
}

/// Whether enough of the words occur in the standard for one of its texts to be like them.
fn may_be_like_any(said: &[Said]) -> bool {
    let known = said.iter().filter(|one| one.word.is_some()).count();
    200 * known >= LEAST_LIKENESS * (said.len() + known)
}

/// Whether enough words are the same, in whatever order.
fn may_be_like(said: &[Said], words: &[Word]) -> bool {
    let share = |same: usize| 200 * same >= LEAST_LIKENESS * (said.len() + words.len());
    let is_same = |one: &&Said| one.word.is_some_and(|word| words.contains(&word));
    share(said.len().min(words.len())) && share(said.iter().filter(is_same).count())
}

/// The percentage of the words of both texts that are the same and in the same order.
fn likeness(said: &[Said], words: &[Word]) -> usize {
    let mut row = vec![0_usize; words.len() + 1];
    for one in said {
        let mut above = 0;
        for (at, word) in words.iter().enumerate() {
            let here = row[at + 1];
            row[at + 1] = if one.word == Some(*word) { above + 1 } else { here.max(row[at]) };
            above = here;
        }
    }
    let same = row.last().copied().unwrap_or_default();
    (200 * same).checked_div(said.len() + words.len()).unwrap_or_default()
}
