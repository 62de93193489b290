//! The cells of a row, by what the head of the table says of their columns.

use super::columns::{Column, Head};
use super::grid;
use super::listed::listed;
use crate::model::{Kind, Prefix};
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The cells of a row.
#[derive(Debug, Default)]
pub(super) struct Sorted<'s> {
    /// Those with the codes and texts of duties and statements.
    pub(super) cells: Vec<Line<'s>>,
    /// The one that says of which kind the statement is.
    pub(super) kind: Option<Line<'s>>,
    /// Those that list the duties of a statement.
    pub(super) duties: Vec<Line<'s>>,
    /// Those that list numbers without a letter in the column of a kind.
    pub(super) numbers: Vec<(Kind, Line<'s>)>,
    /// Those in a column of something else that may be a mapping.
    pub(super) unread: Vec<Line<'s>>,
}

impl<'s> Sorted<'s> {
    /// The cells of a row below this head, if any.
    pub(super) fn new(head: Option<&Head>, cells: Vec<Line<'s>>) -> Self {
        let Some(head) = head else { return Self { cells, ..Self::default() } };
        let mut sorted = Self::default();
        let count = cells.len();
        for (index, cell) in cells.into_iter().enumerate() {
            sorted.add(head, cell, head.of(cell, (index, count)));
        }
        sorted
    }

    fn add(&mut self, head: &Head, cell: Line<'s>, column: Option<Column>) {
        match column {
            Some(Column::Type) => self.kind = Some(cell),
            Some(Column::Duties) => self.duties.push(cell),
            Some(Column::Codes) if lists_duties(cell) => self.duties.push(cell),
            Some(Column::Duty) if head.is_of_codes() && lists_duties(cell) => self.duties.push(cell),
            Some(Column::Kind(kind)) if row(cell).is_none() && listed(cell, kind.prefix()).is_some() => {
                self.numbers.push((kind, cell));
            }
            Some(Column::Kind(_)) if grid::is_numbers(cell) => self.unread.push(cell),
            Some(Column::Aside) if lists_duties(cell) || row(cell).is_some() => self.unread.push(cell),
            Some(Column::Aside) => (),
            _ => self.cells.push(cell),
        }
    }
}

/// Whether a cell lists duties, says so, and nothing else: `D1, D2`, `Duties 1 and 2`.
fn lists_duties(cell: Line<'_>) -> bool {
    listed(cell, Prefix::D).is_some_and(|found| !found.is_bare)
}
