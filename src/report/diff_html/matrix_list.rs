//! The mapping as lists, for narrow screens and for paper.

use maud::{Markup, html};

use super::Page;
use super::matrix::{Matrix, sign, state_word};
use super::parts::link;
use crate::diff::{CellState, Place};

/// Duty by duty: what was added, removed and kept.
pub(super) fn render(page: &Page<'_>, matrix: &Matrix) -> Markup {
    html! {
        ul class="mapping" {
            @for &row in &matrix.rows {
                li {
                    b { (link(page, row)) }
                    @let states = states(matrix, row);
                    @if states.is_empty() {
                        " " span class="quiet" { "none" }
                    } @else {
                        ul {
                            @for (state, columns) in &states {
                                li { (line(page, *state, columns)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The statements of a duty by state; states without any are left out.
fn states(matrix: &Matrix, row: Place) -> Vec<(CellState, Vec<Place>)> {
    let of = |state: CellState| -> Vec<Place> {
        let listed =
            |column: &Place| matrix.cells.get(&(row, *column)).is_some_and(|cell| cell.state == state);
        matrix.columns.iter().copied().filter(listed).collect()
    };
    [CellState::Added, CellState::Removed, CellState::Kept]
        .into_iter()
        .map(|state| (state, of(state)))
        .filter(|(_, columns)| !columns.is_empty())
        .collect()
}

fn line(page: &Page<'_>, state: CellState, columns: &[Place]) -> Markup {
    html! {
        span class={ "cell " (state_word(state)) } aria-hidden="true" { (sign(state)) }
        " " (state_word(state)) ": "
        @for (index, &column) in columns.iter().enumerate() {
            @if index > 0 { ", " }
            (link(page, column))
        }
    }
}
