//! The order of paired items: which kept their place among the others, and where an item can be expected.

/// A pair by the positions of its items, with a number that does not depend on which document is the
/// old one and which the new: it decides between orders that are equally good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) tie: u64,
}

/// One more pair outweighs any sum of ties, for up to 2^20 pairs.
const ONE: u64 = 1 << 40;

/// For each pair, whether it is in the longest run of pairs that are in the same order on both sides.
/// No two pairs may have a position in common.
pub(super) fn in_order(pairs: &[Placed]) -> Vec<bool> {
    let mut by_old: Vec<usize> = (0..pairs.len()).collect();
    by_old.sort_unstable_by_key(|&one| pairs[one].old);
    let size = pairs.iter().map(|pair| pair.new + 1).max().unwrap_or(0);
    let mut best = Heaviest::new(size);
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for &one in &by_old {
        let (weight, last) = best.below(pairs[one].new);
        before[one] = last;
        best.put(pairs[one].new, (weight + ONE + pairs[one].tie % (1 << 20), Some(one)));
    }
    let mut kept = vec![false; pairs.len()];
    let mut next = best.below(size).1;
    while let Some(one) = next {
        kept[one] = true;
        next = before[one];
    }
    kept
}

/// The heaviest run that ends before a position (a Fenwick tree of maxima).
struct Heaviest {
    tree: Vec<(u64, Option<usize>)>,
}

impl Heaviest {
    fn new(size: usize) -> Self {
        Self { tree: vec![(0, None); size + 1] }
    }

    fn below(&self, position: usize) -> (u64, Option<usize>) {
        let mut best = (0, None);
        let mut at = position;
        while at > 0 {
            best = best.max(self.tree[at]);
            at &= at - 1;
        }
        best
    }

    fn put(&mut self, position: usize, run: (u64, Option<usize>)) {
        let mut at = position + 1;
        while at < self.tree.len() {
            self.tree[at] = self.tree[at].max(run);
            at += at & at.wrapping_neg();
        }
    }
}

/// Where items can be expected, based on pairs that are taken as given.
#[derive(Debug)]
pub(super) struct Alignment {
    /// Pairs in the same order on both sides, with the ends of both lists; positions count from 1.
    fixed: Vec<(usize, usize)>,
    /// How many thousandths of the given pairs are in order.
    pub(super) reliability: u64,
}

impl Alignment {
    /// An alignment from given pairs of two lists of these lengths.
    pub(super) fn new(pairs: &[Placed], old_len: usize, new_len: usize) -> Self {
        let kept = in_order(pairs);
        let in_order = pairs.iter().zip(&kept).filter(|(_, kept)| **kept);
        let mut fixed: Vec<(usize, usize)> = in_order.map(|(pair, _)| (pair.old + 1, pair.new + 1)).collect();
        let reliability = if pairs.is_empty() { 0 } else { 1000 * fixed.len() as u64 / pairs.len() as u64 };
        fixed.extend([(0, 0), (old_len + 1, new_len + 1)]);
        fixed.sort_unstable();
        Self { fixed, reliability }
    }

    /// How far a pair of positions is from where it is expected, in thousandths of a place: the mean of both
    /// directions.
    pub(super) fn distance(&self, old: usize, new: usize) -> u64 {
        let (old, new) = (old + 1, new + 1);
        let forth = between(&self.fixed, old, |pair| *pair).abs_diff(1000 * new as u64);
        let back = between(&self.fixed, new, |&(old, new)| (new, old)).abs_diff(1000 * old as u64);
        u64::midpoint(forth, back)
    }
}

/// The position, in thousandths, that corresponds to `at` on the line through the fixed pairs.
fn between(fixed: &[(usize, usize)], at: usize, turn: impl Fn(&(usize, usize)) -> (usize, usize)) -> u64 {
    let after = fixed.partition_point(|pair| turn(pair).0 <= at).clamp(1, fixed.len() - 1);
    let (from, to) = (turn(&fixed[after - 1]), turn(&fixed[after]));
    let step = (at - from.0) * (to.1 - from.1) * 1000;
    (from.1 * 1000 + step / (to.0 - from.0).max(1)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(pairs: &[(usize, usize)]) -> Vec<Placed> {
        pairs.iter().map(|&(old, new)| Placed { old, new, tie: 0 }).collect()
    }

    #[test]
    fn a_shift_keeps_the_order() {
        assert_eq!(in_order(&placed(&[(0, 1), (1, 2), (3, 3)])), [true; 3]);
        assert_eq!(in_order(&placed(&[(0, 3), (1, 1), (2, 2)])), [false, true, true]);
        assert_eq!(in_order(&[]), Vec::<bool>::new());
    }

    #[test]
    fn a_tie_does_not_depend_on_the_direction() {
        let forth = [Placed { old: 0, new: 1, tie: 5 }, Placed { old: 1, new: 0, tie: 9 }];
        let back = forth.map(|Placed { old, new, tie }| Placed { old: new, new: old, tie });
        assert_eq!(in_order(&forth), [false, true]);
        assert_eq!(in_order(&back), [false, true]);
    }

    #[test]
    fn places_between_given_pairs_are_interpolated() {
        let alignment = Alignment::new(&placed(&[(0, 0), (4, 8)]), 6, 10);
        assert_eq!(alignment.distance(2, 4), 0);
        assert_eq!(alignment.distance(2, 6), 1500);
        assert_eq!(alignment.reliability, 1000);
    }
}
