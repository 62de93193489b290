//! Texts that differ from a statement in only a few words and have no code.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::block::Block;
use super::citation::NearMatch;
use super::vocabulary::{Said, Vocabulary, Word, in_small_letters};
use super::words::Words;
use crate::model::Code;

/// A text with fewer words than this may be like a statement by chance.
const LEAST: usize = 6;

/// A text with more words than this is not a single statement.
const MOST: usize = 90;

/// A word with this many letters is distinctive.
const DISTINCTIVE: usize = 5;

/// The lowest percentage of words in common that makes a text close to a statement.
const LEAST_LIKENESS: usize = 80;

/// The texts of a standard, by their distinctive words.
#[derive(Clone, Debug)]
pub(super) struct CloseTexts {
    all: Vec<KnownText>,
    /// For each word, the texts that have it as a distinctive word.
    by_word: Vec<Vec<usize>>,
    /// Whether there is a text without distinctive words.
    has_indistinct: bool,
}

/// The text of a statement.
#[derive(Clone, Debug)]
struct KnownText {
    code: Code,
    words: Vec<Word>,
    /// How many different ones of them are distinctive, leaving out those with letters beyond ASCII: in the other case,
    /// they may have a different length.
    distinctive: usize,
}

impl CloseTexts {
    pub(super) fn of<'t>(texts: impl Iterator<Item = (Code, &'t str)>, vocabulary: &mut Vocabulary) -> Self {
        let mut texts_of = Self { all: Vec::new(), by_word: Vec::new(), has_indistinct: false };
        for (code, text) in texts {
            let words = vocabulary.learn(text);
            if words.len() < super::quotes::LEAST {
                continue;
            }
            texts_of.by_word.resize(vocabulary.len(), Vec::new());
            for word in DistinctiveWords::of(text, vocabulary).known {
                texts_of.by_word[word.index()].push(texts_of.all.len());
            }
            let words: Vec<Word> = words.into_iter().take(MOST + 1).collect();
            let plain = Words::of(text).map(|range| &text[range]).zip(&words);
            let plain = plain.filter(|(word, _)| word.len() >= DISTINCTIVE && word.is_ascii());
            let distinctive = plain.map(|(_, word)| *word).collect::<BTreeSet<_>>().len();
            texts_of.has_indistinct |= distinctive == 0;
            texts_of.all.push(KnownText { code, words, distinctive });
        }
        texts_of
    }

    /// Whether a text with these distinctive words may quote a statement or be close to one. Most texts can do neither,
    /// and their other words need not be looked at.
    pub(super) fn may_be_said(&self, distinctive: &DistinctiveWords) -> bool {
        let may_be_said = |(one, shared): (&KnownText, usize)| {
            // A word that is missing cannot be the same.
            let missing = one.distinctive.saturating_sub(shared);
            let same = distinctive.words.min(one.words.len() - missing);
            missing == 0 || are_like(same, distinctive.words + one.words.len())
        };
        self.has_indistinct || self.sharing(distinctive).any(may_be_said)
    }

    /// The texts that have any of these words, each with how many of them it has.
    fn sharing(&self, distinctive: &DistinctiveWords) -> impl Iterator<Item = (&KnownText, usize)> {
        let known = &distinctive.known;
        let mut shared = if known.is_empty() { Vec::new() } else { vec![0; self.all.len()] };
        for text in known.iter().filter_map(|word| self.by_word.get(word.index())).flatten() {
            shared[*text] += 1;
        }
        self.all.iter().zip(shared).filter(|(_, shared)| *shared > 0)
    }

    /// The statement that a text is closest to, if it is close enough to one; `said` are its words, and `distinctive` the
    /// distinctive ones.
    pub(super) fn closest(
        &self,
        block: &Block<'_>,
        index: usize,
        said: &[Said],
        distinctive: &DistinctiveWords,
    ) -> Option<NearMatch> {
        if !(LEAST..=MOST).contains(&said.len()) || !may_be_like_any(said) {
            return None;
        }
        let count = distinctive.known.len() + others(&block.text, said);
        let hopeful = self.sharing(distinctive).filter(|(one, shared)| {
            one.words.len() >= LEAST && shared * 2 >= count && may_be_like(said, &one.words)
        });
        let closest = hopeful
            .map(|(one, _)| (likeness(said, &one.words), one.code))
            .max_by_key(|(likeness, code)| (*likeness, Reverse(*code)));
        let (likeness, code) = closest.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)?;
        Some(NearMatch { code, likeness, span: block.text.span(), block: index })
    }
}

/// The distinctive words of a text.
pub(super) struct DistinctiveWords {
    /// How many words the text has.
    words: usize,
    /// Those that the standard has, each once.
    known: Vec<Word>,
}

impl DistinctiveWords {
    pub(super) fn of(text: &str, vocabulary: &Vocabulary) -> Self {
        let (mut known, mut words) = (Vec::new(), 0);
        for range in Words::of(text) {
            words += 1;
            if range.len() >= DISTINCTIVE {
                known.extend(vocabulary.get(&text[range]));
            }
        }
        known.sort_unstable();
        known.dedup();
        Self { words, known }
    }
}

/// How many distinctive words do not occur in the standard.
fn others(text: &str, said: &[Said]) -> usize {
    let others = said.iter().filter(|one| one.word.is_none()).map(|one| &text[one.range.clone()]);
    let distinctive = others.filter(|word| word.len() >= DISTINCTIVE);
    distinctive.map(in_small_letters).collect::<BTreeSet<_>>().len()
}

/// Whether enough of the words occur in the standard for one of its texts to be like them.
fn may_be_like_any(said: &[Said]) -> bool {
    let known = said.iter().filter(|one| one.word.is_some()).count();
    are_like(known, said.len() + known)
}

/// Whether enough words are the same, in whatever order.
fn may_be_like(said: &[Said], words: &[Word]) -> bool {
    let all = said.len() + words.len();
    let is_same = |one: &&Said| one.word.is_some_and(|word| words.contains(&word));
    are_like(said.len().min(words.len()), all) && are_like(said.iter().filter(is_same).count(), all)
}

/// Whether two texts are like each other if `same` of their words are the same, out of `all` words of both.
fn are_like(same: usize, all: usize) -> bool {
    200 * same >= LEAST_LIKENESS * all
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text may quote a statement or be close to it.
    fn may_say(text: &str, statement: &str) -> bool {
        let mut vocabulary = Vocabulary::default();
        let code = "S1".parse().expect("a code");
        let texts = CloseTexts::of([(code, statement)].into_iter(), &mut vocabulary);
        texts.may_be_said(&DistinctiveWords::of(text, &vocabulary))
    }

    #[test]
    fn distinctive_words_rule_out_what_cannot_be_said() {
        let statement = "Open the lock gates without harm to boats.";
        for text in [
            statement,
            "Week 2: OPEN the loc\u{212a} gates without harm to boats",
            "Open lock gates without harm to any boats",
        ] {
            assert!(may_say(text, statement), "{text}");
        }
        for text in
            ["", "S1", "The crew opened a gate", "Gates, boats and much else that the crew wrote in a log"]
        {
            assert!(!may_say(text, statement), "{text}");
        }
        assert!(may_say("Any text", "How to use it well"));
    }
}
