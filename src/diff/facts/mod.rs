//! Single values and lists of short values, side by side, and what prose says about facts that have no field.

mod field;
mod prose;
mod values;

pub use field::{Fact, FactChange, FactField, ListedValues, Stated};
pub use prose::Clause;

pub(super) use prose::clauses;
pub(super) use values::{fact, facts, listed, lists};
