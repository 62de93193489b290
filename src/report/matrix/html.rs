//! The mapping as a self-contained page.

use crate::report::diff::sentence_case;
use maud::{Markup, html};

use super::{Matrix, MatrixCell, MatrixColumn, MatrixDuty, MatrixRow, MatrixRowKind, MatrixTable};
use crate::report::html_page::{PageFrame, hidden, scrolling, text};

/// The style of the tables.
pub(in crate::report) const STYLE: &str = include_str!("style.css");

/// Renders a page with a table for each kind and the gaps in words. What is shown by a sign or a colour is also given
/// in words, for people who cannot see it.
#[must_use]
pub fn render(matrix: &Matrix) -> String {
    let mut contents: Vec<(String, String)> = vec![("gaps".to_owned(), "Gaps".to_owned())];
    contents.extend(matrix.tables.iter().map(|table| (id(table), table.heading())));
    if matrix.row_kind == MatrixRowKind::Duties || !matrix.duties.is_empty() {
        contents.push(("duties".to_owned(), "Duties".to_owned()));
    }
    let what = if matrix.row_kind == MatrixRowKind::Duties { "Mapping" } else { "Coverage" };
    let frame = PageFrame {
        title: format!("{what}: {}", matrix.name),
        style: STYLE,
        skip: "Skip to the tables",
        header: html! {
            header class="masthead" {
                p class="eyebrow" { (matrix.row_kind.about()) }
                h1 { (text(&matrix.name)) }
            }
        },
        contents,
        main: html! {
            (tables(matrix))
            @if matrix.row_kind == MatrixRowKind::Duties { (duties(matrix)) }
            @if !matrix.duties.is_empty() { (covered(matrix)) }
        },
        footer: html! {},
    };
    frame.render()
}

/// The gaps in words, then a table for each kind.
pub(in crate::report) fn tables(matrix: &Matrix) -> Markup {
    html! {
        (gaps(matrix))
        @for table in &matrix.tables { (one(matrix, table)) }
    }
}

/// The id of a table on the page.
fn id(table: &MatrixTable) -> String {
    table.kind.nouns().replace(' ', "-")
}

fn gaps(matrix: &Matrix) -> Markup {
    html! {
        section {
            h2 id="gaps" { "Gaps" }
            @if matrix.gaps.is_empty() {
                p { "None: " (matrix.row_kind.whole()) }
            } @else {
                ul { @for hole in &matrix.gaps { li { (hole) } } }
            }
        }
    }
}

fn one(matrix: &Matrix, table: &MatrixTable) -> Markup {
    let heading = table.heading();
    html! {
        section {
            h2 id=(id(table)) { (heading) }
            (scrolling(&format!("{} and {}", sentence_case(matrix.row_kind.many()), table.kind.nouns()), &grid(matrix, table)))
            dl class="texts" {
                @for column in &table.columns { div { dt { (column.code) } dd { (text(&column.text)) } } }
            }
        }
    }
}

fn grid(matrix: &Matrix, table: &MatrixTable) -> Markup {
    html! {
        table class="matrix" {
            thead {
                tr {
                    th scope="col" { (sentence_case(matrix.row_kind.one())) }
                    @for column in &table.columns {
                        th scope="col" class=[column.orphan.then_some("hole")] title=(column.text) { (column.code) }
                    }
                    th scope="col" class="total" { "Total" }
                }
            }
            tbody { @for row in &matrix.rows { (line(row, table)) } }
            tfoot {
                tr {
                    th scope="row" { "Total" }
                    @for column in &table.columns { (total(matrix.row_kind, column)) }
                    td class="total" { (table.columns.iter().map(|column| column.duties).sum::<usize>()) }
                }
            }
        }
    }
}

fn line(row: &MatrixRow, table: &MatrixTable) -> Markup {
    let is_hole = row.missing_kinds.contains(&table.kind);
    html! {
        tr {
            th scope="row" class=[is_hole.then_some("hole")] title=(row.text) { (row.name) }
            @for column in &table.columns { (cell(row.cell(column.code))) }
            td class={ "total" @if is_hole { " hole" } } {
                (row.count(table))
                @if is_hole { " !" (hidden(&format!(" {} has no {} mapped to it", row.name, table.kind.nouns()))) }
            }
        }
    }
}

fn cell(cell: MatrixCell) -> Markup {
    let (sign, word) = match cell {
        MatrixCell::Listed => ("●", "mapped"),
        MatrixCell::Blank => ("", "not mapped"),
        MatrixCell::Unknown => ("?", "cannot be read"),
    };
    html! {
        td {
            @if !sign.is_empty() { span class="cell kept" aria-hidden="true" { (sign) } }
            (hidden(word))
        }
    }
}

fn total(row_kind: MatrixRowKind, column: &MatrixColumn) -> Markup {
    html! {
        td class={ "total" @if column.orphan { " hole" } } {
            (column.duties)
            @if column.orphan { " !" (hidden(&format!(" {} {}", column.code, row_kind.without()))) }
        }
    }
}

/// How much of each duty is cited, and what is not.
fn covered(matrix: &Matrix) -> Markup {
    let missing = |duty: &MatrixDuty| duty.missing().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    html! {
        section {
            h2 id="duties" { "Duties" }
            dl class="texts" {
                @for duty in &matrix.duties {
                    div {
                        dt { (duty.name) }
                        dd {
                            (duty.share())
                            @if duty.missing().next().is_some() { "; not cited: " (missing(duty)) }
                        }
                    }
                }
            }
        }
    }
}

fn duties(matrix: &Matrix) -> Markup {
    html! {
        section {
            h2 id="duties" { "Duties" }
            dl class="texts" { @for row in &matrix.rows { div { dt { (row.name) } dd { (text(&row.text)) } } } }
        }
    }
}
