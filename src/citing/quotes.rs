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
#[derive(Clone, Debug)]
pub(super) struct QuotableTexts<'d> {
    by_letter: BTreeMap<char, Vec<Quotable<'d>>>,
}

/// The text of a statement.
#[derive(Clone, Debug)]
struct Quotable<'d> {
    words: Vec<&'d str>,
    code: Code,
}

impl<'d> QuotableTexts<'d> {
    pub(super) fn of(texts: impl Iterator<Item = (Code, &'d str)>) -> Self {
        let mut by_letter: BTreeMap<char, Vec<Quotable<'d>>> = BTreeMap::new();
        for (code, text) in texts {
            let words: Vec<&str> = Words::of(text).map(|range| &text[range]).collect();
            if let (Some(letter), true) = (words.first().and_then(|word| letter(word)), words.len() >= LEAST)
            {
                by_letter.entry(letter).or_default().push(Quotable { words, code });
            }
        }
        Self { by_letter }
    }

    /// Where these texts stand in a document, and whether it cites one of their codes beside them.
    pub(super) fn find(
        &self,
        document: &CitingDocument<'_>,
        near: &Near<'_, '_>,
        citable: &Citable<'_>,
    ) -> Vec<Quote> {
        let mut found = Vec::new();
        for (block, one) in document.blocks.iter().enumerate() {
            let mut words = Words::of(&one.text);
            while let Some(word) = words.next() {
                let Some((same, range)) = self.at(&one.text, word) else { continue };
                words = Words::from(&one.text, range.end);
                let near = near.to(document, block);
                let has_code = near.into_iter().any(|one| names(citable, one, &same));
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
}

/// Whether a citation names one of these codes.
fn names(citable: &Citable<'_>, citation: &Citation<'_>, codes: &[Code]) -> bool {
    let named = citable.between(citation.first, citation.last.unwrap_or(citation.first));
    codes.iter().any(|code| named.contains(code))
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
