//! Tables that a document records: what their rows say if they hold neither duties nor statements.

use crate::read::page::labels::bare_label;
use crate::read::page::lines::Line;
use crate::read::page::sections::list_heading;

/// Whether two lines are of cells of one row.
pub(in crate::read::page) fn are_of_one_row(one: &Line<'_>, next: &Line<'_>) -> bool {
    let row = |line: &Line<'_>| line.cell.map(|cell| (cell.table, cell.row));
    row(one).is_some() && row(one) == row(next)
}

/// The cells of a row as lines of `text`: a label and the value next to it are one line; every other cell is a separate
/// line.
pub(super) fn others<'s>(text: &'s str, cells: &[Line<'s>]) -> Vec<Line<'s>> {
    let mut lines = Vec::with_capacity(cells.len());
    let mut rest = cells;
    while let Some((&cell, more)) = rest.split_first() {
        let value = more.first().filter(|value| is_labelled(cell, **value));
        lines.push(value.map_or(cell, |value| {
            let end = value.start + value.text.len();
            Line { text: &text[cell.start..end], cell: None, ..cell }
        }));
        rest = &more[usize::from(value.is_some())..];
    }
    lines
}

/// Whether a cell says what the one next to it is: the label of a fact, or the heading of a list on one line.
fn is_labelled(cell: Line<'_>, value: Line<'_>) -> bool {
    let label = cell.before(cell.text.trim_end_matches(':').len());
    bare_label(label).is_some() || list_heading(label).is_some() && !value.text.contains('\n')
}

/// Whether a cell holds numbers and nothing else: `1, 2`.
pub(super) fn is_numbers(cell: Line<'_>) -> bool {
    cell.text.contains(|c: char| c.is_ascii_digit()) && !cell.text.contains(char::is_alphabetic)
}

/// The lines of a cell, each as a separate line: those below the first continue it.
pub(super) fn lines_of(cell: Line<'_>) -> Vec<Line<'_>> {
    if cell.cell.is_none() || !cell.text.contains('\n') {
        return vec![cell];
    }
    let mut from = 0;
    let parts = cell.text.split('\n').enumerate().map(|(index, text)| {
        let part = cell.part(from, from + text.len());
        from += text.len() + 1;
        Line { number: cell.number + index, is_cell: index == 0, ..part }
    });
    parts.filter(|line| !line.text.is_empty()).collect()
}
