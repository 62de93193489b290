//! The mapping as a page that needs nothing beside it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixTable};
use crate::report::text::seen;

const STYLE: &str = include_str!("style.css");

/// Renders a page with a table for each kind and the holes in words. What is shown by a sign or a colour
/// is said in words to those who do not see it.
#[must_use]
pub fn render(matrix: &Matrix) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Mapping: " (matrix.name) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#main" { "Skip to the mapping" }
                main id="main" tabindex="-1" {
                    h1 { (matrix.name) }
                    (holes(matrix))
                    @for table in &matrix.tables { (one(matrix, table)) }
                    (duties(matrix))
                }
            }
        }
    };
    seen(page.into_string() + "\n")
}

fn holes(matrix: &Matrix) -> Markup {
    html! {
        h2 { "Holes" }
        @if matrix.holes.is_empty() {
            p { "None: each statement is listed by a duty, and each duty lists each kind." }
        } @else {
            ul { @for hole in &matrix.holes { li { (hole) } } }
        }
    }
}

fn one(matrix: &Matrix, table: &MatrixTable) -> Markup {
    let heading = table.heading();
    html! {
        h2 { (heading) }
        div class="wide" role="region" aria-label=(heading) tabindex="0" {
            table {
                caption class="hidden" { "Which duty lists which of the " (table.kind.nouns()) }
                thead {
                    tr {
                        th scope="col" { "Duty" }
                        @for column in &table.columns {
                            th scope="col" class=[column.orphan.then_some("hole")] title=(column.text) { (column.code) }
                        }
                        th scope="col" { "All" }
                    }
                }
                tbody { @for row in &matrix.rows { (line(row, table)) } }
                tfoot {
                    tr {
                        th scope="row" { "Duties" }
                        @for column in &table.columns { (total(column)) }
                        td { (matrix.rows.len()) }
                    }
                }
            }
        }
        dl {
            @for column in &table.columns { div { dt { (column.code) } dd { (column.text) } } }
        }
    }
}

fn line(row: &MatrixRow, table: &MatrixTable) -> Markup {
    let is_hole = row.lacks.contains(&table.kind);
    html! {
        tr {
            th scope="row" class=[is_hole.then_some("hole")] title=(row.text) { (row.name) }
            @for column in &table.columns { (cell(row.cell(column.code))) }
            td class=[is_hole.then_some("hole")] {
                (row.count(table))
                @if is_hole { " !" span class="hidden" { " " (row.name) " lists no " (table.kind.noun()) } }
            }
        }
    }
}

fn cell(cell: MatrixCell) -> Markup {
    let (sign, word) = match cell {
        MatrixCell::Listed => ("●", "listed"),
        MatrixCell::Blank => ("", "not listed"),
        MatrixCell::Unknown => ("?", "cannot be read"),
    };
    html! { td { span aria-hidden="true" { (sign) } span class="hidden" { (word) } } }
}

fn total(column: &MatrixColumn) -> Markup {
    html! {
        td class=[column.orphan.then_some("hole")] {
            (column.duties)
            @if column.orphan { " !" span class="hidden" { " " (column.code) " is listed by no duty" } }
        }
    }
}

fn duties(matrix: &Matrix) -> Markup {
    html! {
        h2 { "Duties" }
        dl { @for row in &matrix.rows { div { dt { (row.name) } dd { (row.text) } } } }
    }
}
