//! What to do with the evidence for each statement.

use crate::migrate::{Fate, Plan, Planned};
use crate::model::Code;

/// What to do with the evidence for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Advice {
    /// It holds for the new statement.
    CarriesOver,
    /// It holds once it has been read again.
    ReadAgain,
    /// It must be divided among several statements.
    ToBeSplit,
    /// Nothing asks for it now.
    Gone,
    /// The new version does not say.
    Undecided,
}

impl Advice {
    pub(super) const ALL: [Self; 5] =
        [Self::CarriesOver, Self::ReadAgain, Self::ToBeSplit, Self::Gone, Self::Undecided];

    /// What to do with the evidence for this statement.
    pub(super) fn of(planned: &Planned) -> Self {
        match planned.fate {
            Fate::Moves(_) if planned.reread_reasons.is_empty() => Self::CarriesOver,
            Fate::Moves(_) => Self::ReadAgain,
            Fate::Split(_) => Self::ToBeSplit,
            Fate::Removed => Self::Gone,
            Fate::Unknown => Self::Undecided,
        }
    }

    /// Its name in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CarriesOver => "carries-over",
            Self::ReadAgain => "read-again",
            Self::ToBeSplit => "to-be-split",
            Self::Gone => "gone",
            Self::Undecided => "undecided",
        }
    }

    /// What it says about the evidence, as a heading.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::CarriesOver => "carries over",
            Self::ReadAgain => "carries over once it has been checked",
            Self::ToBeSplit => "to be split",
            Self::Gone => "no longer required",
            Self::Undecided => "undecided: the new version does not state it",
        }
    }
}

/// The statements of a plan whose evidence needs this advice.
pub(super) fn statements(plan: &Plan, advice: Advice) -> Vec<(Code, &Planned)> {
    plan.statements().filter(|(_, planned)| Advice::of(planned) == advice).collect()
}

/// Statements and their new codes, with those that moved together as one range: `K5–K9 → K4–K8`.
pub(super) fn moved_together(all: &[(Code, &Planned)]) -> Vec<String> {
    let mut runs: Vec<[(Code, Code); 2]> = Vec::new();
    for (old, new) in all.iter().filter_map(|(old, planned)| Some((*old, planned.moves_to()?))) {
        match runs.last_mut() {
            Some([_, last]) if old.follows(last.0) && new.follows(last.1) => *last = (old, new),
            _ => runs.push([(old, new), (old, new)]),
        }
    }
    let range =
        |first: Code, last: Code| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let shown = |[first, last]: [(Code, Code); 2]| {
        let (old, new) = (range(first.0, last.0), range(first.1, last.1));
        if old == new { old } else { format!("{old} → {new}") }
    };
    runs.into_iter().map(shown).collect()
}
