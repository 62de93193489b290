//! The mapping as lists, for narrow screens and for paper.

use maud::{Markup, html};

use super::matrix::{KindMatrix, sign, state_word};
use super::page::Page;
use super::parts::link;
use crate::diff::{CellState, ItemRef};

/// Duty by duty: what was added, removed and kept.
pub(super) fn render(page: &Page<'_>, matrix: &KindMatrix) -> Markup {
    html! {
        ul class="mapping" {
            @for &row in &matrix.rows {
                li {
                    b { (link(page, row)) }
                    @let all = listed(matrix, row);
                    @if all.is_empty() {
                        " " span class="quiet" { "none" }
                    } @else {
                        ul {
                            @for one in &all { li { (render_listed(page, one)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A line of a duty's list: what became of some statements, and whether it only follows from what
/// became of the duty or the statements themselves.
struct ListLine {
    state: CellState,
    follows: bool,
    columns: Vec<ItemRef>,
}

/// The statements of a duty by state; states without any are left out.
fn listed(matrix: &KindMatrix, row: ItemRef) -> Vec<ListLine> {
    use CellState::{Added, Kept, Removed};
    let of = |(state, follows): (CellState, bool)| {
        let listed = |column: &ItemRef| {
            matrix
                .cells
                .get(&(row, *column))
                .is_some_and(|cell| (cell.state, cell.follows) == (state, follows))
        };
        ListLine { state, follows, columns: matrix.columns.iter().copied().filter(listed).collect() }
    };
    [(Added, false), (Removed, false), (Added, true), (Removed, true), (Kept, false)]
        .into_iter()
        .map(of)
        .filter(|listed: &ListLine| !listed.columns.is_empty())
        .collect()
}

fn render_listed(page: &Page<'_>, listed: &ListLine) -> Markup {
    html! {
        span class={ "cell " (state_word(listed.state)) @if listed.follows { " follows" } } aria-hidden="true" {
            (sign(listed.state))
        }
        " " (state_word(listed.state))
        @if listed.follows { ", with the duty or the statement itself" }
        ": "
        @for (index, &column) in listed.columns.iter().enumerate() {
            @if index > 0 { ", " }
            @if matches!(column, ItemRef::Old(_)) { "old " }
            (link(page, column))
        }
    }
}
