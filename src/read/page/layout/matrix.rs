//! Grids of marks, which say which statement is mapped to which duty: the codes of one are in the first column, and
//! those of the other in the first row.

use super::cell::Cell;
use super::column::Column;
use super::columns::{Head, column};
use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, listed_duty, lone_duty, statement};
use crate::read::page::lines::Line;
use crate::read::page::links::Link;
use crate::read::page::row::{CodeRow, row};
use crate::source::Spanned;

/// What people put in a cell to say yes.
const MARKS: [&str; 20] = [
    "x", "✓", "✔", "√", "☑", "☒", "✕", "✖", "×", "•", "●", "■", "▪", "*", "y", "yes", "1", "true",
    "\u{f0fc}", "✅",
];

/// What people put in a cell to say no.
const BLANKS: [&str; 10] = ["-", "–", "—", "n", "no", "0", "false", "☐", "n/a", "."];

/// The first row of such a grid.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    /// The code of each column of marks, and which column it is.
    columns: Vec<(u32, Code)>,
    /// Whether the rows are duties.
    is_of_duties: bool,
}

impl Matrix {
    /// The grid that this row begins: names of columns, or an empty cell, and a code in each cell after them. Below a
    /// header of kinds that each span several columns, numbers are codes.
    pub(super) fn begun(cells: &[Line<'_>], above: Option<&Head>) -> Option<Self> {
        let names = cells.iter().take_while(|cell| column(**cell).is_some()).count();
        let coded = cells[names..].iter().map(|cell| Some((cell.cell?.column, code(*cell)?)));
        let columns = coded.collect::<Option<Vec<(u32, Code)>>>();
        let columns =
            columns.or_else(|| numbered(&cells[names..], above?)).filter(|columns| columns.len() >= 2)?;
        let is_duty = |(_, code): &(u32, Code)| code.prefix == Prefix::D;
        let duties = columns.iter().filter(|one| is_duty(one)).count();
        let is_beside = names > 0 || columns[0].0 > 0;
        let is_one = duties == 0 || duties == columns.len();
        (is_beside && is_one).then_some(Self { columns, is_of_duties: duties == 0 })
    }

    /// The cells before the marks, and the marks.
    pub(super) fn split<'a, 's>(&self, cells: &'a [Line<'s>]) -> (&'a [Line<'s>], &'a [Line<'s>]) {
        let first = self.columns.first().map_or(0, |(column, _)| *column);
        let is_name = |cell: &Line<'_>| cell.cell.is_some_and(|cell| cell.column < first);
        cells.split_at(cells.iter().take_while(|cell| is_name(cell)).count())
    }

    /// The code of the row that these cells begin.
    pub(super) fn code(&self, names: &[Line<'_>]) -> Option<Code> {
        names.iter().find_map(|name| {
            let cell = Cell::of(*name);
            let own = cell.code().or_else(|| listed_duty(*name).map(|found| found.code));
            let of_number = || cell.number_of_duty().filter(|_| self.is_of_duties);
            own.map(|code| code.value).or_else(of_number)
        })
    }

    /// The line with the text of the duty or statement with this code, if the cells before the marks have it.
    pub(super) fn text<'s>(names: &[Line<'s>], own: Code) -> Option<Line<'s>> {
        let name = names.iter().find(|name| Cell::of(**name).is_written())?;
        let place = names.first().map(|first| first.span())?;
        Some(match Cell::of(*name) {
            Cell::Text(text) => {
                let rest = listed_duty(text).map_or(text.unnumbered(), |found| found.rest);
                rest.with_code(Spanned::new(own, place))
            }
            _ => *name,
        })
    }

    /// The link that a mark in this row stands for, or `None` if the cell says no. An error if it says something else.
    pub(super) fn link(&self, own: Option<Code>, cell: Line<'_>) -> Result<Option<Link>, ()> {
        if BLANKS.iter().any(|blank| cell.is(blank)) {
            return Ok(None);
        }
        let at = cell.cell.ok_or(())?.column;
        let (_, other) = self.columns.iter().find(|(column, _)| *column == at).ok_or(())?;
        let is_marked = MARKS.iter().any(|mark| cell.is(mark)) || code(cell) == Some(*other);
        let own = own.filter(|_| is_marked).ok_or(())?;
        let (duty, statement) = match (own.prefix, other.prefix) {
            (Prefix::D, Prefix::D) => return Err(()),
            (Prefix::D, _) => (own, *other),
            (_, Prefix::D) => (*other, own),
            _ => return Err(()),
        };
        Ok(Some(Link { duty, statement: Spanned::new(statement, cell.span()) }))
    }
}

/// The codes that numbers stand for below a header of kinds: 1, 2 … for each kind, and several for at least one.
fn numbered(cells: &[Line<'_>], above: &Head) -> Option<Vec<(u32, Code)>> {
    let code = |cell: &Line<'_>| {
        let number = cell.text.parse().ok()?;
        let Column::Kind(kind) = above.at(above.place(*cell, (0, 0))?)? else { return None };
        Some((cell.cell?.column, Code::new(kind.prefix(), number)))
    };
    let codes: Vec<(u32, Code)> = cells.iter().map(code).collect::<Option<_>>()?;
    let of_kinds = codes.chunk_by(|(_, one), (_, next)| one.prefix == next.prefix);
    let counts = |codes: &[(u32, Code)]| (1..).zip(codes).all(|(number, (_, code))| code.number == number);
    let are_codes = of_kinds.clone().all(counts) && of_kinds.clone().any(|codes| codes.len() > 1);
    are_codes.then_some(codes)
}

/// The code that a cell holds alone, or followed by a mark and the text of its duty or statement.
fn code(cell: Line<'_>) -> Option<Code> {
    let of_duty = || duty_heading(cell).or_else(|| lone_duty(cell));
    let of_statement = || statement(cell).filter(|found| found.separated && row(cell).is_none());
    let alone = row(cell).as_ref().and_then(CodeRow::only);
    let named = || statement(cell).filter(|found| found.rest.text.is_empty());
    alone.or_else(|| Some(of_duty().or_else(of_statement).or_else(named)?.code)).map(|code| code.value)
}
