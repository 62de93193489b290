//! The columns of tables that are not read because their headers are not known, although there is something in them.

use std::collections::BTreeSet;

use crate::read::notes::Notes;
use crate::read::page::lines::Line;

/// The headers of such columns.
#[derive(Debug, Default)]
pub(super) struct LeftOutColumns<'s> {
    /// The headers of the last table.
    heads: Vec<Line<'s>>,
    /// Those of all tables that should be reported, in order.
    found: Vec<Line<'s>>,
    /// What these say.
    names: BTreeSet<&'s str>,
}

impl<'s> LeftOutColumns<'s> {
    /// A table with these headers begins.
    pub(super) fn begin(&mut self, heads: &[Line<'s>]) {
        self.heads = heads.to_vec();
    }

    /// There is something in the column at this position, which is not read.
    pub(super) fn see(&mut self, place: usize, cell: Line<'s>) {
        let has_words = cell.text.contains(char::is_alphabetic);
        let head = self.heads.get(place).copied().filter(|_| has_words);
        self.found.extend(head.filter(|head| self.names.insert(head.text)));
    }

    pub(super) fn note(&self, notes: &mut Notes) {
        let names: Vec<&str> = self.found.iter().map(|head| head.text).collect();
        if let Some(first) = self.found.first() {
            notes.left_out_columns(first.span(), &names);
        }
    }
}
