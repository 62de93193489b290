//! Updates documents that cite a standard to a new version of it.
//!
//! A [`Plan`] says what becomes of each code. A [`Migration`] is what that means for one document: which bytes change, and
//! which notes are written where. All codes change at once, so that if K10 becomes K9 and K9 becomes K8, the two are
//! never confused. What cannot be decided keeps its code, and is marked.

mod document;
mod earlier;
mod left;
mod marks;
mod members;
mod migration;
mod plan;
mod quoted;
mod target;
mod text;
mod written;

pub use document::{MigratedFile, NotMigrated, migrate_file};
pub use left::NotMoved;
pub use marks::Mark;
pub use migration::{Migration, Note, Obstacle, migrate};
pub use plan::{Fate, Plan, Planned, RereadReason};
pub use target::Target;
