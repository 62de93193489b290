//! Which statements are mapped to which duties: a table for wide screens, and the same as lists;
//! the style sheet shows one of the two.

use maud::{Markup, html};

use super::matrix::{KindMatrix, Total, Totals, matrices, sign, state_word};
use super::matrix_list;
use super::page::Page;
use super::parts::arrow;
use crate::diff::{ItemRef, MappingCell, MappingStated};
use crate::report::diff::{Tone, heading, mapping_lines, mapping_not_compared};
use crate::report::html_page::{hidden, scrolling};

/// The mapping, or why it is not compared, or `None` if neither document states one.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    if page.report.comparison.mapping.stated != MappingStated::Both {
        return differing(page);
    }
    Some(html! {
        p {
            "A mapping is kept if only its codes changed. Statements and duties are shown by their new codes."
        }
        @match differing(page) {
            Some(lines) => (lines),
            None => p { "The mapping is unchanged." },
        }
        div class="unprinted" {
            (legend())
            @for matrix in &matrices(page.report.comparison) {
                h3 { (heading(matrix.section)) }
                div class="wide" {
                    (scrolling(&format!("Duties and {}", matrix.section.plural()), &table(page, matrix)))
                }
                div class="narrow" { (matrix_list::render(page, matrix)) }
            }
        }
    })
}

/// The duties whose mapping differs, or why the mapping is not compared, or `None` if there is nothing to say.
pub(super) fn differing(page: &Page<'_>) -> Option<Markup> {
    if let Some(silence) = mapping_not_compared(page.report.comparison.mapping.stated) {
        return Some(html! { p { (silence) " This does not mean that anything was added or removed." } });
    }
    let lines = mapping_lines(&page.lookup);
    (!lines.is_empty()).then(|| {
        html! {
            ul class="mapping" {
                @for line in &lines {
                    li {
                        b { (line.subject) } ": "
                        @for (index, (tone, entry)) in line.entries.iter().enumerate() {
                            @if index > 0 { ", " }
                            @match tone {
                                Tone::Added => ins { (entry) },
                                Tone::Removed => del { (entry) },
                                _ => (entry),
                            }
                        }
                    }
                }
            }
        }
    })
}

fn legend() -> Markup {
    html! {
        ul class="legend" {
            li { span class="cell kept" aria-hidden="true" { "●" } " kept" }
            li { span class="cell added" aria-hidden="true" { "+" } " added" }
            li { span class="cell removed" aria-hidden="true" { "−" } " removed" }
            li {
                span class="cell added follows" aria-hidden="true" { "+" }
                span class="cell removed follows" aria-hidden="true" { "−" }
                " because the duty or the statement itself was added or removed"
            }
        }
    }
}

fn table(page: &Page<'_>, matrix: &KindMatrix) -> Markup {
    let totals = Totals::of(matrix);
    html! {
        table class="matrix" {
            thead {
                tr {
                    th scope="col" { "Duty" }
                    @for &column in &matrix.columns { th scope="col" { (head(page, column)) } }
                    th scope="col" class="total" { "Total" }
                }
            }
            tbody {
                @for &row in &matrix.rows {
                    tr {
                        th scope="row" { (head(page, row)) }
                        @for &column in &matrix.columns { (cell(page, matrix, row, column)) }
                        (total(totals.at(row)))
                    }
                }
            }
            tfoot {
                tr {
                    th scope="row" { "Total" }
                    @for &column in &matrix.columns {
                        (total(totals.at(column)))
                    }
                    (total(totals.all))
                }
            }
        }
    }
}

/// A code as a heading that links to its row; a code that was removed is struck through.
fn head(page: &Page<'_>, item: ItemRef) -> Markup {
    let subject = page.report.comparison.item(item).subject();
    html! {
        a href={ "#" (page.anchor(item)) } {
            @match item {
                ItemRef::New(_) => (subject),
                ItemRef::Old(_) => { (hidden("removed ")) s { (subject) } },
            }
        }
    }
}

fn cell(page: &Page<'_>, matrix: &KindMatrix, row: ItemRef, column: ItemRef) -> Markup {
    let Some(cell) = matrix.cells.get(&(row, column)) else { return html! { td {} } };
    let comparison = page.report.comparison;
    let (duty, statement) = (comparison.item(row).subject(), comparison.item(column).subject());
    html! {
        td {
            span class={ "cell " (state_word(cell.state)) @if cell.follows { " follows" } } {
                span aria-hidden="true" { (sign(cell.state)) }
                (hidden(&format!("{duty} × {statement}: {}", state_words(cell))))
            }
        }
    }
}

/// What screen readers say for a cell.
fn state_words(cell: &MappingCell) -> String {
    let follows = if cell.follows { ", with the duty or the statement itself" } else { "" };
    format!("{}{follows}", state_word(cell.state))
}

fn total(total: Total) -> Markup {
    html! {
        td class="total" {
            (total.old)
            @if total.old != total.new { (arrow()) (total.new) }
        }
    }
}
