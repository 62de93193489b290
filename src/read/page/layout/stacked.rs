//! Tables with a line for each cell, as they are pasted from a word processor: first the headers of the columns, one
//! below the other, then the cells, row by row.

use super::column::Column;
use super::columns::column;
use crate::model::{Code, Prefix};
use crate::read::page::codes::{self, duty_heading};
use crate::read::page::lines::Line;
use crate::read::page::row::{CodeRow, row};
use crate::read::page::sections;
use crate::source::Spanned;

/// The most columns of a table.
const MOST: usize = 12;

/// The lines without the headers of such tables, with each row beginning with the line that has its code.
pub(super) fn undo<'s>(lines: &[Line<'s>]) -> Vec<Line<'s>> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some((&line, more)) = rest.split_first() {
        if let Some(columns) = head(rest) {
            rest = rows(&columns, &rest[columns.len()..], &mut out);
        } else {
            out.push(line);
            rest = more;
        }
    }
    out
}

/// The columns whose headers the lines begin with, if there is a row of such a table below them.
fn head(lines: &[Line<'_>]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = lines.iter().map_while(|line| column(*line)).take(MOST).collect();
    if columns.len() < 2 {
        return None;
    }
    // Columns of something else come after the known ones.
    let rest = &lines[columns.len()..];
    let asides = rest
        .iter()
        .take(MOST)
        .take_while(|line| begins(&columns, **line).is_none() && is_aside(**line))
        .count();
    let has = |wanted: &[Column]| columns.iter().any(|column| wanted.contains(column));
    let texts = has(&[Column::Duty, Column::Text]);
    let codes =
        has(&[Column::Number, Column::Codes]) || columns.iter().any(|one| matches!(one, Column::Kind(_)));
    let is_wide =
        columns.len() + asides >= 3 || matches!(columns.first(), Some(Column::Number | Column::Codes));
    let is_followed = rest.get(asides).is_some_and(|line| begins(&columns, *line).is_some());
    let all = columns.iter().copied().chain(std::iter::repeat_n(Column::Aside, asides));
    (texts && codes && is_wide && is_followed).then(|| all.collect())
}

/// Whether the line may be the header of an unknown column.
fn is_aside(line: Line<'_>) -> bool {
    line.text.len() <= 40 && !line.is_sentence() && row(line).is_none() && line.text.parse::<u32>().is_err()
}

/// The code of a row that begins with this line: a number, the heading of a duty, the code of a statement.
fn begins(columns: &[Column], line: Line<'_>) -> Option<Spanned<Code>> {
    if let Some(duty) = duty_heading(line) {
        return Some(duty.code);
    }
    match columns.first()? {
        Column::Number | Column::Codes => {
            let number = line.text.trim_end_matches('.').parse().ok();
            let number = number.map(|number| Spanned::new(Code::new(Prefix::D, number), line.span()));
            number.or_else(|| row(line).as_ref().and_then(CodeRow::only))
        }
        _ => None,
    }
}

/// Puts the rows of the table at the beginning of `lines` into `out`, and returns the lines after it.
fn rows<'l, 's>(columns: &[Column], mut lines: &'l [Line<'s>], out: &mut Vec<Line<'s>>) -> &'l [Line<'s>] {
    while let Some((&first, rest)) = lines.split_first() {
        let Some(code) = begins(columns, first) else { break };
        let is_next =
            |line: &Line| begins(columns, *line).is_some_and(|next| next.value.list() == code.value.list());
        let own = rest.iter().take_while(|line| !is_next(line) && !ends(**line)).count();
        let is_last = rest.get(own).is_none_or(|line| !is_next(line));
        let count = if is_last { own.min(columns.len() - 1) } else { own };
        put(code, first, &rest[..count], columns, out);
        lines = &rest[count..];
    }
    lines
}

/// Whether the line ends a table: a heading, or a statement with its text.
fn ends(line: Line<'_>) -> bool {
    sections::heading(line).is_some()
        || codes::statement(line).is_some_and(|found| !found.rest.text.is_empty() && row(line).is_none())
}

/// Puts a row into `out`: its text with its code, then the codes mapped to it.
fn put<'s>(
    code: Spanned<Code>,
    first: Line<'s>,
    cells: &[Line<'s>],
    columns: &[Column],
    out: &mut Vec<Line<'s>>,
) {
    let (codes, texts): (Vec<Line>, Vec<Line>) = cells.iter().partition(|line| row(**line).is_some());
    let heads = duty_heading(first).filter(|duty| !duty.rest.text.is_empty());
    // If no cell is missing, the columns show which of the texts is meant.
    let place = columns.iter().position(|column| matches!(column, Column::Duty | Column::Text));
    let whole = place.filter(|_| cells.len() + 1 == columns.len() && heads.is_none());
    let text = whole.and_then(|place| cells.get(place.checked_sub(1)?)).filter(|cell| row(**cell).is_none());
    match (heads, text.or(texts.first())) {
        (Some(_), _) => {
            out.push(first);
            out.extend(texts);
        }
        (None, Some(text)) => out.push(text.with_code(code)),
        (None, None) => out.push(Line { text: "", ..first }.with_code(code)),
    }
    out.extend(codes);
}
