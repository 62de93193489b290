//! Compares two standards: who became whom, what changed, and what follows from it.
//!
//! It never judges: which category a change proposes is a table afterwards ([`category`]).

mod candidates;
pub mod category;
mod change;
mod compare;
mod comparison;
mod facts;
mod given;
mod id;
mod mapping;
mod matching;
mod narrative;
mod normalise;
mod order;
mod overrides;
mod pair;
mod pairing;
mod score;
mod sides;
mod split;
mod tokens;

pub use change::{Change, Consequence, ConsequenceId, Fingerprint, WordOp, WordOpKind};
pub use compare::{CompareError, compare};
pub use comparison::{CodeLine, CodeReuse, Comparison, Counts, Item, Place, Renumbering, Side, Tally, Which};
pub use facts::{Fact, FactChange, FactField, ListedValues, Stated};
pub use id::{ChangeId, Event, FactChangeId, ListField, Section};
pub use mapping::{CellState, Mapping, MappingCell, MappingStated};
pub use narrative::{Clause, Cover, Narrative};
pub use overrides::{OverrideError, Overrides};
pub use pairing::{Band, Candidate, Facets, Outcome, Pair, PairedBy, PossiblePart, Score, Unpaired};
