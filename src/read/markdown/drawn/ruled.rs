//! Tables with a line under their header that shows the columns: `----  -----`.

use std::ops::Range;

use super::cell::{DrawnCell, DrawnTable, Row};
use super::line::Lines;

/// The table that begins with this line, and the line after it.
pub(super) fn table(lines: &Lines<'_>, first: usize) -> Option<(Option<DrawnTable>, usize)> {
    let (table, next) = if lines.is_full(first) {
        tall(lines, first)
    } else if lines.is_ruler(first) {
        headless(lines, first)
    } else {
        simple(lines, first)
    }?;
    Some((Some(table), next))
}

/// A row of dashes, a header, a ruler, rows separated by empty lines, and a row of dashes.
fn tall(lines: &Lines<'_>, first: usize) -> Option<(DrawnTable, usize)> {
    let ruler = lines.next_ruler(first)?;
    let is_head = ruler > first + 1 && (first + 1..ruler).all(|at| !lines.is_blank(at) && !lines.is_full(at));
    let last = lines.next_full(ruler).filter(|_| is_head)?;
    let is_closed = lines.line(first).trim().len() == lines.line(last).trim().len();
    let head = rows(lines, ruler, first + 1..ruler, true).filter(|_| is_closed)?;
    let body = rows(lines, ruler, ruler + 1..last, true)?;
    Some((drawn(lines, first..last + 1, [head, body].concat()), last + 1))
}

/// A ruler, rows, and the same ruler.
fn headless(lines: &Lines<'_>, first: usize) -> Option<(DrawnTable, usize)> {
    let is_begin = first == 0 || lines.is_blank(first - 1);
    let last = lines.next_ruler(first).filter(|_| is_begin)?;
    let is_table =
        lines.line(first).trim() == lines.line(last).trim() && !lines.is_blank(first + 1) && last > first + 1;
    let has_gaps = (first..last).any(|at| lines.is_blank(at));
    let rows = rows(lines, first, first + 1..last, has_gaps).filter(|_| is_table)?;
    Some((drawn(lines, first..last + 1, rows), last + 1))
}

/// A header of one line, a ruler, and a row on each line up to an empty one.
fn simple(lines: &Lines<'_>, first: usize) -> Option<(DrawnTable, usize)> {
    let is_begin = first == 0 || lines.is_blank(first - 1);
    let ruler = first + 1;
    if !is_begin || lines.is_blank(first) || !lines.is_ruler(ruler) {
        return None;
    }
    let is_row = |at: &usize| !lines.is_blank(*at) && !lines.is_ruler(*at) && !lines.is_full(*at);
    let end = (ruler + 1..lines.len()).take_while(is_row).last()? + 1;
    let head = rows(lines, ruler, first..ruler, false)?;
    let body = rows(lines, ruler, ruler + 1..end, false)?;
    // The line that closes it belongs to it.
    let end = end + usize::from(lines.is_ruler(end) || lines.is_full(end));
    Some((drawn(lines, first..end, [head, body].concat()), end))
}

fn drawn(lines: &Lines<'_>, range: Range<usize>, rows: Vec<Vec<DrawnCell>>) -> DrawnTable {
    DrawnTable { start: lines.place(range.start).0, end: lines.place(range.end - 1).1, rows }
}

/// The rows of these lines: one on each line, or with gaps between them. `None` if the ruler would cut a word in two.
fn rows(lines: &Lines<'_>, ruler: usize, range: Range<usize>, has_gaps: bool) -> Option<Vec<Vec<DrawnCell>>> {
    let columns = columns(lines.line(ruler));
    let mut rows = Vec::new();
    let mut row = Row::default();
    for at in range {
        if lines.is_blank(at) {
            rows.extend(row.take());
            continue;
        }
        let parts = lines.parts(at, &columns);
        let is_whole = |pair: &[(usize, usize)]| lines.part(pair[0]).ends_with([' ', '\t']);
        if !parts.windows(2).all(is_whole) {
            return None;
        }
        for (column, part) in parts.into_iter().enumerate() {
            if !lines.part(part).trim().is_empty() {
                row.add(column, part);
            }
        }
        if !has_gaps {
            rows.extend(row.take());
        }
    }
    rows.extend(row.take());
    Some(rows)
}

/// Where the columns begin, counted in characters: the first at the margin.
fn columns(ruler: &str) -> Vec<usize> {
    let begins = |at: &usize| ruler.as_bytes()[*at] == b'-' && (*at == 0 || ruler.as_bytes()[at - 1] == b' ');
    let mut columns: Vec<usize> = (0..ruler.len()).filter(begins).collect();
    if let Some(first) = columns.first_mut() {
        *first = 0;
    }
    columns
}
