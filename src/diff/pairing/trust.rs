//! How far to trust a pair, and the next best candidate.

use std::cmp::Reverse;

use super::certain::{Link, Taken};
use super::pair::{Band, Candidate, PairedBy, Score, Unpaired};
use super::score::SURE;
use super::similarity::{Paired, Ranked};
use crate::diff::item::{ItemRef, Section};

/// At or above this similarity, in thousandths, a pairing that is not [`SURE`] is likely.
const LIKELY: u64 = 400;
/// A pairing whose runner-up is this close in rank should be checked.
const CLOSE: u64 = 50;
/// Candidates less similar than this are not worth naming.
const NAMED: u64 = 200;

/// What each item of a section might have been paired with, by position, the best first.
pub(super) struct Alternatives<'p> {
    paired: &'p Paired,
    old: Vec<Vec<Ranked>>,
    new: Vec<Vec<Ranked>>,
}

impl<'p> Alternatives<'p> {
    pub(super) fn of(paired: &'p Paired) -> Self {
        let lists = |items: &[usize]| vec![Vec::new(); items.len()];
        let mut found = Self { paired, old: lists(&paired.old), new: lists(&paired.new) };
        for ranked in paired.ranked.iter().filter(|ranked| ranked.similarity >= NAMED) {
            found.old[ranked.old].push(*ranked);
            found.new[ranked.new].push(*ranked);
        }
        for list in found.old.iter_mut().chain(&mut found.new) {
            list.sort_unstable_by_key(|one| (Reverse(one.rank), one.old + one.new, one.old));
        }
        found
    }

    /// The section.
    pub(super) fn section(&self) -> Section {
        self.paired.section
    }

    /// The old item of an alternative.
    fn old_item(&self, one: &Ranked) -> ItemRef {
        ItemRef::Old(self.paired.old[one.old])
    }

    /// The new item of an alternative.
    fn new_item(&self, one: &Ranked) -> ItemRef {
        ItemRef::New(self.paired.new[one.new])
    }
}

/// What counts against a pair that is not similar enough to be sure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doubts {
    /// It breaks the order.
    pub(super) moved: bool,
    /// The siblings are surely paired with other items.
    pub(super) siblings: bool,
    /// The two are phrased in the same way rather than about the same thing.
    pub(super) content: bool,
}

impl Doubts {
    fn is_any(self) -> bool {
        self.moved || self.siblings || self.content
    }
}

/// How far to trust a pair by similarity, and the next best candidate. All other pairs are sure.
pub(super) fn trust(
    link: &Link,
    score: Score,
    doubts: Doubts,
    among: &Alternatives<'_>,
) -> (Band, Option<Candidate>) {
    let paired = among.paired;
    let positions =
        || Some((paired.old.binary_search(&link.old[0]).ok()?, paired.new.binary_search(&link.new[0]).ok()?));
    let is_by_likeness = matches!(link.by, PairedBy::Similarity | PairedBy::Place | PairedBy::MutualBest);
    let Some((i, j)) = positions().filter(|_| is_by_likeness) else { return (Band::Sure, None) };
    let is_member = |other: &&Ranked| {
        link.old.contains(&paired.old[other.old]) && link.new.contains(&paired.new[other.new])
    };
    let own = among.old[i].iter().find(|other| other.new == j).map_or(0, |own| own.rank);
    let forth = among.old[i].iter().find(|other| !is_member(other));
    let back = among.new[j].iter().find(|other| !is_member(other));
    let forth = forth.map(|other| (other, among.new_item(other)));
    let back = back.map(|other| (other, among.old_item(other)));
    let next = [forth, back].into_iter().flatten().max_by_key(|(other, _)| other.rank);
    let close = next.is_some_and(|(other, _)| other.rank + CLOSE >= own);
    let similarity = u64::from(score.0);
    let band = match similarity {
        _ if link.by != PairedBy::Similarity || close || similarity < LIKELY => Band::Check,
        ..SURE if doubts.is_any() => Band::Check,
        SURE.. => Band::Sure,
        _ => Band::Likely,
    };
    let runner_up = next.map(|(other, item)| Candidate { item, score: Score::of(other.similarity) });
    (band, runner_up)
}

/// The unpaired items of both sides, each with the best candidate that was rejected.
pub(super) fn unpaired(taken: &Taken, sections: &[Alternatives<'_>]) -> Vec<Unpaired> {
    let best =
        |list: &[Ranked]| list.iter().copied().max_by_key(|other| (other.similarity, Reverse(other.old)));
    let mut found = Vec::new();
    for among in sections {
        let paired = among.paired;
        for (position, &i) in paired.old.iter().enumerate().filter(|(_, i)| !taken.old[**i]) {
            let candidate =
                |one: Ranked| Candidate { item: among.new_item(&one), score: Score::of(one.similarity) };
            let rejected = best(&among.old[position]).map(candidate);
            found.push(Unpaired { item: ItemRef::Old(i), rejected });
        }
        for (position, &j) in paired.new.iter().enumerate().filter(|(_, j)| !taken.new[**j]) {
            let candidate =
                |one: Ranked| Candidate { item: among.old_item(&one), score: Score::of(one.similarity) };
            let rejected = best(&among.new[position]).map(candidate);
            found.push(Unpaired { item: ItemRef::New(j), rejected });
        }
    }
    found.sort_unstable_by_key(|one| one.item);
    found
}
