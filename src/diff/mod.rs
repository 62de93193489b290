//! Compares two standards: who became whom, what changed, and what follows from it.
//!
//! It never judges: which category a change proposes is a table afterwards ([`category`]).

mod candidates;
pub mod category;
mod change;
mod codes;
mod compare;
mod comparison;
mod covering;
mod cut;
mod fact_values;
mod facts;
mod fingerprint;
mod followed;
mod given;
mod id;
mod mapping;
mod matching;
mod mending;
mod narrative;
mod normalise;
mod obligation;
mod order;
mod overrides;
mod pair;
mod pairing;
mod prose;
mod rows;
mod score;
mod sides;
mod split;
mod tell_facts;
mod tell_items;
mod tell_mapping;
mod tokens;
mod wording;
mod words;

pub use change::{Change, Consequence, ConsequenceId, Fingerprint, WordOp, WordOpKind};
pub use compare::{CompareError, compare};
pub use comparison::{
    BehindCut, CodeLine, CodeReuse, Comparison, Counts, Item, Place, Renumbering, Side, Tally, Which,
};
pub use facts::{Fact, FactChange, FactField, ListedValues, Stated};
pub use id::{ChangeId, Event, FactChangeId, ListField, Section};
pub use mapping::{CellState, Mapping, MappingCell, MappingStated};
pub use narrative::{Clause, Cover, Narrative};
pub use overrides::{OverrideError, Overrides};
pub use pairing::{Band, Candidate, Facets, Outcome, Pair, PairedBy, PossiblePart, Score, Unpaired};
pub use rows::Row;
