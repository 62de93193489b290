//! What the columns of tables hold: codes, the texts of statements, or something else.

use std::collections::BTreeMap;

use super::asides::Asides;
use super::block::Block;
use super::gaps::is_range;
use super::grade::says_nothing;
use super::heads::{CODES, Cells, Head, Heads, PERHAPS_CODES, Place, cells, letter, letter_in};
use super::known::Citable;
use super::mention::{Mention, are_knowledge_and_skills};
use super::scan::{LONGEST_LETTERS, Written, mentions, mentions_under};
use super::words::Words;
use crate::model::{Code, Prefix};
use crate::source::TableCell;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Codes of statements.
    Codes,
    /// Numbers of statements, whose letter is in the header.
    Numbers(Prefix),
    /// What statements say.
    Texts,
    /// What a migration noted.
    Notes,
    /// Codes of another standard.
    OfOther,
    /// Something else.
    Other,
}

/// How the header of the column begins where a migration notes what it could not decide. Codes in that column are
/// remarks about codes, not citations.
pub const NOTES: &str = "Migration note";

/// The columns of all tables of a document.
#[derive(Debug, Default)]
pub(super) struct Columns {
    all: BTreeMap<Place, Column>,
    /// The last header row of each table.
    heads: BTreeMap<u32, u32>,
}

/// Words in the header of a column that holds the texts of statements.
const TEXTS: [&str; 6] = ["description", "detail", "details", "statement", "text", "wording"];

/// In a column of codes, at least this percentage of the cells that are not empty hold only codes.
const MOST: usize = 60;

/// At least one in this many of the cells with numbers holds a list.
const LISTS: usize = 3;

/// For every `WORDS` cells with numbers, one cell may hold words.
const WORDS: usize = 4;

impl Columns {
    /// The columns of the tables of a document. `codes_in` has the headers that the user gave for columns of codes.
    pub(super) fn of(
        blocks: &[Block<'_>],
        (citable, asides): (&Citable<'_>, &Asides<'_>),
        codes_in: &[String],
    ) -> Self {
        let cells = cells(blocks);
        let heads = Heads::of(&cells);
        let mut found: BTreeMap<Place, Column> = BTreeMap::new();
        for (place, cells) in &cells {
            let below: Vec<&str> = below(cells, heads.row_of(*place)).map(|(_, text)| text).collect();
            // The header of the notes is in the very first row, even above a title of the table.
            let are_notes = cells.first().is_some_and(|(_, text)| text.starts_with(NOTES));
            let head = heads.get(*place);
            let content = match head.filter(|head| asides.names_only_other(head.text)) {
                _ if are_notes => Column::Notes,
                Some(_) => Column::OfOther,
                None => column(head, &below, citable, codes_in),
            };
            found.insert(*place, content);
        }
        numbers(&mut found, &cells, &heads, (citable, asides));
        keep_to_named(&mut found, &heads, codes_in);
        Self { all: found, heads: heads.last_rows() }
    }

    /// What the column of a cell holds.
    pub(super) fn get(&self, cell: TableCell) -> Column {
        self.all.get(&(cell.table, cell.column)).copied().unwrap_or(Column::Other)
    }

    /// Whether a cell is below the headers of its table.
    pub(super) fn is_below_heads(&self, cell: TableCell) -> bool {
        self.heads.get(&cell.table).is_none_or(|head| cell.row > *head)
    }

    /// Whether a table has a column for codes.
    pub(super) fn has_codes(&self, table: u32) -> bool {
        let mut all = self.all.range((table, 0)..=(table, u32::MAX));
        all.any(|(_, column)| matches!(column, Column::Codes | Column::Numbers(_)))
    }

    /// The columns of a table that hold what statements say, in order.
    pub(super) fn texts(&self, table: u32) -> impl Iterator<Item = u32> + '_ {
        let all = self.all.range((table, 0)..=(table, u32::MAX));
        all.filter(|(_, column)| **column == Column::Texts).map(|((_, column), _)| *column)
    }
}

