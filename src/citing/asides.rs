//! Parts of a document that are not about the standard: codes under or beside the reference of another standard, and rows
//! of totals.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::Block;
use super::gaps::sentence;
use super::words::Words;
use crate::model::Standard;
use crate::source::TableCell;

/// The longest cell, in bytes, that names the standard of its row: `ST9901 version 1.1`.
const LONGEST_NAME: usize = 24;

/// What the label of a row of totals says, or begins with.
const TOTALS: [&str; 6] = ["average", "count", "hours", "sum", "total", "totals"];
const TOTAL_OF: [&str; 4] = ["grand total", "number of ", "subtotal", "total "];

/// What joins codes to the reference of their standard: `K1 of ST9901`.
const OF: [&str; 4] = ["of", "in", "from", "for"];

/// Whose codes some are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The standard that is cited.
    Standard,
    /// Another standard.
    Other,
}

/// The parts of a document that are not about the standard.
#[derive(Debug, Default)]
pub(super) struct Asides<'s> {
    /// The reference of the standard. If it has none, or one of another form, no other can be told from it.
    own: Option<&'s str>,
    /// The rows, by table and number, that name another standard.
    foreign_rows: BTreeSet<(u32, u32)>,
    /// The rows of totals.
    totals: BTreeSet<(u32, u32)>,
    /// The blocks under headings that name another standard.
    foreign_sections: Vec<Range<usize>>,
}

impl<'s> Asides<'s> {
    pub(super) fn of(blocks: &[Block<'_>], standard: &'s Standard<'_>) -> Self {
        let own = standard.facts.reference.stated().map(|text| text.trim()).filter(|text| is_reference(text));
        let mut asides = Self { own, ..Self::default() };
        for block in blocks.iter().filter(|block| block.text.len() <= LONGEST_NAME) {
            let Some(cell) = block.cell else { continue };
            if is_total(&block.text) {
                asides.totals.insert((cell.table, cell.row));
            } else if asides.names_only_other(&block.text) {
                asides.foreign_rows.insert((cell.table, cell.row));
            }
        }
        asides.foreign_sections = asides.sections(blocks);
        asides
    }

    /// The blocks under headings that name another standard, if other headings name this one.
    fn sections(&self, blocks: &[Block<'_>]) -> Vec<Range<usize>> {
        let headings = blocks.iter().enumerate().filter(|(_, block)| block.is_heading);
        let named: Vec<(usize, Owner)> =
            headings.filter_map(|(at, block)| Some((at, self.named(&block.text)?))).collect();
        if named.iter().all(|(_, owner)| *owner == Owner::Other) {
            return Vec::new();
        }
        let ends = named.iter().skip(1).map(|(at, _)| *at).chain([blocks.len()]);
        let sections = named.iter().zip(ends).filter(|((_, owner), _)| *owner == Owner::Other);
        sections.map(|((start, _), end)| *start..end).collect()
    }

    /// Whose reference a text has: this standard counts before others.
    fn named(&self, text: &str) -> Option<Owner> {
        let mut owners = references(text).filter_map(|reference| self.owner_of(reference)).peekable();
        owners.peek().copied().map(|first| owners.find(|one| *one == Owner::Standard).unwrap_or(first))
    }

    /// Whether a text names other standards and not this one.
    pub(super) fn names_only_other(&self, text: &str) -> bool {
        self.named(text) == Some(Owner::Other)
    }

    /// Whose reference this is.
    fn owner_of(&self, reference: &str) -> Option<Owner> {
        self.own.map(|own| if own == reference { Owner::Standard } else { Owner::Other })
    }

    /// Whether a block is in a row or a section of another standard.
    pub(super) fn has_foreign(&self, block: &Block<'_>, index: usize) -> bool {
        let begun = self.foreign_sections.partition_point(|section| section.start <= index);
        block.cell.is_some_and(|cell| self.foreign_rows.contains(&(cell.table, cell.row)))
            || self.foreign_sections[..begun].last().is_some_and(|section| section.contains(&index))
    }

    /// Whether a cell is in a row of totals.
    pub(super) fn is_total(&self, cell: TableCell) -> bool {
        self.totals.contains(&(cell.table, cell.row))
    }

    /// Whose codes those at this place in a text are, if the text says so: `K1 of ST9901`, `ST9901: K1`.
    pub(super) fn owner(&self, text: &str, range: &Range<usize>) -> Option<Owner> {
        let (before, behind) = (&text[..range.start], &text[range.end..]);
        let mut words = Words::of(behind).map(|word| &behind[word]);
        let next = words.next().filter(|word| behind.starts_with(" (") || OF.contains(word));
        let named = next.and_then(|next| if OF.contains(&next) { words.next() } else { Some(next) });
        if let Some(named) = named.filter(|word| is_reference(word)) {
            return self.owner_of(named);
        }
        let sentence = sentence(before);
        let named = references(sentence).last()?;
        let is_next = Words::of(sentence).last().is_some_and(|word| &sentence[word] == named);
        self.owner_of(named).filter(|owner| is_next || *owner == Owner::Other)
    }
}

/// Whether a text names standards by their references.
pub(super) fn has_references(text: &str) -> bool {
    references(text).next().is_some()
}

/// The references of standards in a text.
fn references(text: &str) -> impl Iterator<Item = &str> {
    let at = memchr::memmem::find(text.as_bytes(), b"ST");
    let rest = at.map_or("", |at| &text[at..]);
    Words::of(rest).map(move |word| &rest[word]).filter(|word| is_reference(word))
}

/// Whether a word is the reference of a standard: ST and four digits.
fn is_reference(word: &str) -> bool {
    let number = word.strip_prefix("ST");
    number.is_some_and(|number| number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a cell is the label of a row of totals.
fn is_total(text: &str) -> bool {
    let label = text.trim_end_matches([':', ' ']);
    let begins =
        |known: &&str| label.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known));
    TOTALS.iter().any(|known| label.eq_ignore_ascii_case(known)) || TOTAL_OF.iter().any(begins)
}
