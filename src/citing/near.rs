//! The citations next to a text.

use std::collections::BTreeMap;

use super::block::CitingDocument;
use super::citation::Citation;
use super::known::Citable;
use crate::model::Code;

/// Whether a citation names one of these codes.
pub(super) fn names(citable: &Citable<'_>, citation: &Citation<'_>, codes: &[Code]) -> bool {
    let named = citable.between(citation.first, citation.last.unwrap_or(citation.first));
    codes.iter().any(|code| named.contains(code))
}

/// The citations of a document, by place: looked for only once, however many texts it has.
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

    /// The citations next to a block: in its row, or in it and in the block before it.
    pub(super) fn to(&self, document: &CitingDocument<'_>, block: usize) -> Vec<&'c Citation<'s>> {
        let of_block = |block: usize| self.by_block.get(&block).into_iter().flatten().copied();
        match document.blocks[block].cell {
            Some(cell) => self.by_row.get(&(cell.table, cell.row)).into_iter().flatten().copied().collect(),
            None => block.checked_sub(1).into_iter().chain([block]).flat_map(of_block).collect(),
        }
    }
}
