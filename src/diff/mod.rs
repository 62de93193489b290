//! Compares two standards, or two occupational maps: which items correspond, what changed, what follows from it, and the
//! proposed category.

mod alike;
mod changes;
mod classify;
mod compare;
mod comparison;
mod facts;
mod id;
mod item;
mod map;
mod mapping;
mod narrative;
mod overall;
mod pairing;
pub mod set;
mod text;

pub use changes::{Change, Consequence, ConsequenceId, Fingerprint, WordOp, WordOpKind};
pub use classify::{Categories, Category, NotACategory, Proposal, UnknownChange};
pub use compare::{Choices, CompareError, compare};
pub use comparison::Comparison;
pub use facts::{Clause, Fact, FactChange, FactField, ListedValues, Stated};
pub use id::{ChangeId, Event, FactChangeId, ListField};
pub use item::{Item, ItemRef, MapPlace, Section, Side, Which};
pub use mapping::{CellState, MappingCell, MappingMatrix, MappingMove, MappingStated};
pub use narrative::{Cover, Narrative};
pub use overall::{Cause, Overall, highest_category};
pub use pairing::{
    Band, BeyondCut, Candidate, CodeLine, CodeReuse, Counts, Evidence, Facets, ListedWords, Outcome, Pair,
    PairedBy, PairingFile, Place, PossiblePair, PossiblePart, Renumbering, Row, Score, SiblingPair,
    SideCounts, Unpaired, UserPairError, UserPairs,
};

pub(crate) use alike::AlikeTexts;
