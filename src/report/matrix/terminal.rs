//! The mapping as text in columns.

use std::fmt::Write;

use super::{Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixTable};
use crate::report::Style;
use crate::report::text::escaped;

/// Renders a table for each kind, in as many pieces as the width requires, then the gaps in words.
///
/// A duty without any of the kind and a statement without a duty have a `!` next to their zero.
#[must_use]
pub fn render(matrix: &Matrix, style: &Style) -> String {
    let mut out = format!("{}\n", escaped(&matrix.name));
    let names = matrix.rows.iter().map(|row| row.name.len()).chain([matrix.row_kind.many().len()]);
    let first = names.max().unwrap_or_default();
    for table in &matrix.tables {
        let _infallible = writeln!(out, "\n{}", table.heading());
        let cell = table.columns.iter().map(|column| column.code.to_string().len()).max().unwrap_or(0) + 2;
        let totals: Vec<String> = matrix.rows.iter().map(|row| total(row, table)).collect();
        let room = style.width.saturating_sub(first + 2 + cell) / cell;
        for (index, columns) in table.columns.chunks(room.max(1)).enumerate() {
            out.push_str(if index > 0 { "\n" } else { "" });
            piece(&mut out, (matrix, &totals), columns, Widths { first, cell }, style.unicode);
        }
    }
    out.push('\n');
    if matrix.gaps.is_empty() {
        let _infallible = writeln!(out, "No gaps: {}", matrix.row_kind.whole());
        return out;
    }
    out.push_str("Gaps\n");
    for hole in &matrix.gaps {
        let _infallible = writeln!(out, "  {hole}");
    }
    out
}

/// The width of the first column, and of the others.
#[derive(Clone, Copy)]
struct Widths {
    first: usize,
    cell: usize,
}

/// Some columns of a table, followed by the totals: how many of all its statements are mapped to each duty.
fn piece(
    out: &mut String,
    (matrix, totals): (&Matrix, &[String]),
    columns: &[MatrixColumn],
    widths: Widths,
    unicode: bool,
) {
    let Widths { first, cell } = widths;
    let mut line = |name: &str, cells: Vec<String>| {
        let mut line = format!("  {name:first$}");
        for text in cells {
            let _infallible = write!(line, "{text:>cell$}");
        }
        let _infallible = writeln!(out, "{}", line.trim_end());
    };
    let codes = columns.iter().map(|column| format!("{} ", column.code));
    line("", codes.chain(["all ".to_owned()]).collect());
    for (row, total) in matrix.rows.iter().zip(totals) {
        let cells = columns.iter().map(|column| format!("{} ", mark(row.cell(column.code), unicode)));
        line(&row.name, cells.chain([total.clone()]).collect());
    }
    let duties = columns.iter().map(|column| format!("{}{}", column.duties, bang(column.orphan)));
    line(matrix.row_kind.many(), duties.collect());
}

fn total(row: &MatrixRow, table: &MatrixTable) -> String {
    format!("{}{}", row.count(table), bang(row.missing_kinds.contains(&table.kind)))
}

fn bang(is_hole: bool) -> char {
    if is_hole { '!' } else { ' ' }
}

fn mark(cell: MatrixCell, unicode: bool) -> char {
    match (cell, unicode) {
        (MatrixCell::Listed, true) => '●',
        (MatrixCell::Listed, false) => 'x',
        (MatrixCell::Blank, true) => '·',
        (MatrixCell::Blank, false) => '.',
        (MatrixCell::Unknown, _) => '?',
    }
}