/// The cells of a column below its header, which is in row `head`.
fn below<'t>(
    cells: &[(TableCell, &'t str)],
    head: Option<u32>,
) -> impl Iterator<Item = (TableCell, &'t str)> {
    let is_below = move |cell: &TableCell| head.is_none_or(|head| cell.row > head);
    cells.iter().filter(move |(cell, _)| is_below(cell)).map(|(cell, text)| (*cell, text.trim()))
}

/// Where the user has named the columns of a table that hold codes, none of its other columns hold codes.
fn keep_to_named(found: &mut BTreeMap<Place, Column>, heads: &Heads<'_>, codes_in: &[String]) {
    let is_named = |place: &Place| heads.get(*place).is_some_and(|head| names(codes_in, head.text));
    let tables: Vec<u32> = found.keys().filter(|place| is_named(place)).map(|(table, _)| *table).collect();
    for (place, column) in found.iter_mut() {
        if matches!(column, Column::Codes | Column::Numbers(_))
            && tables.contains(&place.0)
            && !is_named(place)
        {
            *column = Column::Other;
        }
    }
}

/// Whether a header mentions KSBs.
fn says_ksbs(head: &str) -> bool {
    let head = head.to_lowercase();
    head.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "ksb" | "ksbs"))
}

fn names(codes_in: &[String], head: &str) -> bool {
    codes_in.iter().any(|named| named.trim().eq_ignore_ascii_case(head.trim()))
}

/// What a column with this header and these cells holds.
fn column(head: Option<Head<'_>>, below: &[&str], citable: &Citable<'_>, codes_in: &[String]) -> Column {
    let is_shared = head.is_some_and(|head| head.is_shared);
    let head = head.map_or("", |head| head.text);
    if is_shared {
        // The cells decide which of its columns it applies to.
        let is_of_codes = letter(head).is_some() || says_ksbs(head) || names(codes_in, head);
        let are_codes = is_of_codes && mostly_codes(below, true, citable) > 1;
        return if are_codes { Column::Codes } else { column(None, below, citable, codes_in) };
    }
    if names(codes_in, head) {
        return letter_in(head).map_or(Column::Codes, |letter| Column::Numbers(citable.own_prefix(letter)));
    }
    let head = head.to_lowercase();
    let words: Vec<&str> =
        head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let are_statements = below.iter().filter(|text| !citable.codes_with_text(text).is_empty()).count();
    if are_statements > 1 || are_statements * 2 > below.len() {
        return Column::Texts;
    }
    let is_sure = has(&["ksb", "ksbs"]) || CODES.contains(&head.trim());
    let is_place = words.last().is_some_and(|last| super::cues::is_place(last));
    if is_place && !has(&["ksb", "ksbs"]) && !has(&PERHAPS_CODES) {
        return Column::Other;
    }
    let of_codes = mostly_codes(below, is_sure, citable);
    if of_codes > 0 && (is_sure || has(&PERHAPS_CODES)) {
        Column::Codes
    } else if has(&TEXTS) {
        Column::Texts
    } else if has(&["ksb", "ksbs"]) || of_codes > 2 && are_of_kinds(below) {
        Column::Codes
    } else {
        Column::Other
    }
}

/// The columns under headers such as K, S and B that hold numbers of statements: `1, 2 and 5`. Numbers may be anything,
/// so the table must have both knowledge and skills, and some of the numbers must be in lists: scores and counts are on
/// their own.
fn numbers(
    found: &mut BTreeMap<Place, Column>,
    columns: &Cells<'_>,
    all: &Heads<'_>,
    (citable, asides): (&Citable<'_>, &Asides<'_>),
) {
    let mut of_table: BTreeMap<u32, Vec<(Place, Prefix)>> = BTreeMap::new();
    for place in columns.keys() {
        let head = all.get(*place).filter(|head| !head.is_shared);
        let letter = head.and_then(|head| letter(head.text)).map(|letter| citable.own_prefix(letter));
        of_table.entry(place.0).or_default().extend(letter.map(|letter| (*place, letter)));
    }
    for heads in of_table.into_values() {
        let cells = heads.iter().flat_map(|(place, prefix)| {
            let below =
                below(&columns[place], all.row_of(*place)).filter(|(cell, _)| !asides.is_total(*cell));
            below.map(move |(_, text)| (text, *prefix))
        });
        let cells: Vec<(&str, Prefix)> = cells.collect();
        if are_knowledge_and_skills(heads.iter().map(|(_, own)| *own)) && are_numbers(&cells, citable) {
            found.extend(heads.iter().map(|(place, prefix)| (*place, Column::Numbers(*prefix))));
        }
    }
}

