//! Which duties and statements a document states, before it is read: what is numbered without letters, or named in front
//! of marks, may stand elsewhere in full.

use std::collections::BTreeMap;

use super::grid;
use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, lone_duty, statement};
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The codes whose texts a document states, each with the first place where it does, and the first one in another table.
#[derive(Debug)]
pub(super) struct Known<'s>(BTreeMap<Code, (Place<'s>, Option<Place<'s>>)>);

/// Where a code is stated.
#[derive(Clone, Copy, Debug)]
struct Place<'s> {
    /// The table, unless it is outside tables.
    table: Option<u32>,
    /// The text that stands there.
    text: &'s str,
}

impl<'s> Known<'s> {
    /// What the lines of a document state: a text stands behind its code, or in the next cell.
    pub(super) fn new(lines: &[Line<'s>]) -> Self {
        let mut known = Self(BTreeMap::new());
        for (at, cell) in lines.iter().enumerate() {
            let next = lines.get(at + 1).filter(|next| grid::are_of_one_row(cell, next));
            let beside =
                next.filter(|next| row(**next).is_none() && next.text.contains(char::is_alphanumeric));
            for line in grid::lines_of(*cell) {
                let found = duty_heading(line).or_else(|| lone_duty(line)).or_else(|| statement(line));
                let Some(found) = found else { continue };
                let own = Some(found.rest).filter(|rest| !rest.text.is_empty() && row(line).is_none());
                if let Some(text) = own.or_else(|| beside.copied()) {
                    known.add(
                        found.code.value,
                        Place { table: cell.cell.map(|cell| cell.table), text: text.text },
                    );
                }
            }
        }
        known
    }

    fn add(&mut self, code: Code, place: Place<'s>) {
        let (first, other) = self.0.entry(code).or_insert((place, None));
        if other.is_none() && first.table != place.table {
            *other = Some(place);
        }
    }

    /// The text of a duty or statement outside this table.
    pub(super) fn outside(&self, table: Option<u32>, code: Code) -> Option<&'s str> {
        let (first, other) = self.0.get(&code)?;
        let place = if first.table == table { other.as_ref()? } else { first };
        Some(place.text)
    }

    /// Whether a code has these letters.
    pub(super) fn has(&self, prefix: Prefix) -> bool {
        self.0.keys().any(|code| code.prefix == prefix)
    }
}
