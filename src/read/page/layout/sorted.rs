//! The cells of a row, by what the header of the table says about their columns.

use super::beside;
use super::column::Column;
use super::columns::Head;
use super::grid;
use super::listed::listed;
use crate::model::{Kind, Prefix};
use crate::read::page::codes;
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The cells of a row.
#[derive(Debug, Default)]
pub(super) struct Sorted<'s> {
    /// Those with the codes and texts of duties and statements.
    pub(super) cells: Vec<Line<'s>>,
    /// The one that says what kind the statement is.
    pub(super) kind: Option<Line<'s>>,
    /// Those that list the duties that a statement is mapped to.
    pub(super) duties: Vec<Line<'s>>,
    /// Those that list numbers without a letter in the column of a kind.
    pub(super) numbers: Vec<(Kind, Line<'s>)>,
    /// The statements whose texts come after their codes in the row of a duty.
    pub(super) statements: Vec<Line<'s>>,
    /// Those in an unknown column, each with the position of the column.
    pub(super) unknown: Vec<(usize, Line<'s>)>,
    /// Those in a column of something else that may be a mapping.
    pub(super) unread: Vec<Line<'s>>,
    /// Texts that may belong to statements, but cannot be matched to any.
    pub(super) unmatched: Vec<Line<'s>>,
}

impl<'s> Sorted<'s> {
    /// The cells of a row below this header, if there is one.
    pub(super) fn new(head: Option<&Head>, cells: Vec<Line<'s>>) -> Self {
        let Some(head) = head else { return Self { cells, ..Self::default() } };
        let mut sorted = Self::default();
        let count = cells.len();
        let mut before = None;
        for (index, cell) in cells.into_iter().enumerate() {
            let place = head.place(cell, (index, count));
            match place.and_then(|place| Some((place, head.at(place)?))) {
                Some((place, Column::Wording)) => sorted.wording(head, place, before, cell),
                Some((place, Column::Unknown)) => sorted.unknown(head, place, before, cell),
                found => sorted.add(head, cell, found.map(|(_, column)| column)),
            }
            if place.and_then(|place| head.at(place)) != Some(Column::Type) {
                before = place.map(|place| (place, cell));
            }
        }
        sorted
    }

    /// Adds a cell with the texts of the statements whose codes are in the cell before it.
    fn wording(&mut self, head: &Head, place: usize, before: Option<(usize, Line<'s>)>, cell: Line<'s>) {
        let kind = kind_before(head, place);
        let codes = before.filter(|(at, _)| Some(*at) == head.codes_of(place)).map(|(_, cell)| cell);
        match codes.and_then(|codes| beside::statements(codes, cell, kind)) {
            Some(found) => self.statements.extend(found),
            // The text of the duty may come after a list of codes.
            None if kind.is_none() => self.cells.push(cell),
            None => self.unmatched.push(cell),
        }
    }

    /// Adds a cell of an unknown column. After the codes of one kind, it may hold their texts.
    fn unknown(&mut self, head: &Head, place: usize, before: Option<(usize, Line<'s>)>, cell: Line<'s>) {
        let lists = |(at, codes): (usize, Line<'s>)| {
            let kind = kind_before(head, place).filter(|_| Some(at) == head.codes_of(place));
            kind.is_some_and(|kind| row(codes).is_some() || listed(codes, kind.prefix()).is_some())
        };
        if lists_duties(cell) || row(cell).is_some() {
            self.unread.push(cell);
        } else if before.is_some_and(lists) && cell.text.split_whitespace().count() >= FEW {
            self.unmatched.push(cell);
        } else {
            self.unknown.push((place, cell));
        }
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
            Some(Column::Duty) if !head.is_of_codes() => self.cells.push(with_own_code(cell)),
            Some(Column::Aside) if lists_duties(cell) || row(cell).is_some() => self.unread.push(cell),
            Some(Column::Aside) => (),
            _ => self.cells.push(cell),
        }
    }
}

/// The kind of the codes in the column before the one at this position.
fn kind_before(head: &Head, place: usize) -> Option<Kind> {
    match head.at(head.codes_of(place)?)? {
        Column::Kind(kind) => Some(kind),
        _ => None,
    }
}

/// The fewest words in a text that may belong to a statement.
const FEW: usize = 3;

/// A cell of a duty with the code that it begins with, which does not need to be marked off from the text here: `D1 Do
/// it.`
fn with_own_code(cell: Line<'_>) -> Line<'_> {
    let coded = codes::listed_duty(cell).filter(|_| codes::duty_heading(cell).is_none());
    coded.map_or(cell, |found| found.rest.with_code(found.code))
}

/// Whether a cell lists duties, shows that they are duties, and holds nothing else: `D1, D2`, `Duties 1 and 2`.
fn lists_duties(cell: Line<'_>) -> bool {
    listed(cell, Prefix::D).is_some_and(|found| !found.is_bare)
}
