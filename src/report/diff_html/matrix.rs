//! The mapping of the statements of one kind to duties, in the form that the table and the lists use.

use std::collections::BTreeMap;

use crate::diff::{CellState, Comparison, ItemRef, MappingCell, Section};

/// The mapping of the statements of one kind to duties.
pub(super) struct KindMatrix {
    /// The kind of the statements.
    pub(super) section: Section,
    /// The duties.
    pub(super) rows: Vec<ItemRef>,
    /// The statements.
    pub(super) columns: Vec<ItemRef>,
    /// The cells that are not blank.
    pub(super) cells: BTreeMap<(ItemRef, ItemRef), MappingCell>,
}

/// How many times something is mapped before and after.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Total {
    pub(super) old: usize,
    pub(super) new: usize,
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

/// The totals of rows and columns, and the overall total.
#[derive(Default)]
pub(super) struct Totals {
    by_item: BTreeMap<ItemRef, Total>,
    pub(super) all: Total,
}

impl Totals {
    pub(super) fn of(matrix: &KindMatrix) -> Self {
        let mut totals = Self::default();
        for cell in matrix.cells.values() {
            for item in [cell.duty, cell.statement] {
                let total = totals.by_item.entry(item).or_default();
                *total = total.with(cell.state);
            }
            totals.all = totals.all.with(cell.state);
        }
        totals
    }

    pub(super) fn at(&self, item: ItemRef) -> Total {
        self.by_item.get(&item).copied().unwrap_or_default()
    }
}

/// The mapping as a matrix for each kind of statement that there is.
pub(super) fn matrices(comparison: &Comparison<'_>) -> Vec<KindMatrix> {
    let mapping = &comparison.mapping;
    let section_of = |item: ItemRef| comparison.item(item).section;
    let of = |section: Section| KindMatrix {
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

/// The sign of a cell.
pub(super) fn sign(state: CellState) -> char {
    match state {
        CellState::Kept => '●',
        CellState::Added => '+',
        CellState::Removed => '−',
    }
}

/// The word for a cell, which is also its class.
pub(super) fn state_word(state: CellState) -> &'static str {
    match state {
        CellState::Kept => "kept",
        CellState::Added => "added",
        CellState::Removed => "removed",
    }
}
