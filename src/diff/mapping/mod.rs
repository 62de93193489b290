//! The mapping of duties to statements, followed through the pairing of both.

mod follow;
mod gaps;
mod links;
mod matrix;

pub use matrix::{CellState, Mapping, MappingCell, MappingStated};

pub(super) use follow::follow;
pub(super) use gaps::{Gaps, gaps};