/// Whether cells hold numbers of statements: some of them lists, and most of them numbers of statements that the
/// standard has. A few may hold words instead, such as `none`.
fn are_numbers(cells: &[(&str, Prefix)], citable: &Citable<'_>) -> bool {
    let (mut lists, mut words, mut blanks, mut all, mut known) = (0, 0, 0, 0, 0);
    for (text, prefix) in cells {
        let Some(codes) = numbers_of(text, *prefix) else {
            words += usize::from(!is_blank(text));
            blanks += usize::from(is_blank(text));
            continue;
        };
        lists += usize::from(text.contains(|c: char| !c.is_ascii_digit()));
        all += codes.len();
        known += codes.iter().filter(|code| citable.statement(**code).is_some()).count();
    }
    let numbers = cells.len() - words - blanks;
    lists > 0 && lists * LISTS >= numbers && words * WORDS <= numbers && known * 100 >= all * MOST
}

/// Whether a cell says that there is nothing: `n/a`, `none`, `TBC`.
fn is_blank(text: &str) -> bool {
    !text.contains(|c: char| c.is_ascii_digit()) && text.chars().filter(|c| c.is_alphanumeric()).count() <= 4
}

/// The codes of a cell that holds only numbers of statements; one may have another letter. For a range, both its ends.
fn numbers_of(text: &str, prefix: Prefix) -> Option<Vec<Code>> {
    let all = mentions_under(text, prefix);
    let codes = all.iter().flat_map(|one| [Some(one.first), one.last]).flatten().collect();
    says_nothing_else(text, &all).then_some(codes)
}

/// Whether a text has codes and nothing else but what introduces or joins them.
fn says_nothing_else(text: &str, all: &[Mention]) -> bool {
    let mut from = 0;
    for one in all {
        let gap = &text[from..one.range.start];
        let joins = says_nothing(gap) || from > 0 && is_range(gap);
        if !joins {
            return false;
        }
        from = one.range.end;
    }
    !all.is_empty() && says_nothing(&text[from..])
}

/// How many of the cells hold only codes, or 0 if most of them do not.
fn mostly_codes(below: &[&str], is_sure: bool, citable: &Citable<'_>) -> usize {
    let mut others = 0;
    for text in below {
        others += usize::from(!is_codes(text, is_sure, citable));
        if others * 100 > below.len() * (100 - MOST) {
            return 0;
        }
    }
    below.len() - others
}

/// Whether a cell holds codes that the standard may have, and nothing else apart from words that introduce them. They
/// may be written with a space, as `K 3`, only if the header is certain.
fn is_codes(text: &str, is_sure: bool, citable: &Citable<'_>) -> bool {
    if has_word(text) {
        return false;
    }
    let all = mentions(text, Written::Loosely);
    let may_be = |one: &Mention| citable.may_have(one.first) && (is_sure || !one.is_spaced);
    all.iter().all(may_be) && says_nothing_else(text, &all)
}

/// Whether a text has a word that neither is part of a code nor introduces or joins codes. Most cells do, and soon.
fn has_word(text: &str) -> bool {
    let is_long = |word: &str| word.len() > LONGEST_LETTERS && !word.contains(|c: char| c.is_ascii_digit());
    let mut words = Words::of(text).map(|range| &text[range]);
    words.any(|word| is_long(word) && !says_nothing(word) && !is_range(word))
}

/// Whether the cells hold codes of both kinds that every standard has.
fn are_of_kinds(below: &[&str]) -> bool {
    let all = below.iter().flat_map(|text| mentions(text, Written::Loosely));
    are_knowledge_and_skills(all.map(|mention| mention.first.prefix))
}
