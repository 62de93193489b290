//! The category that each change proposes: [a table](table), which users may change.
//!
//! The categories are those of the revisions, adjustments and dispensations guidance. They are a
//! proposal: only Skills England decides.

mod categories;
mod category;
mod table;

pub use categories::{Categories, UnknownChange};
pub use category::{Category, NotACategory, Proposal};

pub(super) use table::WHOLE_STANDARD;
