//! The categories of the revisions, adjustments and dispensations guidance.

use std::str::FromStr;

/// How much a change matters, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Nothing that needs a decision under the guidance.
    Info,
    /// Typing and grammar.
    Correction,
    /// No effect on the place on the map, the funding band, the assessment or the competence.
    Adjustment,
    /// An effect on any of these.
    Revision,
}

impl Category {
    /// All categories, the most serious first.
    pub const ALL: [Self; 4] = [Self::Revision, Self::Adjustment, Self::Correction, Self::Info];

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Revision => "revision",
            Self::Adjustment => "adjustment",
            Self::Correction => "correction",
            Self::Info => "info",
        }
    }
}

/// The text is not a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACategory;

impl FromStr for Category {
    type Err = NotACategory;

    fn from_str(text: &str) -> Result<Self, NotACategory> {
        Self::ALL.into_iter().find(|category| category.name() == text).ok_or(NotACategory)
    }
}

/// A category that is proposed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The category.
    pub category: Category,
    /// How serious the change is compared with others in its category: 0 is the most serious. Facts come first, then
    /// changes of a single word or number, then additions and removals.
    pub rank: usize,
    /// Why, as the end of a sentence that starts with the change: `it changes the competence …`.
    pub reason: &'static str,
}
