//! The strings in JSON. The strings of an object in an array are a row: the keys say what the columns hold.

use super::keys::{is_of_citing, member_blocks};
use crate::citing::Block;
use crate::source::{TableCell, Text};
use crate::syntax::{self, Value, ValueKind};

/// The strings of a JSON text, or `None` if it is not JSON.
pub(super) fn blocks(text: &str) -> Option<Vec<Block<'_>>> {
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
        return None;
    }
    let (tree, errors) = syntax::parse(text);
    let root = tree.root().filter(|_| errors.is_empty())?;
    let mut walk = Walk { tables: 0, rows: 0, blocks: Vec::new() };
    walk.value(root, None);
    Some(walk.blocks)
}

struct Walk<'s> {
    tables: u32,
    rows: u32,
    blocks: Vec<Block<'s>>,
}

impl<'s> Walk<'s> {
    fn value(&mut self, value: Value<'_, 's>, cell: Option<TableCell>) {
        match value.kind() {
            ValueKind::Object => {
                for member in value.members() {
                    let key = said(member.key.text()).filter(|_| cell.is_none());
                    let is_of_citing = key.as_deref().is_some_and(is_of_citing);
                    match (key, said(member.value.text())) {
                        (Some(key), Some(text)) if !is_of_citing => {
                            self.blocks.extend(member_blocks(key, text, self.tables, self.rows));
                            self.tables += 1;
                            self.rows += 2;
                        }
                        (key, _) => {
                            self.string(key.filter(|_| is_of_citing), None);
                            self.value(member.value, cell);
                        }
                    }
                }
            }
            ValueKind::Array if cell.is_none() && is_table(value) => self.table(value),
            ValueKind::Array => {
                for element in value.elements() {
                    self.value(element, cell);
                }
            }
            _ => self.string(value.text(), cell),
        }
    }

    /// An array of objects: a column for each key, and the keys as its headers.
    fn table(&mut self, array: Value<'_, 's>) {
        let table = self.tables;
        self.tables += 1;
        let mut keys: Vec<String> = Vec::new();
        let head = self.rows;
        self.rows += 1;
        for element in array.elements() {
            let row = self.rows;
            self.rows += 1;
            for member in element.members() {
                let key = member.key.as_str().unwrap_or_default().into_owned();
                let column = keys.iter().position(|known| *known == key).unwrap_or(keys.len());
                let cell = |row| TableCell { table, row, column: u32::try_from(column).unwrap_or(u32::MAX) };
                if column == keys.len() {
                    keys.push(key);
                    self.string(member.key.text(), Some(cell(head)));
                }
                self.value(member.value, Some(cell(row)));
            }
        }
    }

    fn string(&mut self, text: Option<Text<'s>>, cell: Option<TableCell>) {
        self.blocks.extend(said(text).map(|text| Block { text, cell, is_heading: false }));
    }
}

/// A text without the white space around it, if anything is left.
fn said(text: Option<Text<'_>>) -> Option<Text<'_>> {
    text.map(|text| text.trimmed()).filter(|text| !text.is_empty())
}

/// Whether an array is a table: several objects.
fn is_table(array: Value<'_, '_>) -> bool {
    let mut elements = array.elements();
    elements.next().is_some() && array.elements().all(|element| element.kind() == ValueKind::Object)
}
