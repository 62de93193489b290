//! The mapping of duties to statements, followed through the pairing of both.

mod follow;
mod gaps;
mod links;
mod matrix;
mod moves;

pub use matrix::{CellState, MappingCell, MappingMatrix, MappingMove, MappingStated};

pub(super) use follow::follow;
pub(super) use gaps::{Gaps, gaps};
