//! The mapping of duties to statements, followed through the pairing of both.

mod follow;
mod gaps;
mod links;
mod matrix;

pub use matrix::{CellState, MappingCell, MappingMatrix, MappingStated};

pub(super) use follow::follow;
pub(super) use gaps::{Gaps, gaps};
