//! The texts of statements that stand in a document.

use std::collections::{BTreeMap, BTreeSet};

use super::block::CitingDocument;
use super::citation::{Citation, Quote};
use super::known::Citable;
use crate::model::Code;

/// So many words at least are a quotation and no coincidence.
const LEAST: usize = 4;

/// The texts of a standard, by their first words.
pub(super) struct Quotes<'c> {
    citable: &'c Citable<'c>,
    by_beginning: BTreeMap<[String; 3], Vec<(Vec<String>, Code)>>,
}

/// A word of a text, in lower case, and where it stands.
type Word = (String, std::ops::Range<usize>);

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let lower = c.to_lowercase();
        match all.last_mut() {
            Some((word, range)) if range.end == at => {
                word.extend(lower);
                range.end += c.len_utf8();
            }
            _ => all.push((lower.collect(), at..at + c.len_utf8())),
        }
    }
    all
}

impl<'c> Quotes<'c> {
    pub(super) fn of(citable: &'c Citable<'c>) -> Self {
        let mut by_beginning: BTreeMap<[String; 3], Vec<(Vec<String>, Code)>> = BTreeMap::new();
        for (code, statement) in citable.statements() {
            let said: Vec<String> = words(&statement.text).into_iter().map(|(word, _)| word).collect();
            if let (Some(first), true) = (beginning(&said), said.len() >= LEAST) {
                by_beginning.entry(first).or_default().push((said, code));
            }
        }
        Self { citable, by_beginning }
    }

    /// The texts of statements in a document that cites these codes.
    pub(super) fn find(&self, document: &CitingDocument<'_>, codes: &[Citation<'_>]) -> Vec<Quote> {
        let mut found = Vec::new();
        for (block, one) in document.blocks.iter().enumerate() {
            let said = words(&one.text);
            let mut at = 0;
            while at + LEAST <= said.len() {
                let Some((same, len)) = self.at(&said[at..]) else {
                    at += 1;
                    continue;
                };
                let span = one.text.span_of(said[at].1.start..said[at + len - 1].1.end);
                let near = self.near(document, block, codes);
                let has_code = same.iter().any(|code| near.contains(code));
                found.push(Quote { codes: same, span, block, has_code });
                at += len;
            }
        }
        found
    }

    /// The statements that the words begin with, the longest, and how many words that are.
    fn at(&self, said: &[Word]) -> Option<(Vec<Code>, usize)> {
        let first: Vec<String> = said.iter().take(3).map(|(word, _)| word.clone()).collect();
        let all = self.by_beginning.get(&beginning(&first)?)?;
        let is_said = |text: &&(Vec<String>, Code)| {
            text.0.len() <= said.len() && text.0.iter().zip(said).all(|(one, (other, _))| one == other)
        };
        let len = all.iter().filter(is_said).map(|(text, _)| text.len()).max()?;
        let same = all.iter().filter(is_said).filter(|(text, _)| text.len() == len);
        Some((same.map(|(_, code)| *code).collect(), len))
    }

    /// The codes that stand beside a block: in it, in its row, or in the block before it.
    fn near(&self, document: &CitingDocument<'_>, block: usize, codes: &[Citation<'_>]) -> BTreeSet<Code> {
        let row = |at: usize| document.blocks[at].cell.map(|cell| (cell.table, cell.row));
        let is_near = |other: usize| {
            other == block
                || row(block).is_some() && row(other) == row(block)
                || row(block).is_none() && other + 1 == block
        };
        let cited = codes.iter().filter(|one| is_near(one.block));
        cited.flat_map(|one| self.citable.between(one.first, one.last.unwrap_or(one.first))).collect()
    }
}

/// The first three words.
fn beginning(said: &[String]) -> Option<[String; 3]> {
    said.get(..3)?.to_vec().try_into().ok()
}
