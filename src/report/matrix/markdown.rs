//! The mapping as Markdown tables.

use std::fmt::Write;

use super::{Matrix, MatrixCell, MatrixRow, MatrixTable};
use crate::report::markdown_text::escaped;

/// Renders a table for each kind, then the gaps in words; gaps are bold.
#[must_use]
pub fn render(matrix: &Matrix) -> String {
    let mut out = format!("## {}\n", escaped(&matrix.name));
    for table in &matrix.tables {
        let _infallible = write!(out, "\n### {}\n\n", table.heading());
        one(&mut out, matrix, table);
    }
    out.push_str("\n### Gaps\n\n");
    if matrix.gaps.is_empty() {
        let _infallible = writeln!(out, "None: {}", matrix.row_kind.whole());
    }
    for hole in &matrix.gaps {
        let _infallible = writeln!(out, "- {}", escaped(&hole.to_string()));
    }
    out
}

fn one(out: &mut String, matrix: &Matrix, table: &MatrixTable) {
    let codes = table.columns.iter().map(|column| column.code.to_string());
    line(out, matrix.row_kind.one(), codes.chain(["all".to_owned()]));
    line(out, "---", std::iter::repeat_n(":-:".to_owned(), table.columns.len() + 1));
    for row in &matrix.rows {
        let cells = table.columns.iter().map(|column| mark(row.cell(column.code)).to_owned());
        line(out, &escaped(&row.name), cells.chain([total(row, table)]));
    }
    let duties = table.columns.iter().map(|column| number(&column.duties.to_string(), column.orphan));
    line(out, matrix.row_kind.many(), duties.chain([String::new()]));
}

fn line(out: &mut String, name: &str, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _infallible = writeln!(out, "| {name} | {} |", cells.join(" | "));
}

fn total(row: &MatrixRow, table: &MatrixTable) -> String {
    number(&row.count(table), row.missing_kinds.contains(&table.kind))
}

fn number(count: &str, is_hole: bool) -> String {
    if is_hole { format!("**{count}**") } else { count.to_owned() }
}

fn mark(cell: MatrixCell) -> &'static str {
    match cell {
        MatrixCell::Listed => "●",
        MatrixCell::Blank => "",
        MatrixCell::Unknown => "?",
    }
}
