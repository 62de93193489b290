//! Tables with a border around each cell: `+---+---+`.

use std::ops::Range;

use super::cell::{DrawnCell, DrawnTable, Row};
use super::line::Lines;

/// The table that begins with the border at this line, if all of it is a table, and the line after what looks like one.
pub(super) fn table(lines: &Lines<'_>, first: usize) -> Option<(Option<DrawnTable>, usize)> {
    if !is_border(lines.line(first)) {
        return None;
    }
    let is_more = |at: &usize| lines.line(*at).trim_start().starts_with(['+', '|']);
    let end = (first..lines.len()).take_while(is_more).last()? + 1;
    let columns = columns(lines, first, end);
    let rows = rows(lines, first..end, &columns).filter(|rows| !rows.is_empty());
    let rows = rows.filter(|_| is_border(lines.line(end - 1)));
    let table =
        rows.map(|rows| DrawnTable { start: lines.place(first).0, end: lines.place(end - 1).1, rows });
    Some((table, end))
}

/// The rows of these lines, or `None` if a line does not begin with the border of the first column.
fn rows(lines: &Lines<'_>, range: Range<usize>, columns: &[usize]) -> Option<Vec<Vec<DrawnCell>>> {
    let mut rows = Vec::new();
    let mut row = Row::default();
    for at in range {
        if is_border(lines.line(at)) {
            rows.extend(row.take());
            continue;
        }
        if !lines.part(lines.parts(at, columns).first().copied()?).starts_with(['|', '+']) {
            return None;
        }
        for (column, part) in cells(lines, at, columns) {
            row.add(column, part);
        }
    }
    Some(rows)
}

/// `+---+---+`, `+===+===+`, `+:--+--:+`.
fn is_border(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.contains(['-', '='])
        && line.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
}

/// Where there are borders between columns in any line, counted in characters.
fn columns(lines: &Lines<'_>, first: usize, end: usize) -> Vec<usize> {
    let borders = (first..end).map(|at| lines.line(at)).filter(|line| is_border(line));
    let mut columns: Vec<usize> = borders
        .flat_map(|line| line.chars().enumerate().filter(|(_, c)| *c == '+').map(|(at, _)| at))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The parts of a line between vertical bars, each with its column. A part that spans several columns has no bars
/// between them.
fn cells(lines: &Lines<'_>, at: usize, columns: &[usize]) -> Vec<(usize, (usize, usize))> {
    let mut cells: Vec<(usize, (usize, usize))> = Vec::new();
    for (column, (from, to)) in lines.parts(at, columns).into_iter().enumerate() {
        let part = lines.part((from, to));
        let inner = part.strip_prefix(['|', '+']);
        match (inner, cells.last_mut()) {
            (None, Some(last)) => last.1.1 = to,
            (inner, _) => cells.push((column, (to - inner.unwrap_or(part).len(), to))),
        }
    }
    cells.retain(|(_, part)| !lines.part(*part).trim().is_empty());
    cells
}
