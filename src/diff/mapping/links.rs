//! Which items became which.

use crate::diff::pairing::Pair;

/// Which items became which: the new ones of each old one, and the other way round.
pub(super) struct Links {
    pub(super) forth: Vec<Vec<usize>>,
    pub(super) back: Vec<Vec<usize>>,
}

impl Links {
    pub(super) fn of(pairs: &[Pair], old: usize, new: usize) -> Self {
        let mut links = Self { forth: vec![Vec::new(); old], back: vec![Vec::new(); new] };
        for pair in pairs {
            pair.old.iter().for_each(|&i| links.forth[i].extend(&pair.new));
            pair.new.iter().for_each(|&j| links.back[j].extend(&pair.old));
        }
        links
    }
}
