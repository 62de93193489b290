//! The parts of a document that cites a standard: what is under a heading, or the rows of a module, a week or a unit.

use std::collections::BTreeMap;

use super::block::CitingDocument;
use super::heads::{Heads, cells};

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// The indices of its blocks, in order.
    pub blocks: Vec<usize>,
}

/// Words in the header of a column that holds the names of parts.
const NAMED: [&str; 14] = [
    "activity",
    "assignment",
    "lesson",
    "method",
    "module",
    "outcome",
    "part",
    "project",
    "session",
    "sprint",
    "theme",
    "topic",
    "unit",
    "week",
];

/// The parts of a document: the rows of a table, by the name in their first column of names, and what is under each
/// heading. Blocks that belong to no part are left out.
#[must_use]
pub fn groups(document: &CitingDocument<'_>) -> Vec<Group> {
    let named = named_columns(document);
    let mut all: Vec<Group> = Vec::new();
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    let mut row = None;
    let mut of_row: Option<String> = None;
    for (index, block) in document.blocks.iter().enumerate() {
        if block.is_heading {
            heading = Some(block.text.as_str().to_owned());
        }
        let own = block.cell.map(|cell| (cell.table, cell.row));
        if own != row {
            row = own;
            let name = own.and_then(|place| name_of_row(document, index, place, &named));
            // A name may be in only the first of several rows.
            of_row = name.or_else(|| of_row.take().filter(|_| own.is_some()));
        }
        let Some(name) = of_row.as_ref().filter(|_| own.is_some()).or(heading.as_ref()) else { continue };
        if let Some(known) = by_name.get(name) {
            all[*known].blocks.push(index);
        } else {
            by_name.insert(name.clone(), all.len());
            all.push(Group { name: name.clone(), blocks: vec![index] });
        }
    }
    all
}

/// The first column of each table that holds the names of parts, going by its header, and the row of that header.
fn named_columns(document: &CitingDocument<'_>) -> BTreeMap<u32, (u32, u32)> {
    let cells = cells(&document.blocks);
    let heads = Heads::of(&cells);
    let mut named: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (table, column) in cells.keys() {
        let Some(head) = heads.get((*table, *column)).filter(|head| !head.is_shared) else { continue };
        let text = head.text.to_lowercase();
        if text.split(|c: char| !c.is_alphanumeric()).any(|word| NAMED.contains(&word)) {
            named.entry(*table).or_insert((*column, head.row));
        }
    }
    named
}

/// The name in the column of names of a row.
fn name_of_row(
    document: &CitingDocument<'_>,
    from: usize,
    (table, row): (u32, u32),
    named: &BTreeMap<u32, (u32, u32)>,
) -> Option<String> {
    let (column, head) = *named.get(&table)?;
    let in_row = document.blocks[from..]
        .iter()
        .take_while(|block| block.cell.is_some_and(|cell| (cell.table, cell.row) == (table, row)));
    let mut of_row =
        in_row.filter(|block| block.cell.is_some_and(|cell| cell.column == column && cell.row > head));
    of_row.next().map(|block| block.text.as_str().to_owned())
}
