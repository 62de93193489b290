//! Which duties and statements a document states, before it is read: what is numbered without letters, or named in front
//! of marks, may stand elsewhere in full.

use std::collections::BTreeMap;

use super::grid;
use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, lone_duty, statement};
use crate::read::page::lines::Line;
use crate::read::page::row::row;

/// The codes whose texts a document states, each with the table where it does, or none outside tables; no entry if there
/// are several such places.
#[derive(Debug)]
pub(super) struct Known(BTreeMap<Code, Option<Option<u32>>>);

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
                let place = known.entry(found.code.value).or_insert(Some(table));
                *place = place.filter(|place| *place == table);
            }
        }
        Self(known)
    }

    /// Whether a duty or statement is stated outside this table.
    pub(super) fn is_outside(&self, table: Option<u32>, code: Code) -> bool {
        self.0.get(&code).is_some_and(|place| *place != Some(table))
    }

    /// Whether a code has these letters.
    pub(super) fn has(&self, prefix: Prefix) -> bool {
        self.0.keys().any(|code| code.prefix == prefix)
    }
}
