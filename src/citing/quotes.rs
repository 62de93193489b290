//! The texts of statements that stand in a document.

use std::collections::BTreeMap;
use std::ops::Range;

use super::block::CitingDocument;
use super::citation::{Citation, Quote};
use super::known::Citable;
use super::words::{Words, are_same};
use crate::model::Code;

/// So many words at least are a quotation and no coincidence.
const LEAST: usize = 4;

/// The texts of a standard, by the first letter of their first word.
pub(super) struct Quotes<'c> {
    citable: &'c Citable<'c>,
    by_letter: BTreeMap<char, Vec<Quotable<'c>>>,
}

/// The text of a statement.
struct Quotable<'c> {
    words: Vec<&'c str>,
    code: Code,
}

impl<'c> Quotes<'c> {
    pub(super) fn of(citable: &'c Citable<'c>) -> Self {
        let mut by_letter: BTreeMap<char, Vec<Quotable<'c>>> = BTreeMap::new();
        for (code, statement) in citable.statements() {
            let words: Vec<&str> = Words::of(&statement.text).map(|range| &statement.text[range]).collect();
            if let (Some(letter), true) = (words.first().and_then(|word| letter(word)), words.len() >= LEAST)
            {
                by_letter.entry(letter).or_default().push(Quotable { words, code });
            }
        }
        Self { citable, by_letter }
    }

    /// The texts of statements in a document that cites these codes.
    pub(super) fn find(&self, document: &CitingDocument<'_>, codes: &[Citation<'_>]) -> Vec<Quote> {
        let mut found = Vec::new();
        let near = Near::of(document, codes);
        for (block, one) in document.blocks.iter().enumerate() {
            let mut words = Words::of(&one.text);
            while let Some(word) = words.next() {
                let Some((same, range)) = self.at(&one.text, word) else { continue };
                words = Words::from(&one.text, range.end);
                let near = near.to(document, block);
                let has_code = near.into_iter().any(|one| self.names(one, &same));
                let span = one.text.span_of(range.clone());
                found.push(Quote { codes: same, span, range, block, has_code });
            }
        }
        found
    }

    /// The statements whose text begins with this word, the longest, and where it stands.
    fn at(&self, text: &str, word: Range<usize>) -> Option<(Vec<Code>, Range<usize>)> {
        let all = self.by_letter.get(&letter(&text[word.clone()])?)?;
        let end = |one: &Quotable<'_>| end(text, word.start, &one.words);
        let longest = all.iter().filter_map(end).max()?;
        let same = all.iter().filter(|one| end(one) == Some(longest)).map(|one| one.code);
        Some((same.collect(), word.start..longest))
    }

    /// Whether a citation names one of these codes.
    fn names(&self, citation: &Citation<'_>, codes: &[Code]) -> bool {
        let named = self.citable.between(citation.first, citation.last.unwrap_or(citation.first));
        codes.iter().any(|code| named.contains(code))
    }
}

/// The citations of a document by where they stand: looked for once, however many texts stand in it.
#[derive(Default)]
pub(super) struct Near<'c, 's> {
    by_row: BTreeMap<(u32, u32), Vec<&'c Citation<'s>>>,
    by_block: BTreeMap<usize, Vec<&'c Citation<'s>>>,
}

impl<'c, 's> Near<'c, 's> {
    pub(super) fn of(document: &CitingDocument<'_>, codes: &'c [Citation<'s>]) -> Self {
        let mut near = Self::default();
        for one in codes {
            near.by_block.entry(one.block).or_default().push(one);
            if let Some(cell) = document.blocks[one.block].cell {
                near.by_row.entry((cell.table, cell.row)).or_default().push(one);
            }
        }
        near
    }

    /// The citations that stand beside a block: in its row, or in it and in the block before it.
    pub(super) fn to(&self, document: &CitingDocument<'_>, block: usize) -> Vec<&'c Citation<'s>> {
        let of_block = |block: usize| self.by_block.get(&block).into_iter().flatten().copied();
        match document.blocks[block].cell {
            Some(cell) => self.by_row.get(&(cell.table, cell.row)).into_iter().flatten().copied().collect(),
            None => block.checked_sub(1).into_iter().chain([block]).flat_map(of_block).collect(),
        }
    }
}

/// Where these words end, if they stand in a text from the byte `start` on.
fn end(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut said = Words::from(text, start);
    let mut end = start;
    for word in words {
        let range = said.next().filter(|range| are_same(&text[range.clone()], word))?;
        end = range.end;
    }
    Some(end)
}

/// The first letter of a word, in lower case.
fn letter(word: &str) -> Option<char> {
    word.chars().next().and_then(|c| c.to_lowercase().next())
}
