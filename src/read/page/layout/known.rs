//! Which duties and statements a document states, before it is read: what is numbered without letters, or named in front
//! of marks, may stand elsewhere in full.

use std::collections::BTreeMap;

use super::grid;
use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, lone_duty, statement};
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The codes whose texts a document states, and where it does.
#[derive(Debug)]
pub(super) struct Known(BTreeMap<Code, Place>);

/// Where a code is stated first.
#[derive(Debug)]
struct Place {
    /// The table, unless it is outside tables.
    table: Option<u32>,
    /// Whether it is stated elsewhere as well.
    is_repeated: bool,
}

impl Known {
    /// What the lines of a document state: a text stands behind its code, or in the next cell.
    pub(super) fn new(lines: &[Line<'_>]) -> Self {
        let mut known = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            let found = duty_heading(*line).or_else(|| lone_duty(*line)).or_else(|| statement(*line));
            let Some(found) = found else { continue };
            let next = lines.get(at + 1).filter(|next| grid::are_of_one_row(line, next));
            let is_beside =
                next.is_some_and(|next| row(*next).is_none() && next.text.contains(char::is_alphanumeric));
            if is_beside || !found.rest.text.is_empty() && row(*line).is_none() {
                let table = line.cell.map(|cell| cell.table);
                let first = Place { table, is_repeated: false };
                let place = known.entry(found.code.value).or_insert(first);
                place.is_repeated |= place.table != table;
            }
        }
        Self(known)
    }

    /// Whether a duty or statement is stated outside this table.
    pub(super) fn is_outside(&self, table: Option<u32>, code: Code) -> bool {
        self.0.get(&code).is_some_and(|place| place.is_repeated || place.table != table)
    }

    /// Whether a code has these letters.
    pub(super) fn has(&self, prefix: Prefix) -> bool {
        self.0.keys().any(|code| code.prefix == prefix)
    }
}
