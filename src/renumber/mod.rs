//! Gives the statements and duties of a standard codes without gaps, and has the mapping follow.
//!
//! Only numbers in codes change, and where one code is given to a statement or a duty, the place where it stands. Whatever cannot be changed for sure is refused, or left and told.

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
