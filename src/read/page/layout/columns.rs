//! The columns of tables, by what their heads say.

use std::borrow::Cow;

use crate::model::Kind;
use crate::read::page::codes::{duty_heading, lone_duty};
use crate::read::page::lines::Line;
use crate::read::page::row::{CodeRow, row};
use crate::read::page::sections::kind_heading;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of a duty or the code of a statement.
    Number,
    /// The texts of duties.
    Duty,
    /// The texts of statements, or of duties where the head does not say which.
    Text,
    /// The codes that a duty lists, or whole statements of this kind.
    Kind(Kind),
    /// The codes that a duty lists, or the code of a statement.
    Codes,
    /// Something else: evidence, modules, methods.
    Aside,
}

/// The longest head of a column, in bytes.
const LONGEST: usize = 60;

const HEADS: [(&str, Column); 32] = [
    ("no", Column::Number),
    ("no.", Column::Number),
    ("#", Column::Number),
    ("number", Column::Number),
    ("index", Column::Number),
    ("ref", Column::Number),
    ("ref.", Column::Number),
    ("id", Column::Number),
    ("code", Column::Number),
    ("ksb ref", Column::Number),
    ("ksb code", Column::Number),
    ("ksb number", Column::Number),
    ("duty number", Column::Number),
    ("duty no", Column::Number),
    ("duty no.", Column::Number),
    ("duty", Column::Duty),
    ("duties", Column::Duty),
    ("occupation duty", Column::Duty),
    ("occupational duty", Column::Duty),
    ("duty description", Column::Duty),
    ("description", Column::Text),
    ("statement", Column::Text),
    ("text", Column::Text),
    ("detail", Column::Text),
    ("ksb statement", Column::Text),
    ("ksb description", Column::Text),
    ("ksb", Column::Codes),
    ("ksbs", Column::Codes),
    ("mapped ksbs", Column::Codes),
    ("k", Column::Kind(Kind::Knowledge)),
    ("s", Column::Kind(Kind::Skill)),
    ("b", Column::Kind(Kind::Behaviour)),
];

/// The columns of a table, and where each stands if the document has the table as such.
#[derive(Clone, Debug)]
pub(super) struct Head(Vec<(Column, Option<u32>)>);

impl Head {
    /// All its columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        self.0.iter().map(|(column, _)| *column)
    }

    /// Whether its rows are statements, each with the duties that list it behind its text: `Code | Statement | Duties`.
    pub(super) fn is_of_statements(&self) -> bool {
        let mut behind = self.columns().skip_while(|column| *column != Column::Text);
        self.columns().filter(|column| *column == Column::Number).count() == 1
            && behind.any(|column| column == Column::Duty)
    }

    /// The column that a cell is in: the cell of this index among `count` of its row. None if nothing tells.
    pub(super) fn of(&self, cell: Line<'_>, (index, count): (usize, usize)) -> Option<Column> {
        let found = match cell.cell {
            Some(cell) => self.0.iter().rev().find(|(_, at)| at.is_some_and(|at| at <= cell.column)),
            None => self.0.get(index).filter(|_| self.0.len() == count),
        };
        found.map(|(column, _)| *column)
    }
}

/// The column that a head names, if it is a known one.
pub(super) fn column(cell: Line<'_>) -> Option<Column> {
    // Only a cell of a document that has tables as such has several lines.
    let is_one_line = !cell.text.contains('\n');
    let words = if is_one_line { Cow::Borrowed(cell.text) } else { cell.text.replace('\n', " ").into() };
    let name = words.trim_end_matches([':', '*']).trim_end();
    let known = HEADS.iter().find(|(head, _)| name.eq_ignore_ascii_case(head)).map(|(_, column)| *column);
    known.or_else(|| kind_heading(cell).map(Column::Kind))
}

/// The columns of a head: two of them are known at least, and all are short and no sentences.
pub(super) fn head(cells: &[Line<'_>]) -> Option<Head> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| column(*cell)).collect();
    let is_head = |(cell, column): (&Line, &Option<Column>)| {
        column.is_some() || cell.text.len() <= LONGEST && !cell.is_sentence()
    };
    let is_known = columns.iter().flatten().count() >= 2 && cells.iter().zip(&columns).all(is_head);
    let place = |(cell, column): (&Line<'_>, Option<Column>)| {
        (column.unwrap_or(Column::Aside), cell.cell.map(|cell| cell.column))
    };
    is_known.then(|| Head(cells.iter().zip(columns).map(place).collect()))
}

/// What a table holds that is not read, by its first row: a mapping as marks in a grid, or a version log, whose rows may
/// begin with codes and are no statements.
pub(super) fn unread(cells: &[Line<'_>]) -> Option<&'static str> {
    let names = |word: &str| cells.iter().any(|cell| cell.text.to_lowercase().contains(word));
    let is_name = |cell: &Line| {
        cell.text.len() <= LONGEST && !cell.is_sentence() && !cell.text.contains(|c: char| c.is_ascii_digit())
    };
    let are_names = cells.len() >= 2 && cells.iter().all(is_name);
    if is_head_of_matrix(cells) {
        Some("mapping")
    } else if are_names && names("version") && (names("change") || names("amendment")) {
        Some("version log")
    } else {
        None
    }
}

/// Whether the first row of a table says that the table marks which duty lists which statement: a code in each cell, but
/// for a first one that names the column or is empty.
fn is_head_of_matrix(cells: &[Line<'_>]) -> bool {
    let is_code = |cell: &Line| {
        row(*cell).as_ref().and_then(CodeRow::only).is_some()
            || duty_heading(*cell).or_else(|| lone_duty(*cell)).is_some_and(|duty| duty.rest.text.is_empty())
    };
    let Some((first, rest)) = cells.split_first() else { return false };
    let is_named = column(*first).is_some();
    let codes = if is_named { rest } else { cells };
    let is_beside = is_named || first.cell.is_some_and(|cell| cell.column > 0);
    is_beside && codes.len() >= 2 && codes.iter().all(is_code)
}
