//! The links that documents state, beside those that are computed.

use super::links::Link;
use super::record::{OccupationRecord, StatedLink, occupation_of};

/// What became of a link that a document states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is a computed link: its place among those of the occupation, from 0.
    Link(usize),
    /// It says no more of the other occupation than its level, and a computed link leads the same way at that level: its
    /// place.
    Level(usize),
    /// It is not one of the strongest computed links.
    Not,
    /// The other occupation is not among the documents, or nothing is said of it.
    Unknown,
}

impl Confirmed {
    /// The place of the computed link that it is.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        match self {
            Self::Link(place) | Self::Level(place) => Some(place),
            Self::Not | Self::Unknown => None,
        }
    }
}

/// How many of the stated links that can be compared are computed ones too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// How many are.
    pub agree: usize,
    /// How many can be compared.
    pub of: usize,
}

impl Agreement {
    /// What these come to.
    #[must_use]
    pub fn of(stated: &[Confirmed]) -> Self {
        let known = stated.iter().filter(|one| **one != Confirmed::Unknown);
        let agree = stated.iter().filter(|one| one.place().is_some()).count();
        Self { agree, of: known.count() }
    }
}

/// Compares the links that an occupation states with these of its computed ones. A computed link stands for one stated
/// link at most.
pub(super) fn confirmed(one: &OccupationRecord, links: &[Link], all: &[OccupationRecord]) -> Vec<Confirmed> {
    let mut taken = vec![false; links.len()];
    let mut found = vec![Confirmed::Unknown; one.stated.len()];
    for (stated, found) in one.stated.iter().zip(&mut found) {
        if !all.iter().any(|other| is_named(stated, other)) {
            continue;
        }
        *found = Confirmed::Not;
        if let Some(place) = links.iter().position(|link| is_named(stated, &all[link.other])) {
            *found = Confirmed::Link(place);
            taken[place] = true;
        }
    }
    for (stated, found) in one.stated.iter().zip(&mut found) {
        let Some(level) = stated.level.filter(|_| stated.reference.is_none() && stated.title.is_none())
        else {
            continue;
        };
        let fits = |place: &usize| {
            let other = all[links[*place].other].level;
            !taken[*place] && other == Some(level) && leads(one.level, level, stated.is_into)
        };
        *found = (0..links.len()).find(fits).map_or(Confirmed::Not, Confirmed::Level);
        if let Confirmed::Level(place) = *found {
            taken[place] = true;
        }
    }
    found
}

/// Whether a link with an occupation of this level can lead this way: upwards, or along one level.
fn leads(own: Option<i64>, level: i64, is_into: Option<bool>) -> bool {
    match (own, is_into) {
        (Some(own), Some(true)) => level <= own,
        (Some(own), Some(false)) => level >= own,
        _ => true,
    }
}

/// Whether a stated link names this occupation: by its reference, else by its title.
fn is_named(stated: &StatedLink, other: &OccupationRecord) -> bool {
    match (&stated.reference, &stated.title) {
        (Some(reference), _) => occupation_of(reference) == other.occupation(),
        (None, Some(title)) => title.to_lowercase() == other.title.to_lowercase(),
        (None, None) => false,
    }
}
