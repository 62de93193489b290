//! The types of a change and of what follows from changes.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::comparison::Place;
use super::facts::FactField;
use super::id::ChangeId;

/// One change.
#[derive(Clone, Debug)]
pub struct Change<'d> {
    /// What it is.
    pub id: ChangeId,
    /// The field, where it is about a single value or a list.
    pub field: Option<FactField>,
    /// The old items it is about: none if there are none.
    pub old: Vec<usize>,
    /// The new items it is about. For a mapping: the duty, then the statement, likewise in `old`.
    pub new: Vec<usize>,
    /// The pair it is about, as an index into [`Comparison::pairs`](super::Comparison::pairs).
    pub pair: Option<usize>,
    /// The old text or value; those of a merge are joined by spaces.
    pub old_text: Option<Cow<'d, str>>,
    /// The new text or value; those of a split are joined by spaces.
    pub new_text: Option<Cow<'d, str>>,
    /// How the old text becomes the new one; empty unless words or typography differ.
    pub words: Vec<WordOp>,
    /// Whether the texts are too long to compare word by word: then the words are at most one edit between what is
    /// the same at the start and at the end.
    pub too_long: bool,
    /// What in particular differs, as words of the texts: `24 → 12`, `support → lead`. May be empty.
    pub note: String,
    /// Names the change across runs: the same whatever codes other items have.
    pub fingerprint: Fingerprint,
}

impl Change<'_> {
    /// A change of which nothing is said yet but what it is.
    #[must_use]
    pub fn new(id: ChangeId) -> Self {
        Self {
            id,
            field: None,
            old: Vec::new(),
            new: Vec::new(),
            pair: None,
            old_text: None,
            new_text: None,
            words: Vec::new(),
            too_long: false,
            note: String::new(),
            fingerprint: Fingerprint(0),
        }
    }
}

/// The name of a change in files of accepted changes: 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordOpKind {
    /// The same on both sides, to the byte.
    Equal,
    /// The same but for quotes, dashes, spaces or case; shown as the new text has it.
    Typography,
    /// Only in the old text.
    Delete,
    /// Only in the new text.
    Insert,
}

/// A piece of a text: byte ranges into [`Change::old_text`] and [`Change::new_text`]. The pieces
/// cover both texts from start to end; a range is empty where the piece is not in that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordOp {
    /// What it is.
    pub kind: WordOpKind,
    /// Its bytes in the old text.
    pub old: Range<usize>,
    /// Its bytes in the new text.
    pub new: Range<usize>,
}

/// What follows from the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsequenceId {
    /// The level changes, and with it funding and assessment.
    LevelChanges,
    /// Evidence collected against these old statements no longer maps to any.
    EvidenceNoLongerMaps,
    /// These new statements have to be taught and have no old counterpart.
    NewTeaching,
    /// These codes stand for something else: documents that cite them mislead.
    CodesReused,
    /// Documents that cite these old codes have to be renumbered.
    StaleReferences,
    /// No duty lists these statements any more.
    OrphansMade,
    /// No duty listed these statements, and now one does.
    OrphansCured,
    /// Facts that the old document states and the new one does not.
    FactsNotStated,
}

impl ConsequenceId {
    /// Its name in JSON, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LevelChanges => "level-changes",
            Self::EvidenceNoLongerMaps => "evidence-no-longer-maps",
            Self::NewTeaching => "new-teaching",
            Self::CodesReused => "codes-reused",
            Self::StaleReferences => "stale-references",
            Self::OrphansMade => "orphans-made",
            Self::OrphansCured => "orphans-cured",
            Self::FactsNotStated => "facts-not-stated",
        }
    }
}

/// A consequence and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// What follows.
    pub id: ConsequenceId,
    /// The items that it concerns, in order.
    pub places: Vec<Place>,
    /// The facts that it concerns.
    pub fields: Vec<FactField>,
}
