//! The mapping as lists, for narrow screens and for paper.

use maud::{Markup, html};

use super::matrix::{Matrix, sign, state_word};
use super::page::Page;
use super::parts::link;
use crate::diff::{CellState, ItemRef};

/// Duty by duty: what was added, removed and kept.
pub(super) fn render(page: &Page<'_>, matrix: &Matrix) -> Markup {
    html! {
        ul class="mapping" {
            @for &row in &matrix.rows {
                li {
                    b { (link(page, row)) }
                    @let lines = lines(matrix, row);
                    @if lines.is_empty() {
                        " " span class="quiet" { "none" }
                    } @else {
                        ul {
                            @for line in &lines { li { (render_line(page, line)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A line of a duty's list: what became of some statements, and whether it only follows from what
/// became of the duty or the statements themselves.
struct Line {
    state: CellState,
    follows: bool,
    columns: Vec<ItemRef>,
}

/// The statements of a duty by state; states without any are left out.
fn lines(matrix: &Matrix, row: ItemRef) -> Vec<Line> {
    use CellState::{Added, Kept, Removed};
    let of = |(state, follows): (CellState, bool)| {
        let listed = |column: &ItemRef| {
            matrix
                .cells
                .get(&(row, *column))
                .is_some_and(|cell| (cell.state, cell.follows) == (state, follows))
        };
        Line { state, follows, columns: matrix.columns.iter().copied().filter(listed).collect() }
    };
    [(Added, false), (Removed, false), (Added, true), (Removed, true), (Kept, false)]
        .into_iter()
        .map(of)
        .filter(|line| !line.columns.is_empty())
        .collect()
}

fn render_line(page: &Page<'_>, line: &Line) -> Markup {
    html! {
        span class={ "cell " (state_word(line.state)) @if line.follows { " follows" } } aria-hidden="true" {
            (sign(line.state))
        }
        " " (state_word(line.state))
        @if line.follows { ", with the duty or the statement itself" }
        ": "
        @for (index, &column) in line.columns.iter().enumerate() {
            @if index > 0 { ", " }
            @if matches!(column, ItemRef::Old(_)) { "old " }
            (link(page, column))
        }
    }
}
