//! The headers of the columns of tables. They may be below a title of the whole table, in one row or two, and may span
//! several columns.

use std::collections::BTreeMap;

use super::block::Block;
use super::words::Words;
use crate::model::Prefix;
use crate::source::TableCell;

/// A column: its table, and its number.
pub(super) type Place = (u32, u32);

/// A header has at most this many words.
const LONGEST: usize = 5;

/// The cells of all columns of a document, from top to bottom, without empty ones.
pub(super) type Cells<'t> = BTreeMap<Place, Vec<(TableCell, &'t str)>>;

/// The cells of all columns.
pub(super) fn cells<'t>(blocks: &'t [Block<'_>]) -> Cells<'t> {
    let mut cells = Cells::new();
    for block in blocks.iter().filter(|block| block.text.contains(|c: char| !c.is_whitespace())) {
        if let Some(cell) = block.cell {
            cells.entry((cell.table, cell.column)).or_default().push((cell, &*block.text));
        }
    }
    cells
}

/// The headers of columns that hold codes and nothing else.
pub(super) const CODES: [&str; 11] =
    ["k", "s", "b", "tk", "ts", "esb", "knowledge", "skill", "skills", "behaviour", "behaviours"];

/// Words in a header that may belong to a column of codes: its cells decide.
pub(super) const PERHAPS_CODES: [&str; 14] = [
    "code",
    "codes",
    "criteria",
    "criterion",
    "id",
    "knowledge",
    "mapped",
    "mapping",
    "number",
    "outcome",
    "ref",
    "reference",
    "skills",
    "standard",
];

/// The header of a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head<'t> {
    pub(super) text: &'t str,
    /// The row that it is in.
    pub(super) row: u32,
    /// Whether it is above a column further left, and may apply to this one too.
    pub(super) is_shared: bool,
}

/// The headers of the tables in a document.
#[derive(Debug, Default)]
pub(super) struct Heads<'t> {
    heads: BTreeMap<Place, Head<'t>>,
    /// The row of each table where its headers begin.
    rows: BTreeMap<u32, u32>,
}

impl<'t> Heads<'t> {
    pub(super) fn of(cells: &Cells<'t>) -> Self {
        let mut heads = Self::default();
        let tables: Vec<u32> = cells.keys().map(|(table, _)| *table).collect();
        for table in tables.chunk_by(|one, next| one == next) {
            heads.of_table(table[0], cells);
        }
        heads
    }

    fn of_table(&mut self, table: u32, cells: &Cells<'t>) {
        let columns = || cells.range((table, 0)..=(table, u32::MAX));
        let mut cells: Vec<&(TableCell, &'t str)> = columns().flat_map(|(_, cells)| cells).collect();
        // The cells of a row stay in the order of their columns.
        cells.sort_by_key(|(cell, _)| cell.row);
        let rows = || cells.chunk_by(|(one, _), (next, _)| one.row == next.row);
        let widest = rows().map(<[_]>::len).max().unwrap_or_default();
        // A title, or a line about the table, is one cell or two of many.
        let is_head = |cells: &[&(TableCell, &str)]| {
            cells.len() * 2 >= widest
                || matches!(cells, [(_, text)] if letter(text).is_some() || is_ksbs(text))
        };
        let mut below = rows().skip_while(|cells| !is_head(cells)).peekable();
        let Some(mut first) = below.next() else { return };
        // What is above a wider row that names columns of codes is about the table: `Learner | Ann`.
        if let Some(next) =
            below.next_if(|next| next.len() > first.len() && !name_codes(first) && name_codes(next))
        {
            first = next;
        }
        let row = first[0].0.row;
        self.rows.insert(table, row);
        let second =
            below.next().filter(|cells| cells.iter().filter(|(_, text)| letter(text).is_some()).count() > 1);
        for ((_, column), _) in columns() {
            let of_second = second.and_then(|cells| {
                let (cell, text) = cells.iter().find(|(own, _)| own.column == *column)?;
                letter(text).map(|_| Head { text, row: cell.row, is_shared: false })
            });
            let of_first = first.iter().rev().find(|(own, _)| own.column <= *column);
            let head = of_second
                .or_else(|| of_first.map(|(own, text)| Head { text, row, is_shared: own.column != *column }));
            self.heads.extend(head.map(|head| ((table, *column), head)));
        }
    }

    /// The header of a column.
    pub(super) fn get(&self, place: Place) -> Option<Head<'t>> {
        self.heads.get(&place).copied()
    }

    /// The last header row of each table.
    pub(super) fn last_rows(&self) -> BTreeMap<u32, u32> {
        let mut last = BTreeMap::new();
        for ((table, _), head) in &self.heads {
            let row = last.entry(*table).or_insert(head.row);
            *row = head.row.max(*row);
        }
        last
    }

    /// The row of the header of a column or, if it has none of its own, where the headers of its table begin.
    pub(super) fn row_of(&self, place: Place) -> Option<u32> {
        let own = self.get(place).filter(|head| !head.is_shared).map(|head| head.row);
        own.or_else(|| self.rows.get(&place.0).copied())
    }
}

/// Whether the cells of a row are headers, and one of them that of a column of codes.
fn name_codes(cells: &[&(TableCell, &str)]) -> bool {
    let is_head = |text: &str| {
        let text = text.to_lowercase();
        let mut words = Words::of(&text).map(|word| &text[word]);
        CODES.contains(&text.trim())
            || words.any(|word| matches!(word, "ksb" | "ksbs") || PERHAPS_CODES.contains(&word))
    };
    let is_short =
        |text: &str| Words::of(text).nth(LONGEST).is_none() && !text.contains(|c: char| c.is_ascii_digit());
    cells.iter().all(|(_, text)| is_short(text)) && cells.iter().any(|(_, text)| is_head(text))
}

/// Whether a cell says that there are KSBs below it, and nothing else.
fn is_ksbs(text: &str) -> bool {
    ["ksb", "ksbs"].iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// The letter that is named in any words by the header of a column that the user gave as holding codes.
pub(super) fn letter_in(head: &str) -> Option<Prefix> {
    let words = head.split(|c: char| !c.is_alphanumeric()).filter_map(letter);
    let letters: Vec<Prefix> = letter(head).map_or_else(|| words.collect(), |letter| vec![letter]);
    letters.first().copied().filter(|first| letters.iter().all(|letter| letter == first))
}

/// The letter that a header names.
pub(super) fn letter(head: &str) -> Option<Prefix> {
    Some(match head.trim().to_lowercase().as_str() {
        "k" | "knowledge" | "knowledge (k)" | "ks" => Prefix::K,
        "s" | "skill" | "skills" | "skills (s)" => Prefix::S,
        "b" | "behaviour" | "behaviours" | "behaviours (b)" | "bs" => Prefix::B,
        "tk" | "technical knowledge" | "technical knowledge (tk)" => Prefix::Tk,
        "ts" | "technical skill" | "technical skills" | "technical skills (ts)" => Prefix::Ts,
        "esb" | "esbs" | "employability skills and behaviours" => Prefix::Esb,
        _ => return None,
    })
}
