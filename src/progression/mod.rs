//! Which occupations share knowledge and skills, how much, and which statements. [README.md](README.md) gives the method
//! and its limits.

mod current;
mod focus;
mod links;
mod record;
mod stated;

pub use current::current;
pub use focus::{Direction, Focus, FocusLink, MAX_LINKS};
pub use links::{CarryOver, Link, MIN_SIMILARITY, Progression, RequiredStatement, Step};
pub use record::{OccupationRecord, Part, StatedLink, StatementRecord};
pub use stated::{Agreement, StatedLinkMatch};
