//! Which duties list which statements: a table for wide screens, and beside it the same as lists,
//! of which the style sheet shows one.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::Page;
use super::matrix_list;
use super::parts::{arrow, hidden, scrolling};
use crate::diff::{CellState, MappingCell, MappingStated, Place, Section};
use crate::report::diff::{heading, mapping_silence};

/// The mapping of duties to the statements of one kind.
pub(super) struct Matrix {
    /// The kind of the statements.
    pub(super) section: Section,
    /// The duties.
    pub(super) rows: Vec<Place>,
    /// The statements.
    pub(super) columns: Vec<Place>,
    /// The cells that are not blank.
    pub(super) cells: BTreeMap<(Place, Place), MappingCell>,
}

/// How many times something is listed before and after.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Total {
    old: usize,
    new: usize,
}

impl Total {
    /// The total with one more cell.
    fn with(self, state: CellState) -> Self {
        match state {
            CellState::Kept => Self { old: self.old + 1, new: self.new + 1 },
            CellState::Added => Self { new: self.new + 1, ..self },
            CellState::Removed => Self { old: self.old + 1, ..self },
        }
    }
}

/// The totals of rows and columns, and of the whole.
#[derive(Default)]
struct Totals {
    by_place: BTreeMap<Place, Total>,
    all: Total,
}

impl Totals {
    fn of(matrix: &Matrix) -> Self {
        let mut totals = Self::default();
        for cell in matrix.cells.values() {
            for place in [cell.duty, cell.statement] {
                let total = totals.by_place.entry(place).or_default();
                *total = total.with(cell.state);
            }
            totals.all = totals.all.with(cell.state);
        }
        totals
    }

    fn at(&self, place: Place) -> Total {
        self.by_place.get(&place).copied().unwrap_or_default()
    }
}

/// The mapping, or why it is not compared; none if neither document states one.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let stated = page.report.comparison.mapping.stated;
    let silence = mapping_silence(stated)
        .map(|silence| html! { p { (silence) " That does not say that anything came or went." } });
    silence.or_else(|| (stated == MappingStated::Both).then(|| both(page)))
}

fn both(page: &Page<'_>) -> Markup {
    html! {
        p {
            "Codes are followed through the renumbering: a mapping whose codes alone changed is kept. Statements "
            "and duties go by their new codes."
        }
        (legend())
        @for matrix in &matrices(page) {
            h3 { (heading(matrix.section)) }
            div class="wide" {
                (scrolling(&format!("Duties and {}", matrix.section.plural()), &table(page, matrix)))
            }
            div class="narrow" { (matrix_list::render(page, matrix)) }
        }
    }
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
                " because the duty or the statement itself came or went"
            }
        }
    }
}

fn matrices(page: &Page<'_>) -> Vec<Matrix> {
    let mapping = &page.report.comparison.mapping;
    let section_of = |place: Place| page.report.comparison.item(place).section;
    let of = |section: Section| Matrix {
        section,
        rows: mapping.rows.clone(),
        columns: mapping.columns.iter().copied().filter(|&column| section_of(column) == section).collect(),
        cells: mapping
            .cells
            .iter()
            .filter(|cell| section_of(cell.statement) == section)
            .map(|cell| ((cell.duty, cell.statement), *cell))
            .collect(),
    };
    Section::ALL.into_iter().map(of).filter(|matrix| !matrix.columns.is_empty()).collect()
}

fn table(page: &Page<'_>, matrix: &Matrix) -> Markup {
    let totals = Totals::of(matrix);
    html! {
        table class="matrix" {
            caption { "Which duties list which " (matrix.section.plural().replace('-', " ")) }
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

/// A code as a heading that leads to its row; one that is gone is struck.
fn head(page: &Page<'_>, place: Place) -> Markup {
    let subject = page.report.comparison.item(place).subject();
    html! {
        a href={ "#" (page.anchor(place)) } {
            @match place {
                Place::New(_) => (subject),
                Place::Old(_) => { (hidden("removed ")) s { (subject) } },
            }
        }
    }
}

fn cell(page: &Page<'_>, matrix: &Matrix, row: Place, column: Place) -> Markup {
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

/// The sign of a cell.
pub(super) fn sign(state: CellState) -> char {
    match state {
        CellState::Kept => '●',
        CellState::Added => '+',
        CellState::Removed => '−',
    }
}

/// What is said of a cell aloud.
fn state_words(cell: &MappingCell) -> String {
    let follows = if cell.follows { ", with the duty or the statement itself" } else { "" };
    format!("{}{follows}", state_word(cell.state))
}

/// The word for a cell, which is its class too.
pub(super) fn state_word(state: CellState) -> &'static str {
    match state {
        CellState::Kept => "kept",
        CellState::Added => "added",
        CellState::Removed => "removed",
    }
}

fn total(total: Total) -> Markup {
    html! {
        td class="total" {
            (total.old)
            @if total.old != total.new { (arrow()) (total.new) }
        }
    }
}
