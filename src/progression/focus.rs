//! One occupation, and those that it is linked with.

use super::links::{Link, Progression, Step};
use super::record::OccupationRecord;
use super::stated::{Agreement, StatedLinkMatch, confirmed};

/// How many links are shown, the strongest first.
pub const MAX_LINKS: usize = 10;

/// One occupation, and those that it is most strongly linked with.
#[derive(Clone, Debug)]
pub struct Focus<'p> {
    /// The occupation.
    pub occupation: &'p OccupationRecord,
    /// Its links, the strongest first.
    pub links: Vec<FocusLink<'p>>,
    /// How many weaker links are left out.
    pub weaker: usize,
    /// For each link that its document states, whether it is one of the computed links.
    pub stated: Vec<StatedLinkMatch>,
}

/// A link of an occupation.
#[derive(Clone, Debug)]
pub struct FocusLink<'p> {
    /// The other occupation.
    pub other: &'p OccupationRecord,
    /// From the occupation to the other one.
    pub there: Step<'p>,
    /// From the other one to the occupation.
    pub back: Step<'p>,
    /// Which way it leads.
    pub direction: Direction,
}

/// Which way a link leads: upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Into the occupation, from a lower level.
    Into,
    /// From the occupation, to a higher level.
    From,
    /// Both ways: along one level, or where a level is not stated.
    Both,
}

impl Direction {
    /// Which way a link leads from one level to the other.
    #[must_use]
    pub fn of(own: Option<i64>, other: Option<i64>) -> Self {
        match (own, other) {
            (Some(own), Some(other)) if other < own => Self::Into,
            (Some(own), Some(other)) if other > own => Self::From,
            _ => Self::Both,
        }
    }
}

impl<'p> FocusLink<'p> {
    /// Both directions, upwards first: from where, to where, and what carries over. `own` is the occupation in the focus.
    #[must_use]
    pub fn directions(
        &self,
        own: &'p OccupationRecord,
    ) -> [(&'p OccupationRecord, &'p OccupationRecord, &Step<'p>); 2] {
        let there = (own, self.other, &self.there);
        let back = (self.other, own, &self.back);
        if self.direction == Direction::Into { [back, there] } else { [there, back] }
    }
}

impl Focus<'_> {
    /// How many of the links that its document states are computed ones too.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        Agreement::of(&self.stated)
    }
}

impl Progression {
    /// An occupation with up to `most` of its links.
    #[must_use]
    pub fn focus(&self, occupation: usize, most: usize) -> Focus<'_> {
        self.focus_on(occupation, &self.links_of(occupation), most)
    }

    /// The same, for links that are already known: those of the occupation, the strongest first.
    #[must_use]
    pub fn focus_on(&self, occupation: usize, links: &[Link], most: usize) -> Focus<'_> {
        let all = self.occupations();
        let (shown, weaker) = links.split_at(most.min(links.len()));
        let own = &all[occupation];
        let link = |link: &Link| FocusLink {
            other: &all[link.other],
            there: self.step(occupation, link.other),
            back: self.step(link.other, occupation),
            direction: Direction::of(own.level, all[link.other].level),
        };
        Focus {
            occupation: own,
            links: shown.iter().map(link).collect(),
            weaker: weaker.len(),
            stated: confirmed(own, shown, all),
        }
    }
}
