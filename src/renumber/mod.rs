//! Gives the statements and duties of a standard codes without gaps, and updates the mapping.
//!
//! Only the numbers in codes change and, if one statement or duty is given a new code, its place. Anything that cannot
//! be changed with certainty is refused, or left as it is and reported.

mod edits;
mod moves;
mod places;
mod refusal;
mod rename;
mod same;
mod tokens;
mod whole;

pub use moves::{Move, Order};
pub use refusal::NotRenumbered;
pub use rename::rename;
pub use tokens::Mention;
pub use whole::Renumbering;
