//! Writes the migration of a document that is a single text, in the syntax of its format.

use std::collections::BTreeMap;
use std::ops::Range;

use super::marks::Mark;
use super::migration::{Migration, Note};
use crate::citing::NOTES;
use crate::diagnostic::Edit;
use crate::fix::apply;
use crate::read::{CellsRow, Form, cell_rows};
use crate::source::{Span, Text};

/// Characters that would be markup in YAML, which is read as text.
const MARKUP_OF_YAML: &str = ":#\"'\\{}[]&*!|>%@`";

/// Whether a text in this form can be changed by these edits. The part `yaml` of the file is YAML.
pub(super) fn takes(text: &Text<'_>, edits: &[Edit], form: Form, yaml: &Range<usize>) -> bool {
    let is_safe = |edit: &Edit| {
        let words = &edit.replacement;
        let is_markup =
            yaml.contains(&edit.span.range().start) && words.contains(|c| MARKUP_OF_YAML.contains(c));
        !is_markup && (form == Form::Json || !words.contains(char::is_control))
    };
    edits.iter().all(|edit| is_safe(edit) && text.is_unbroken(edit.span))
}

/// The text after its migration. The part `yaml` of it is YAML.
pub(super) fn written(text: &str, form: Form, yaml: &Range<usize>, migration: &Migration) -> String {
    let edits = match form {
        Form::Cells => match cell_rows(text) {
            Some((separator, rows)) => of_cells(text, separator, &rows, migration),
            None => migration.edits.clone(),
        },
        Form::Markdown => {
            let (mut edits, shown): (Vec<Edit>, Vec<Edit>) =
                migration.edits.iter().cloned().partition(|edit| yaml.contains(&edit.span.range().start));
            edits.extend(escaped(&shown, in_markdown));
            edits.extend(in_comments(text, yaml, migration));
            edits
        }
        Form::Html => escaped(&migration.edits, in_html),
        Form::Json => escaped(&migration.edits, in_json),
        Form::Plain | Form::Office => migration.edits.clone(),
    };
    apply(text, edits.iter().collect())
}

fn escaped(edits: &[Edit], escape: impl Fn(&str) -> String) -> Vec<Edit> {
    edits.iter().map(|edit| Edit { span: edit.span, replacement: escape(&edit.replacement) }).collect()
}

/// Words as Markdown writes them.
fn in_markdown(words: &str) -> String {
    let escape = |c: char| ("\\*_`[]<>|#~$&".contains(c).then_some('\\'), c);
    words.chars().map(escape).flat_map(|(mark, c)| mark.into_iter().chain([c])).collect()
}

/// Words as HTML writes them.
fn in_html(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Words as a JSON string writes them.
fn in_json(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if c.is_control() => {
                out.push_str("\\u");
                out.extend(
                    [12, 8, 4, 0]
                        .map(|shift| char::from_digit(u32::from(c) >> shift & 15, 16).unwrap_or('0')),
                );
            }
            _ => out.push(c),
        }
    }
    out
}

/// How a comment of a migration begins.
const COMMENT: &str = "<!-- ksb: ";

/// The marks of earlier migrations in a Markdown document.
pub(super) fn marks_in_markdown(text: &str) -> Vec<Mark> {
    let mark = |(at, _): (usize, &str)| {
        let said = &text[at + COMMENT.len()..];
        let said = &said[..said.find("-->")?];
        let end = at + COMMENT.len() + said.len();
        Some(Mark { span: Span::new(at, end), text: said.trim().to_owned() })
    };
    text.match_indices(COMMENT).filter_map(mark).collect()
}

/// Notes as comments after what they are about; comments are not shown. There are none in YAML.
fn in_comments(text: &str, yaml: &Range<usize>, migration: &Migration) -> Vec<Edit> {
    let mut at: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let is_in_yaml = |note: &&Note| yaml.contains(&note.span.range().start);
    for note in migration.notes.iter().filter(|note| !is_in_yaml(note)) {
        // Two hyphens may end a comment, and a bar a cell.
        let said =
            migration.mark(note).replace("--", "–").replace('|', "/").replace('>', "→").replace('\n', " ");
        at.entry(behind(text, note.span.end as usize)).or_default().push(said);
    }
    let edit = |(at, said): (usize, Vec<String>)| Edit {
        span: Span::at(at),
        replacement: format!(" {COMMENT}{} -->", said.join("; ")),
    };
    at.into_iter().map(edit).collect()
}

/// The first place after a byte where a comment can be: not in a code span, where it would be shown, and after the
/// marks that end emphasis.
fn behind(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |start| start + 1);
    let rest = text[at..].lines().next().unwrap_or_default();
    let is_code = text[line..at].matches('`').count() % 2 == 1;
    let code = if is_code { rest.find('`').map_or(0, |mark| mark + 1) } else { 0 };
    let marks = rest[code..].bytes().take_while(|byte| b"*_~`".contains(byte)).count();
    at + code + marks
}

