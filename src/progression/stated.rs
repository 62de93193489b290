//! The links that documents state, compared with those that are computed.

use super::links::Link;
use super::record::{OccupationRecord, StatedLink, occupation_of};

/// What became of a link that a document states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedLinkMatch {
    /// It is a computed link: its place among those of the occupation, from 0.
    Link(usize),
    /// It states only the level of the other occupation, and a computed link leads the same way at that level: its
    /// place.
    Level(usize),
    /// It is not one of the strongest computed links.
    NotFound,
    /// The other occupation is not among the documents, or nothing is stated about it.
    Unknown,
}

impl StatedLinkMatch {
    /// The place of the matching computed link.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        match self {
            Self::Link(place) | Self::Level(place) => Some(place),
            Self::NotFound | Self::Unknown => None,
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
    /// The totals for these links.
    #[must_use]
    pub fn of(stated: &[StatedLinkMatch]) -> Self {
        let known = stated.iter().filter(|one| **one != StatedLinkMatch::Unknown);
        let agree = stated.iter().filter(|one| one.place().is_some()).count();
        Self { agree, of: known.count() }
    }
}

/// Compares the links that an occupation states with these computed ones. A computed link confirms at most one stated
/// link.
pub(super) fn confirmed(
    one: &OccupationRecord,
    links: &[Link],
    all: &[OccupationRecord],
) -> Vec<StatedLinkMatch> {
    let mut taken = vec![false; links.len()];
    let mut found = vec![StatedLinkMatch::Unknown; one.stated.len()];
    for (stated, found) in one.stated.iter().zip(&mut found) {
        if !all.iter().any(|other| is_named(stated, other)) {
            continue;
        }
        *found = StatedLinkMatch::NotFound;
        if let Some(place) = links.iter().position(|link| is_named(stated, &all[link.other])) {
            *found = StatedLinkMatch::Link(place);
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
        *found = (0..links.len()).find(fits).map_or(StatedLinkMatch::NotFound, StatedLinkMatch::Level);
        if let StatedLinkMatch::Level(place) = *found {
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
