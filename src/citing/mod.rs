//! Documents that cite a standard: curriculum maps, schemes of work, evidence logs, assessment plans.
//!
//! A document becomes blocks ([`CitingDocument`]), whatever its format; [`cite`] finds the codes in them that are meant
//! as codes of the standard. Precision comes first: a code that may be something else does not count unless the
//! document cites the standard in other places.

mod asides;
mod block;
mod citation;
mod cite;
mod close;
mod columns;
mod cues;
mod gaps;
mod grade;
mod grid;
mod groups;
mod heads;
mod known;
mod lists;
mod mention;
mod near;
mod quotes;
mod scan;
mod versions;
mod vocabulary;
mod words;

pub use block::{Block, CitingDocument};
pub use citation::{Citation, Citations, NearMatch, Quote};
pub use cite::{CitingOptions, cite};
pub use columns::NOTES;
pub use groups::{Group, groups};
pub use known::Citable;
pub use versions::{mentions, versions_named};
pub(crate) use words::Words;
