//! Gives the statements and duties of a standard codes without gaps, and has the mapping follow.
//!
//! Only numbers in codes change. Whatever cannot be changed for sure is refused, or left and told.

mod edits;
mod moves;
mod refusal;
mod same;
mod tokens;
mod whole;

pub use moves::{Move, Order};
pub use refusal::NotRenumbered;
pub use tokens::Mention;
pub use whole::Renumbering;
