//! Which old item became which new one, and how far to trust that. [README.md](README.md) gives the reasons and a
//! worked example.

mod candidates;
mod certain;
mod codes;
mod counts;
mod cut;
mod evidence;
mod file;
mod gaps;
mod lists;
mod made;
mod matching;
mod order;
mod outcome;
mod pair;
mod possible;
mod rescue;
mod rows;
mod score;
mod siblings;
mod similarity;
mod split;
mod texts;
mod trust;
mod user_pairs;

pub use codes::{CodeLine, CodeReuse, Renumbering};
pub use counts::{Counts, SideCounts};
pub use cut::BeyondCut;
pub use file::PairingFile;
pub use pair::{
    Band, Candidate, Evidence, Facets, ListedWords, Outcome, Pair, PairedBy, Place, PossiblePair,
    PossiblePart, Score, SiblingPair, Unpaired,
};
pub use rows::Row;
pub use user_pairs::{UserPairError, UserPairs};

pub(super) use codes::{lines, ranges, reused};
pub(super) use counts::counts;
pub(super) use cut::limits;
pub(super) use matching::{Pairing, pair_items};
pub(super) use rows::{item_refs, rows};
pub(super) use score::{common, share_of_both};
