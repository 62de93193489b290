//! The texts of statements that are quoted in a document.

use super::block::Block;
use super::citation::Quote;
use super::vocabulary::{Said, Vocabulary, Word};
use crate::model::Code;

/// At least this many words are a quotation and not a coincidence.
pub(super) const LEAST: usize = 4;

/// The texts of a standard, by their first words.
#[derive(Clone, Debug)]
pub(super) struct QuotableTexts {
    by_first: Vec<Vec<Quotable>>,
}

/// The text of a statement.
#[derive(Clone, Debug)]
struct Quotable {
    words: Vec<Word>,
    code: Code,
}

impl QuotableTexts {
    pub(super) fn of<'t>(texts: impl Iterator<Item = (Code, &'t str)>, vocabulary: &mut Vocabulary) -> Self {
        let mut by_first: Vec<Vec<Quotable>> = Vec::new();
        for (code, text) in texts {
            let words = vocabulary.learn(text);
            if words.len() >= LEAST {
                let first = words[0].index();
                by_first.resize(by_first.len().max(first + 1), Vec::new());
                by_first[first].push(Quotable { words, code });
            }
        }
        Self { by_first }
    }

    /// Where these texts are in a block of a document; `said` holds the words of the block.
    pub(super) fn find(&self, block: &Block<'_>, index: usize, said: &[Said]) -> Vec<Quote> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < said.len() {
            let Some((codes, count)) = self.at(&said[at..]) else {
                at += 1;
                continue;
            };
            let range = said[at].range.start..said[at + count - 1].range.end;
            let span = block.text.span_of(range.clone());
            found.push(Quote { codes, span, range, block: index, has_code: false });
            at += count;
        }
        found
    }

    /// The statements with the longest text that these words begin with, and how many words that text has.
    fn at(&self, said: &[Said]) -> Option<(Vec<Code>, usize)> {
        let all = self.by_first.get(said.first()?.word?.index())?;
        let begins = |one: &&Quotable| {
            let words = one.words.iter().map(|word| Some(*word));
            one.words.len() <= said.len() && words.eq(said[..one.words.len()].iter().map(|one| one.word))
        };
        let longest = all.iter().filter(begins).map(|one| one.words.len()).max()?;
        let same = all.iter().filter(begins).filter(|one| one.words.len() == longest).map(|one| one.code);
        Some((same.collect(), longest))
    }
}
