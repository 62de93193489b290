//! Reads an occupational map, as text: a title, an overview, a legend, and a table whose cells are
//! separated by tabs and written in HTML.

mod cell;
mod table;
#[cfg(test)]
mod tests;
mod titles;
mod words;

use std::ops::Range;

use self::cell::{shown, starts_with};
use self::table::MapTable;
use super::page::route_map;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{About, Document, Field, Format, OccupationalMap};
use crate::read::notes::{Notes, Read};
use crate::source::{Source, Span};

/// Whether `text` is such a map: it has the heading row of the table and a cluster; or it is the page of a route, with
/// a line for each name.
pub(crate) fn looks_like(text: &str) -> bool {
    is_table(text) || route_map::looks_like(text)
}

fn is_table(text: &str) -> bool {
    text.contains("Cluster:") && lines(text, 0).into_iter().any(|line| is_heading_row(&text[line]))
}

/// Reads such a map.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let text = source.text();
    if !is_table(text) && route_map::looks_like(text) {
        return route_map::read(source);
    }
    let mut map = OccupationalMap {
        source: source.id(),
        format: Format::OccupationalMapText,
        start: Span::at(source.bom_len()),
        title: Field::Missing,
        route: Field::Missing,
        overview: Vec::new(),
        legend: Vec::new(),
        pathways: Vec::new(),
        about: About::default(),
    };
    let lines = lines(text, source.bom_len());
    let table_start =
        lines.iter().position(|line| is_heading_row(&text[line.clone()])).unwrap_or(lines.len());
    for line in &lines[..table_start] {
        head(text, line, &mut map);
    }
    let first = lines.iter().find(|line| !text[(*line).clone()].trim().is_empty());
    map.start = first.map_or(map.start, |line| shown(text, line.clone()).span());
    let mut notes = Notes::new(source.id());
    if table_start == lines.len() {
        let help = "add a line with the names of the three columns, separated by tabs";
        notes.unread_first("map", map.start, "there is no table of clusters here", help);
    }
    let mut table = MapTable::new(text, &mut notes);
    for line in &lines[table_start..] {
        table.row(line.clone());
    }
    let (pathways, told_apart) = table.finish();
    map.pathways = pathways;
    run_together(&told_apart, source, &mut notes);
    (Document::Map(Box::new(map)), notes.finish())
}

/// The lines from `from` on, without their line endings.
fn lines(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut at = from;
    let pieces = text[from..].split_inclusive(['\r', '\n']).map(|piece| {
        let start = at;
        at += piece.len();
        start..start + piece.trim_end_matches(['\r', '\n']).len()
    });
    pieces.filter(|line| !line.is_empty()).collect()
}

fn is_heading_row(line: &str) -> bool {
    line.split('\t').filter(|cell| table::band(cell.trim()).is_some()).count() >= 2
}

/// Reads a line above the table.
fn head<'s>(text: &'s str, line: &Range<usize>, map: &mut OccupationalMap<'s>) {
    let line = shown(text, line.clone());
    if line.is_empty() || is_link(&line) {
        return;
    }
    if map.title.is_missing() && starts_with(&line, "occupational map") {
        if let Some(colon) = line.find(':') {
            map.route = line.part(colon + 1..line.len()).trimmed().into();
        }
        map.title = Field::Stated(line);
    } else if starts_with(&line, "occupations in ")
        || (starts_with(&line, "the ") && line.contains("in brackets ("))
    {
        map.legend.push(line);
    } else {
        map.overview.push(line);
    }
}

/// Whether a line is a link to somewhere else and nothing more.
fn is_link(line: &str) -> bool {
    line.starts_with('[') && line.contains("](") && line.ends_with(')')
}

/// At most this many more titles are marked.
const MOST_LABELS: usize = 9;

/// Says how many occupations begin where only their wording shows it.
fn run_together(told_apart: &[Span], source: &Source, notes: &mut Notes) {
    let Some(&first) = told_apart.first() else { return };
    let others = told_apart[1..].iter().take(MOST_LABELS);
    let message = match told_apart.len() {
        1 => "1 occupation is not separated from the text before it, \
              so where it starts is inferred from its wording"
            .to_owned(),
        count => format!(
            "{count} occupations are not separated from the text before them, \
             so where each one starts is inferred from its wording"
        ),
    };
    let label = Label::new(source.id(), first, "this title was inferred");
    let mut found = Diagnostic::new("run-together", Severity::Advice, "occupations", message, label);
    found.labels.extend(others.map(|span| Label::new(source.id(), *span, "and this one")));
    notes.push(
        found.help("if a title is wrong, put it on its own line, or write the level after each occupation"),
    );
}
