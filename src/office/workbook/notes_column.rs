//! A column of notes at the right end of a sheet.

use std::collections::BTreeMap;

use super::super::letters::Change;
use super::super::splice::Edits;
use super::super::xml::escaped;
use super::annotate::cell_name;
use super::shapes::Cell;
use super::sheet::{CellXml, Holds, SheetXml};

/// Adds notes on rows, in a new column after all others, or in the existing column whose header begins in the same way.
/// Returns the change to the existing header, if it changes.
pub(super) fn add(
    sheet: &SheetXml,
    shared: &[&str],
    said: &BTreeMap<u32, String>,
    head: &str,
    edits: &mut Edits,
) -> Option<(Cell, Change)> {
    let text = |cell: &CellXml| match &cell.holds {
        Holds::Own(text) | Holds::Number(text) => text.text.clone(),
        Holds::Shared(number, _) => shared.get(*number).map_or_else(String::new, |text| (*text).to_owned()),
        Holds::Other => String::new(),
    };
    let is_text = |cell: &CellXml| matches!(cell.holds, Holds::Own(_) | Holds::Shared(..));
    let first = sheet.cells.iter().find(|(_, cell)| is_text(cell) && !text(cell).is_empty());
    let first = first?.0.0;
    let mut header = None;
    let known =
        sheet.cells.range((first, 0)..=(first, u32::MAX)).find(|(_, cell)| text(cell).starts_with(head));
    let behind = sheet.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let column = known.map_or(behind, |((_, column), _)| *column);
    let mut rows = said.clone();
    if known.is_none() {
        let whole = rows.get(&first).map_or_else(|| head.to_owned(), |said| format!("{head}: {said}"));
        rows.insert(first, whole);
    }
    for (row, said) in rows {
        let at = (row, column);
        match sheet.cells.get(&at) {
            Some(cell) => {
                let before = Some(text(cell)).filter(|before| !before.is_empty());
                let whole = before.map_or_else(
                    || said.clone(),
                    |before| {
                        let joint = if before == head { ": " } else { "; " };
                        format!("{before}{joint}{said}")
                    },
                );
                if row == first {
                    let before = text(cell).len();
                    header = Some((at, (before..before, whole[before..].to_owned())));
                }
                edits.replace(cell.whole.clone(), written(sheet, at, &whole, cell.style.as_deref()));
            }
            None => {
                if let Some((tag, end)) = sheet.rows.get(&row) {
                    edits.insert(*end, written(sheet, at, &said, None));
                    widen(sheet, tag.clone(), "spans", &(column + 1).to_string(), edits);
                }
            }
        }
    }
    if let Some(tag) = sheet.dimension.clone().filter(|_| known.is_none()) {
        let last = sheet.rows.keys().next_back().copied().unwrap_or(first);
        widen(sheet, tag, "ref", &cell_name((last, column)), edits);
    }
    header
}

/// Extends an area to the right: `A1:E12`, `1:5`.
fn widen(sheet: &SheetXml, tag: std::ops::Range<usize>, name: &str, end: &str, edits: &mut Edits) {
    let xml = &sheet.xml[tag.clone()];
    let value = xml.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3);
    let part = value.and_then(|value| {
        let len = xml[value..].find('"')?;
        let colon = xml[value..value + len].find(':')?;
        Some(value + colon + 1..value + len)
    });
    if let Some(part) = part {
        edits.replace(tag.start + part.start..tag.start + part.end, end);
    }
}

/// A cell with a text of its own.
fn written(sheet: &SheetXml, at: (u32, u32), text: &str, style: Option<&str>) -> String {
    let (x, name, text) = (&sheet.prefix, cell_name(at), escaped(text));
    let style = style.map_or_else(String::new, |style| format!(" s=\"{}\"", escaped(style)));
    format!(
        "<{x}c r=\"{name}\"{style} t=\"inlineStr\"><{x}is><{x}t xml:space=\"preserve\">{text}</{x}t></{x}is></{x}c>"
    )
}
