//! The columns of tables that are not read because their heads are not known, although something stands in them.

use std::collections::BTreeSet;

use crate::read::notes::Notes;
use crate::read::page::lines::Line;

/// The heads of such columns.
#[derive(Debug, Default)]
pub(super) struct LeftOutColumns<'s> {
    /// The heads of the last table.
    heads: Vec<Line<'s>>,
    /// Those of all tables that are to be told, in order.
    found: Vec<Line<'s>>,
    /// What these say.
    names: BTreeSet<&'s str>,
}

impl<'s> LeftOutColumns<'s> {
    /// A table with these heads begins.
    pub(super) fn begin(&mut self, heads: &[Line<'s>]) {
        self.heads = heads.to_vec();
    }

    /// Something stands in the column of this place that is not read.
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
