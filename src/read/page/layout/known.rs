//! Which duties and statements a document states, before it is read: what is numbered without letters, or named before
//! marks, may be given in full elsewhere.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::grid;
use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, lone_duty, statement};
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The codes whose texts a document states.
#[derive(Debug, Default)]
pub(super) struct Known<'s> {
    /// The first place of each, and the first one in another table.
    codes: BTreeMap<Code, Places<&'s str>>,
    /// The same for each text that is on its own, and not next to a duty that it is mapped to.
    listed: BTreeMap<(Code, &'s str), Places<()>>,
    /// The first duty of each table, and how many rows have one.
    duties: BTreeMap<u32, (Duty, usize)>,
}

/// Where a duty begins, and its code.
type Duty = (usize, Code);

/// A place, and the first one in another table; a place is a table, if it is in one, and what is there.
#[derive(Clone, Copy, Debug)]
struct Places<T> {
    first: (Option<u32>, T),
    other: Option<(Option<u32>, T)>,
}

impl<T: Copy> Places<T> {
    /// What is outside this table.
    fn outside(&self, table: Option<u32>) -> Option<T> {
        let (first, said) = self.first;
        if first == table { self.other.map(|(_, said)| said) } else { Some(said) }
    }
}

/// Adds a place.
fn add<K: Ord, T>(to: &mut BTreeMap<K, Places<T>>, key: K, place: (Option<u32>, T)) {
    match to.entry(key) {
        Entry::Vacant(entry) => {
            entry.insert(Places { first: place, other: None });
        }
        Entry::Occupied(entry) => {
            let places = entry.into_mut();
            if places.other.is_none() && places.first.0 != place.0 {
                places.other = Some(place);
            }
        }
    }
}

impl<'s> Known<'s> {
    /// What the lines of a document state: a text comes after its code, or in the next cell.
    pub(super) fn new(lines: &[Line<'s>]) -> Self {
        let mut known = Self::default();
        for row in lines.chunk_by(grid::are_of_one_row) {
            known.note_duty(row);
        }
        for row in lines.chunk_by(grid::are_of_one_row) {
            let table = row[0].cell.map(|cell| cell.table);
            let is_of_duty = row.iter().any(|cell| duty(*cell).is_some())
                || table.is_some_and(|table| known.only_duty(table).is_some());
            for (code, text) in stated(row) {
                add(&mut known.codes, code, (table, text));
                if !is_of_duty {
                    add(&mut known.listed, (code, text), (table, ()));
                }
            }
        }
        known
    }

    fn note_duty(&mut self, row: &[Line<'s>]) {
        let found = row.iter().find_map(|cell| Some((cell.cell?.table, (cell.start, duty(*cell)?))));
        if let Some((table, duty)) = found {
            self.duties.entry(table).or_insert((duty, 0)).1 += 1;
        }
    }

    /// The only duty of a table.
    pub(super) fn only_duty(&self, table: u32) -> Option<Duty> {
        self.duties.get(&table).filter(|(_, count)| *count == 1).map(|(duty, _)| *duty)
    }

    /// The text of a duty or statement outside this table.
    pub(super) fn outside(&self, table: Option<u32>, code: Code) -> Option<&'s str> {
        self.codes.get(&code)?.outside(table)
    }

    /// Whether a statement is given in the same words outside this table, and on its own.
    pub(super) fn is_listed(&self, table: Option<u32>, code: Code, text: &'s str) -> bool {
        self.listed.get(&(code, text)).is_some_and(|places| places.outside(table).is_some())
    }

    /// Whether any code has these letters.
    pub(super) fn has(&self, prefix: Prefix) -> bool {
        self.codes.keys().any(|code| code.prefix == prefix)
    }
}

/// The code of the duty that a cell begins with, or is.
fn duty(cell: Line<'_>) -> Option<Code> {
    let first = grid::lines_of(cell).into_iter().next()?;
    duty_heading(first).or_else(|| lone_duty(first)).map(|found| found.code.value)
}

/// The codes of a row with their texts.
fn stated<'s>(cells: &[Line<'s>]) -> Vec<(Code, &'s str)> {
    let mut all = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let next = cells.get(at + 1);
        let beside = next.filter(|next| row(**next).is_none() && next.text.contains(char::is_alphanumeric));
        for line in grid::lines_of(*cell) {
            let found = duty_heading(line).or_else(|| lone_duty(line)).or_else(|| statement(line));
            let Some(found) = found else { continue };
            let own = Some(found.rest).filter(|rest| !rest.text.is_empty() && row(line).is_none());
            let text = own.or_else(|| beside.copied());
            all.extend(text.map(|text| (found.code.value, text.text)));
        }
    }
    all
}