/// The edits of a file of cells: a cell gets quotes if it needs them, and notes are in a column of their own.
fn of_cells(text: &str, separator: char, rows: &[CellsRow], migration: &Migration) -> Vec<Edit> {
    let column = Notes { text, separator, rows, migration };
    let noted = column.in_their_cells();
    let mut edits = Vec::new();
    let mut own = migration.edits.as_slice();
    for field in rows.iter().flat_map(|row| &row.cells) {
        let first = own.partition_point(|edit| (edit.span.start as usize) < field.start);
        let count = own[first..].partition_point(|edit| edit.span.end as usize <= field.end);
        let of_field = &own[first..first + count];
        own = &own[first + count..];
        let note = noted.get(&field.start);
        let is_unsafe = |edit: &Edit| edit.replacement.contains([separator, '"', '\r', '\n']);
        let gets_quotes = !field.is_quoted && (note.is_some() || of_field.iter().any(is_unsafe));
        if gets_quotes {
            edits.push(Edit { span: Span::at(field.start), replacement: "\"".to_owned() });
            let quotes = text[field.start..field.end].match_indices('"');
            edits.extend(
                quotes.map(|(at, _)| Edit { span: Span::at(field.start + at), replacement: "\"".to_owned() }),
            );
        }
        let is_quoted = field.is_quoted || gets_quotes;
        let inside = |words: &str| if is_quoted { words.replace('"', "\"\"") } else { words.to_owned() };
        edits.extend(escaped(of_field, inside));
        edits.extend(note.map(|note| Edit { span: Span::at(field.end), replacement: inside(note) }));
        if gets_quotes {
            edits.push(Edit { span: Span::at(field.end), replacement: "\"".to_owned() });
        }
    }
    edits.extend(column.added());
    edits.sort_by_key(|edit| edit.span.start);
    edits
}

/// The notes on the rows of a file of cells.
struct Notes<'t> {
    text: &'t str,
    separator: char,
    rows: &'t [CellsRow],
    migration: &'t Migration,
}

impl Notes<'_> {
    /// The row with the names of the columns, if there is anything to note.
    fn header(&self) -> Option<&CellsRow> {
        self.rows.iter().find(|row| !self.is_blank(row)).filter(|_| !self.migration.notes.is_empty())
    }

    /// Whether the last column has the notes of an earlier migration.
    fn has_column(&self, header: &CellsRow) -> bool {
        header.cells.last().is_some_and(|cell| self.text[cell.start..cell.end].starts_with(NOTES))
    }

    fn is_blank(&self, row: &CellsRow) -> bool {
        self.text[start_of(row)..row.end].trim().is_empty()
    }

    /// The notes on what is in a row.
    fn on(&self, row: &CellsRow) -> String {
        let is_here = |note: &&Note| (start_of(row)..=row.end).contains(&(note.span.start as usize));
        let notes = self.migration.notes.iter().filter(is_here).map(|note| self.migration.mark(note));
        notes.collect::<Vec<_>>().join("; ")
    }

    /// What is added to the cells of the existing column, by the place where each cell begins.
    fn in_their_cells(&self) -> BTreeMap<usize, String> {
        let Some(header) = self.header().filter(|header| self.has_column(header)) else {
            return BTreeMap::new();
        };
        let noted = |row: &CellsRow| {
            let cell = row.cells.last().filter(|_| row.cells.len() == header.cells.len())?;
            let joint = match &self.text[cell.start..cell.end] {
                "" => "",
                NOTES => ": ",
                _ => "; ",
            };
            let said = self.on(row);
            (!said.is_empty()).then(|| (cell.start, format!("{joint}{said}")))
        };
        self.rows.iter().filter(|row| !self.is_blank(row)).filter_map(noted).collect()
    }

    /// A new column, if there is none.
    fn added(&self) -> Vec<Edit> {
        let Some(header) = self.header().filter(|header| !self.has_column(header)) else {
            return Vec::new();
        };
        let cell = |row: &CellsRow| {
            let said = match self.on(row) {
                said if row.end != header.end => said,
                said if said.is_empty() => return NOTES.to_owned(),
                said => format!("{NOTES}: {said}"),
            };
            if said.is_empty() { said } else { format!("\"{}\"", said.replace('"', "\"\"")) }
        };
        let added = |row: &CellsRow| {
            let gaps = header.cells.len().saturating_sub(row.cells.len());
            let separators: String = std::iter::repeat_n(self.separator, gaps + 1).collect();
            Edit { span: Span::at(row.end), replacement: separators + &cell(row) }
        };
        self.rows.iter().filter(|row| !self.is_blank(row)).map(added).collect()
    }
}

/// Where the cells of a row begin.
fn start_of(row: &CellsRow) -> usize {
    row.cells.first().map_or(row.end, |cell| cell.start)
}
