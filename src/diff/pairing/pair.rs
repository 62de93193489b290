//! The types of a pair: which items, why they are paired, and how far to trust it.

use std::fmt;

use crate::diff::item::{ItemRef, Section};

/// How alike two texts are, in thousandths: 1000 are the same words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(pub u16);

impl Score {
    /// The score of texts that are the same.
    pub const SAME: Self = Self(1000);

    /// A likeness in thousandths.
    pub(super) fn of(thousandths: u64) -> Self {
        u16::try_from(thousandths.min(1000)).map_or(Self::SAME, Self)
    }

    /// Whole per cent, rounded down, so that only the same words show 100.
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
    /// They are alike, and no other candidate fits better.
    Similarity,
    /// They are alike, though of different kinds.
    AcrossKinds,
}

impl PairedBy {
    /// Its name in JSON: `override`, `id`, `code-and-text`, `text`, `similarity`, `across-kinds`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::User => "override",
            Self::Id => "id",
            Self::CodeAndText => "code-and-text",
            Self::Text => "text",
            Self::Similarity => "similarity",
            Self::AcrossKinds => "across-kinds",
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
    /// Same words under another code.
    Renumbered,
    /// Same words before or after other items than they were.
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
    /// The place among the others; on an occupational map, the cluster or the pathway that it stands in.
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
    /// How alike they are.
    pub score: Score,
    /// How far to trust it.
    pub band: Band,
    /// The new item that the old one is next most like, if it is alike at all.
    pub runner_up: Option<Candidate>,
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

/// An item that might have been the counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The item.
    pub item: ItemRef,
    /// How alike it is.
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
