//! Which occupations share knowledge and skills, how much, and which statements. [README.md](README.md) gives the method
//! and its limits.

mod current;
mod focus;
mod links;
mod record;
mod stated;

pub use current::current;
pub use focus::{Focus, FocusLink, MOST_LINKS, Way};
pub use links::{ALIKE, Asked, Carried, Link, Progression, Step};
pub use record::{OccupationRecord, Part, StatedLink, StatementRecord};
pub use stated::{Agreement, Confirmed};
