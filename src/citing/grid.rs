//! Grids: tables in which codes name the columns or the rows, and marks say what covers them.

use std::collections::BTreeMap;

use super::block::{Block, CitingDocument};
use super::columns::{Column, Columns};
use super::known::Citable;
use super::scan::{Written, mentions, only_code};

/// A row names the columns of a grid if it holds at least this many codes, each alone in its cell.
const LEAST: usize = 3;

/// The length of the longest mark, in bytes.
const LONGEST_MARK: usize = 24;

/// Marks that say that a row or a column covers a statement, and nothing else.
const MARKS: [&str; 12] = ["x", "✓", "✔", "☑", "☒", "✅", "•", "●", "*", "y", "yes", "1"];

/// Marks that say that it does not.
const NO_MARKS: [&str; 12] = ["-", "–", "—", "n", "no", "n/a", "na", "0", "✗", "✘", "☐", "none"];

/// The codes of grids: the index of each block that holds one, and the indices of the cells that are marked for it.
pub(super) type Grids = BTreeMap<usize, Vec<usize>>;

/// The codes of the grids of a document.
pub(super) fn grids(document: &CitingDocument<'_>, citable: &Citable<'_>, columns: &Columns) -> Grids {
    let mut found = Grids::new();
    let is_of_one = |one: &usize, next: &usize| table(document, *one) == table(document, *next);
    let cells: Vec<usize> = (0..document.blocks.len()).filter(|at| table(document, *at).is_some()).collect();
    for table in cells.chunk_by(is_of_one) {
        let grid = by_column(document, table, citable).or_else(|| by_row(document, table, citable, columns));
        found.extend(grid.unwrap_or_default());
    }
    found
}

fn table(document: &CitingDocument<'_>, index: usize) -> Option<u32> {
    document.blocks[index].cell.map(|cell| cell.table)
}

fn is_code(block: &Block<'_>, citable: &Citable<'_>) -> bool {
    only_code(&block.text).is_some_and(|code| citable.may_have(code))
}

/// The grid whose columns are named by the codes of one row, or `None` if there is nothing below them, or anything
/// other than marks.
fn by_column(document: &CitingDocument<'_>, table: &[usize], citable: &Citable<'_>) -> Option<Grids> {
    let place = |at: &usize| document.blocks[*at].cell.map(|cell| (cell.row, cell.column));
    let row = |at: &usize| place(at).map(|(row, _)| row);
    let of_row = |cells: &&[usize]| {
        cells.iter().filter(|at| is_code(&document.blocks[**at], citable)).count() >= LEAST
    };
    let head = table.chunk_by(|one, next| row(one) == row(next)).find(of_row)?;
    let head_row = row(head.first()?)?;
    let named = head.iter().filter(|at| is_code(&document.blocks[**at], citable));
    let by_column: BTreeMap<u32, usize> = named.filter_map(|at| Some((place(at)?.1, *at))).collect();
    let mut grid: Grids = by_column.values().map(|at| (*at, Vec::new())).collect();
    for at in table {
        let Some((_, column)) = place(at).filter(|(row, _)| *row > head_row) else { continue };
        let Some(code) = by_column.get(&column) else { continue };
        let text = document.blocks[*at].text.as_str();
        if text.len() > LONGEST_MARK || !mentions(text, Written::Loosely).is_empty() {
            return None;
        }
        if !text.trim().is_empty() && !is_one_of(text, &NO_MARKS) {
            grid.entry(*code).or_default().push(*at);
        }
    }
    grid.values().any(|marks| !marks.is_empty()).then_some(grid)
}

/// The grid whose rows are named by the codes of a column, or `None` if it holds anything other than marks and texts.
fn by_row(
    document: &CitingDocument<'_>,
    table: &[usize],
    citable: &Citable<'_>,
    columns: &Columns,
) -> Option<Grids> {
    let (mut codes, mut marks) = (BTreeMap::new(), Vec::new());
    let below = table.iter().filter_map(|at| Some((*at, document.blocks[*at].cell?)));
    for (at, cell) in below.filter(|(_, cell)| columns.is_below_heads(*cell)) {
        let block = &document.blocks[at];
        match columns.get(cell) {
            Column::Texts | Column::Notes | Column::OfOther => (),
            Column::Codes if is_code(block, citable) => {
                codes.insert(cell.row, at);
            }
            Column::Other if is_one_of(&block.text, &MARKS) => marks.push((cell.row, at)),
            Column::Other if block.text.trim().is_empty() || is_one_of(&block.text, &NO_MARKS) => (),
            Column::Codes | Column::Numbers(_) | Column::Other => return None,
        }
    }
    let is_marked = !marks.is_empty();
    let mut grid: Grids = codes.values().map(|at| (*at, Vec::new())).collect();
    for (row, at) in marks {
        grid.entry(*codes.get(&row)?).or_default().push(at);
    }
    is_marked.then_some(grid)
}

fn is_one_of(text: &str, known: &[&str]) -> bool {
    known.contains(&text.trim().to_lowercase().as_str())
}
