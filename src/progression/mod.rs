//! Which occupations share knowledge and skills, how much, and which statements. [README.md](README.md) gives the method
//! and its limits.

mod current;
mod links;
mod record;

pub use current::current;
pub use links::{ALIKE, Asked, Carried, Link, Progression, Step};
pub use record::{OccupationRecord, StatedLink, StatementRecord};
