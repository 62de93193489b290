//! What changed, change by change, and what follows from it.

mod change;
mod conjunction;
mod consequences;
mod correction;
mod difference;
mod facts;
mod fingerprint;
mod items;
mod mapping;
mod numbers;
mod obligation;
mod wording;
mod words;

pub use change::{Change, Fingerprint, WordOp, WordOpKind};
pub use consequences::{Consequence, ConsequenceId};

pub(super) use consequences::{Grounds, consequences};
pub(super) use difference::Difference;
pub(super) use facts::{of_facts, of_unstated_sections};
pub(super) use fingerprint::fingerprints;
pub(super) use items::{of_section, reused};
pub(super) use mapping::of_mapping;
