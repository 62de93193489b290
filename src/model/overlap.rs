//! How much two statements have in common.

use super::{Statement, Words};

/// How many statements of one kind are compared with each other at most: five times as many as the
/// longest standard has, so that a hostile file costs no more than a long one.
const LIMIT: usize = 500;

/// Two statements that share content words.
#[derive(Clone, Copy, Debug)]
pub struct Overlap {
    /// The index of the first among those compared.
    pub first: usize,
    /// The index of the second.
    pub second: usize,
    /// How many content words both have.
    pub shared: usize,
    /// How many content words the shorter has.
    pub shorter: usize,
    /// How many content words the longer has.
    pub longer: usize,
    /// The share of what they have in common in all that they say, from 0 to 1, where a word
    /// counts the more the fewer statements have it.
    pub weight: f64,
}

impl Overlap {
    /// The share of the shared words in all words of both, from 0 to 1.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        ratio(self.shared, self.shorter + self.longer - self.shared)
    }

    /// The share of the shared words in those of the shorter statement, from 0 to 1.
    #[must_use]
    pub fn contained(&self) -> f64 {
        ratio(self.shared, self.shorter)
    }
}

/// All pairs of `statements` that share content words, in their order.
#[must_use]
pub fn overlaps(statements: &[&Statement<'_>]) -> Vec<Overlap> {
    let count = statements.len();
    if count > LIMIT {
        return Vec::new();
    }
    let words: Vec<Words> = statements.iter().map(|statement| Words::of(&statement.text)).collect();
    let mut shared = vec![(0_u32, 0.0_f64); count * count];
    let mut total = vec![0.0_f64; count];
    for_each_word(&words, |holders| {
        let weight = ratio(count + 1, holders.len()).ln();
        for (place, &(_, second)) in holders.iter().enumerate() {
            total[second] += weight;
            for &(_, first) in &holders[..place] {
                let cell = &mut shared[first * count + second];
                *cell = (cell.0 + 1, cell.1 + weight);
            }
        }
    });
    let cells = shared.into_iter().enumerate().filter(|(_, (shared, _))| *shared > 0);
    let overlap = |(cell, (shared, weight)): (usize, (u32, f64))| {
        let (first, second) = (cell / count, cell % count);
        let lengths = (words[first].len(), words[second].len());
        Overlap {
            first,
            second,
            shared: shared as usize,
            shorter: lengths.0.min(lengths.1),
            longer: lengths.0.max(lengths.1),
            weight: weight / (total[first] + total[second] - weight),
        }
    };
    cells.map(overlap).collect()
}

/// Calls `each` with every word and the indices of the texts that have it, ascending.
fn for_each_word(words: &[Words], mut each: impl FnMut(&[(u64, usize)])) {
    let with_index = |(index, words): (usize, &Words)| -> Vec<(u64, usize)> {
        words.numbers().iter().map(|&word| (word, index)).collect()
    };
    let mut all: Vec<(u64, usize)> = words.iter().enumerate().flat_map(with_index).collect();
    all.sort_unstable();
    all.chunk_by(|one, other| one.0 == other.0).for_each(&mut each);
}

/// `part` of `whole`; 0 of nothing.
fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Kind, Prefix};
    use crate::source::{Span, Spanned, Text};

    fn statement(text: &'static str) -> Statement<'static> {
        let code = Spanned::new(Code::new(Prefix::K, 1), Span::at(0));
        Statement { kind: Kind::Knowledge, code, text: Text::verbatim(text, 0), id: None }
    }

    #[test]
    fn pairs_are_weighed_by_what_is_rare() {
        let all = ["bottles cellar", "bottles cellar rack", "cellar door", "window"].map(statement);
        let found = overlaps(&all.each_ref());
        let pairs: Vec<_> = found.iter().map(|one| (one.first, one.second, one.shared)).collect();
        assert_eq!(pairs, [(0, 1, 2), (0, 2, 1), (1, 2, 1)]);
        assert!((found[0].ratio() - 2.0 / 3.0).abs() < 1e-9);
        assert!((found[0].contained() - 1.0).abs() < 1e-9);
        let (bottles, cellar, rack) = (2.5_f64.ln(), (5.0_f64 / 3.0).ln(), 5.0_f64.ln());
        assert!((found[0].weight - (bottles + cellar) / (bottles + cellar + rack)).abs() < 1e-9);
    }

    #[test]
    fn too_many_are_not_compared() {
        let one = statement("cellar");
        assert!(overlaps(&vec![&one; LIMIT + 1]).is_empty());
        assert_eq!(overlaps(&[&one, &one]).len(), 1);
    }
}
