//! Which items are paired so far, and how surely.

use super::certain::Link;
use super::pair::PairedBy;
use super::score::{SAME, SURE};

/// The pair of an item.
#[derive(Clone, Copy, Debug)]
struct Member {
    pair: usize,
    similarity: u64,
}

/// For each item of both sides, the pair that it is in.
#[derive(Debug)]
pub(super) struct Made {
    old: Vec<Option<Member>>,
    new: Vec<Option<Member>>,
    count: usize,
}

impl Made {
    /// This many items, none of which is paired yet.
    pub(super) fn nothing(old: usize, new: usize) -> Self {
        Self { old: vec![None; old], new: vec![None; new], count: 0 }
    }

    /// Records a pair or group with this similarity, in thousandths.
    pub(super) fn add(&mut self, old: &[usize], new: &[usize], similarity: u64) {
        let member = Some(Member { pair: self.count, similarity });
        for &i in old {
            self.old[i] = member;
        }
        for &j in new {
            self.new[j] = member;
        }
        self.count += 1;
    }

    /// Records a pair or group; those that were not made by similarity count as identical.
    pub(super) fn add_link(&mut self, link: &Link, similarity: impl FnOnce(&Link) -> u64) {
        let by_likeness = matches!(link.by, PairedBy::Similarity | PairedBy::Place | PairedBy::MutualBest);
        let similarity = if by_likeness { similarity(link) } else { SAME };
        self.add(&link.old, &link.new, similarity);
    }

    /// How similar the two are as a pair; none if they are not a pair.
    pub(super) fn as_pair(&self, old: usize, new: usize) -> Option<u64> {
        let (old, new) = (self.old[old]?, self.new[new]?);
        (old.pair == new.pair).then_some(old.similarity)
    }

    /// Whether one of the two is surely paired with something else.
    pub(super) fn is_elsewhere(&self, old: usize, new: usize) -> bool {
        let is_sure = |member: Option<Member>| member.is_some_and(|member| member.similarity >= SURE);
        self.as_pair(old, new).is_none() && (is_sure(self.old[old]) || is_sure(self.new[new]))
    }

    /// Whether an old item is in no pair.
    pub(super) fn is_free_old(&self, old: usize) -> bool {
        self.old[old].is_none()
    }

    /// Whether a new item is in no pair.
    pub(super) fn is_free_new(&self, new: usize) -> bool {
        self.new[new].is_none()
    }

    /// How many of the old items are paired with one of the new ones.
    pub(super) fn kept(&self, old: &[usize], new: &[usize]) -> usize {
        let mut pairs: Vec<usize> = new.iter().filter_map(|&j| Some(self.new[j]?.pair)).collect();
        pairs.sort_unstable();
        let is_kept = |i: &&usize| self.old[**i].is_some_and(|own| pairs.binary_search(&own.pair).is_ok());
        old.iter().filter(is_kept).count()
    }
}
