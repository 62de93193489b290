//! The table of old and new codes as CSV (RFC 4180), for spreadsheets: old code, new code, what happened, old text, new
//! text, and why the two are paired.

use super::cell::safe;
use super::diff::{Badge, DiffReport, DiffSet, Lookup, UnmatchedDocument, badges, evidence};
use crate::diff::{ItemRef, Row, Section};

/// The names of the columns.
const COLUMNS: [&str; 6] = ["old code", "new code", "what", "old text", "new text", "why paired"];

/// Renders the table: a line for each statement and duty, and one for each part of a split or merge. A text that a
/// spreadsheet would take for a formula starts with an apostrophe.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    table(&COLUMNS, lines(report))
}

/// Renders the tables of several comparisons as one, with the name of the new document in the first column. A document
/// without a counterpart is a line without codes.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    let columns: Vec<&str> = std::iter::once("document").chain(COLUMNS).collect();
    let named = |name: &str, line: [String; 6]| std::iter::once(safe(name)).chain(line).collect::<Vec<_>>();
    let compared = set
        .reports
        .iter()
        .flat_map(|report| lines(report).into_iter().map(|line| named(report.new.label(), line)));
    let alone = |list: &'_ [UnmatchedDocument], what: &str| -> Vec<Vec<String>> {
        let line = || {
            let mut line = <[String; 6]>::default();
            what.clone_into(&mut line[2]);
            line
        };
        list.iter().map(|one| named(&one.name, line())).collect()
    };
    let came = alone(&set.uncompared.only_new, "document added");
    table(&columns, compared.chain(came).chain(alone(&set.uncompared.only_old, "document removed")))
}

fn table<L: IntoIterator<Item = String>>(columns: &[&str], lines: impl IntoIterator<Item = L>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).expect("a Vec takes all that is written to it");
    for line in lines {
        let cells: Vec<String> = line.into_iter().collect();
        writer.write_record(&cells).expect("every line has all columns");
    }
    let bytes = writer.into_inner().expect("a Vec takes all that is written to it");
    String::from_utf8(bytes).expect("the cells are UTF-8")
}

fn lines(report: &DiffReport<'_>) -> Vec<[String; 6]> {
    let lookup = Lookup::new(report.comparison);
    let sections = Section::ALL.into_iter().filter(|one| !one.is_prose());
    let rows = sections.flat_map(|section| lookup.comparison.rows(section));
    rows.flat_map(|row| row_lines(report, &lookup, row)).collect()
}

/// The lines of a row: one for each old item with each new item.
fn row_lines(report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) -> Vec<[String; 6]> {
    let what = what(report, lookup, row);
    let (old, new) = lookup.items(row);
    let either = |items: &[usize], item_ref: fn(usize) -> ItemRef| -> Vec<Option<ItemRef>> {
        if items.is_empty() { vec![None] } else { items.iter().map(|&item| Some(item_ref(item))).collect() }
    };
    let (old, new) = (either(&old, ItemRef::Old), either(&new, ItemRef::New));
    let cells = |item_ref: Option<ItemRef>| {
        let item = item_ref.map(|item_ref| report.comparison.item(item_ref));
        item.map_or_else(Default::default, |item| (safe(&item.subject()), safe(item.text)))
    };
    let why = match row {
        Row::Pair(index) => safe(&evidence(report.comparison, &report.comparison.pairs[index])),
        Row::Added(_) | Row::Removed(_) => String::new(),
    };
    let mut lines = Vec::new();
    for old in &old {
        for new in &new {
            let ((old_code, old_text), (new_code, new_text)) = (cells(*old), cells(*new));
            lines.push([old_code, new_code, what.clone(), old_text, new_text, why.clone()]);
        }
    }
    lines
}

/// What happened to a row, in words; on a map, with the levels and places.
fn what(report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) -> String {
    let is_of_map = is_of_map(report, row);
    let badges = badges(lookup, row, report.options.typography);
    let word = |badge: &Badge| match badge.note.as_str() {
        "" => badge.word.to_owned(),
        note if is_of_map => format!("{}: {note}", badge.word),
        _ => badge.word.to_owned(),
    };
    let words: Vec<String> = badges.iter().map(word).collect();
    match row {
        Row::Pair(index) if words.is_empty() => report.comparison.pairs[index].outcome.name().to_owned(),
        _ => safe(&words.join("; ")),
    }
}

fn is_of_map(report: &DiffReport<'_>, row: Row) -> bool {
    let section = match row {
        Row::Pair(index) => report.comparison.pairs[index].section,
        Row::Added(item) => report.comparison.new.items[item].section,
        Row::Removed(item) => report.comparison.old.items[item].section,
    };
    section.is_of_map()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        let line = ["K1".to_owned(), "a, \"b\"\nc".to_owned()];
        assert_eq!(table(&["code", "text"], [line]), "code,text\nK1,\"a, \"\"b\"\"\nc\"\n");
    }
}
