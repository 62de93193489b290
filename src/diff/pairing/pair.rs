//! The types of a pair: which items, why they are paired, and how far to trust it.

use std::fmt;

use crate::diff::item::{ItemRef, Section};

/// How similar two texts are, in thousandths: 1000 means the same words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(pub u16);

impl Score {
    /// The score of texts that are the same.
    pub const SAME: Self = Self(1000);

    /// A similarity in thousandths.
    pub(super) fn of(thousandths: u64) -> Self {
        u16::try_from(thousandths.min(1000)).map_or(Self::SAME, Self)
    }

    /// The similarity as a whole percentage, rounded down, so that only the same words give 100.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0 / 10
    }
}

impl fmt::Display for Score {
    /// Three decimals, as JSON gives it: `0.957`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}

/// Why two items are paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairedBy {
    /// The user asked for it.
    User,
    /// They have the same GUID.
    Id,
    /// They have the same code and say the same.
    CodeAndText,
    /// They say the same.
    Text,
    /// They are similar, and no other candidate fits better.
    Similarity,
    /// They are similar, although of different kinds.
    AcrossKinds,
    /// Both are left over between the same neighbours, and have something in common.
    Place,
    /// Each has by far the most in common with the other.
    MutualBest,
    /// On an occupational map, their contents are mostly the same, whatever they are called.
    Contents,
}

impl PairedBy {
    /// Its name in JSON: `override`, `id`, `code-and-text`, `text`, `similarity`, `across-kinds`,
    /// `place`, `mutual-best`, `contents`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::User => "override",
            Self::Id => "id",
            Self::CodeAndText => "code-and-text",
            Self::Text => "text",
            Self::Similarity => "similarity",
            Self::AcrossKinds => "across-kinds",
            Self::Place => "place",
            Self::MutualBest => "mutual-best",
            Self::Contents => "contents",
        }
    }
}

/// How far to trust a pairing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// A reviewer should look at it.
    Check,
    /// Probably right.
    Likely,
    /// Virtually certain.
    Sure,
}

impl Band {
    /// Its name in JSON: `sure`, `likely`, `check`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// The outcome of a pair as a whole: the columns of [`Counts`](super::counts::Counts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Same words, same code, same place.
    Unchanged,
    /// Same words under a different code.
    Renumbered,
    /// Same words in a different order among the other items.
    Moved,
    /// Other words, whatever else changed; on an occupational map, also the same name at another level.
    Reworded,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// It is of another kind.
    KindChanged,
}

impl Outcome {
    /// Its name, as a heading and a key: `unchanged`, `kind-changed`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Renumbered => "renumbered",
            Self::Moved => "moved",
            Self::Reworded => "reworded",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::KindChanged => "kind-changed",
        }
    }
}

/// What differs between the two sides of a pair.
#[allow(clippy::struct_excessive_bools, reason = "each is a way to differ that goes with any of the others")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The words; typography does not count.
    pub words: bool,
    /// The code.
    pub renumbered: bool,
    /// The place among the others; on an occupational map, the cluster or the pathway that it is in.
    pub moved: bool,
    /// The level, on an occupational map.
    pub level: bool,
}

/// Items of the two documents that correspond.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The section of the new item.
    pub section: Section,
    /// The old items: one, or up to three that were merged.
    pub old: Vec<usize>,
    /// The new items: one, or up to three that it was split into.
    pub new: Vec<usize>,
    /// Why they are paired.
    pub paired_by: PairedBy,
    /// How similar they are.
    pub score: Score,
    /// How far to trust it.
    pub band: Band,
    /// The new item that is the next most similar to the old one, if any is similar.
    pub runner_up: Option<Candidate>,
    /// The evidence for it, besides their similarity.
    pub evidence: Evidence,
    /// Its outcome.
    pub outcome: Outcome,
    /// What differs.
    pub facets: Facets,
}

impl Pair {
    /// Whether it is a group rather than one old and one new item.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.old.len() + self.new.len() > 2
    }
}

/// The evidence for a pair, besides the similarity of its texts. Empty for pairs that need none: those made by the
/// user, and those with the same identifier or the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Words of the new text that carry meaning and that the old one has as well, the rarest first.
    pub shared: Vec<String>,
    /// Where both were left over, if that is why they are paired.
    pub place: Option<Place>,
    /// What became of the statements of the other kind with the same numbers, in standards where these belong together.
    pub sibling: Option<SiblingPair>,
    /// Words of one duty that are also in the statements that the other duty lists.
    pub listed: Option<ListedWords>,
    /// How many of the statements that both duties list are the same.
    pub same_statements: usize,
    /// How many of the duties that list both statements are the same.
    pub same_duties: usize,
    /// How far behind the next best is, for both, if that is why they are paired.
    pub lead: Option<Score>,
}

/// The statements of the other kind with the same numbers as two statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiblingPair {
    /// The old one.
    pub old: usize,
    /// The new one.
    pub new: usize,
    /// Whether they are a pair; if not, one of them is surely paired with another item.
    pub agrees: bool,
}

/// Words that a duty and the statements listed by the other one have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedWords {
    /// The duty that lists the statements.
    pub duty: ItemRef,
    /// The words, as the other duty writes them, the rarest first.
    pub words: Vec<String>,
}

/// A removed and an added item that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossiblePair {
    /// The removed item.
    pub old: usize,
    /// The added item.
    pub new: usize,
    /// How similar they are.
    pub score: Score,
    /// Words of the new text that carry meaning and that the old one has as well, the rarest first.
    pub shared: Vec<String>,
}

/// Where two items were left over: between which pairs of items; none at an end of the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The old and the new item before.
    pub before: Option<(usize, usize)>,
    /// The old and the new item after.
    pub after: Option<(usize, usize)>,
    /// Whether nothing else was left over there.
    pub alone: bool,
}

/// An item that might have been the counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The item.
    pub item: ItemRef,
    /// How similar it is.
    pub score: Score,
}

/// An item without a counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaired {
    /// The item: an old one is removed, a new one added.
    pub item: ItemRef,
    /// The best candidate that was rejected.
    pub rejected: Option<Candidate>,
}

/// An unpaired item that part of a paired item may have gone into or come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossiblePart {
    /// An index into [`Comparison::pairs`](crate::diff::Comparison::pairs).
    pub pair: usize,
    /// The unpaired item.
    pub item: ItemRef,
    /// How much it covers of what the pair leaves uncovered.
    pub share: Score,
}
