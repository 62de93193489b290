//! How similar two texts are: weighted common subsequence and weighted common words, in whole numbers.

use crate::diff::text::{StemWeights, Stems};

/// The score of the same words in the same order.
pub(super) const SAME: u64 = 1000;
/// At or above this score, the words alone make a pair sure.
pub(super) const SURE: u64 = 650;
/// If less than this much of the content of the shorter text is in the other, in thousandths, only their phrasing may
/// be similar.
pub(super) const HELD: u64 = 600;

/// How similar two texts are, in thousandths: half for the words in order, half for the words in any order.
pub(super) fn similarity(old: &Stems, new: &Stems, weights: &StemWeights) -> u64 {
    let both = old.weight + new.weight;
    let in_order = common_subsequence(&old.sequence, &new.sequence, weights);
    (SAME * (in_order + common(&old.bag, &new.bag, weights))).checked_div(both).unwrap_or(0)
}

/// An upper limit for [`similarity`] that is faster to find: that of the same words in the best order.
pub(super) fn at_most(old: &Stems, new: &Stems, weights: &StemWeights) -> u64 {
    share_of_both(common(&old.bag, &new.bag, weights), old.weight + new.weight)
}

/// How much of what the two texts are about is in both, in thousandths.
pub(super) fn shared_content(old: &Stems, new: &Stems, weights: &StemWeights) -> u64 {
    let both = weights.sum(&old.content) + weights.sum(&new.content);
    share_of_both(common(&old.content, &new.content, weights), both)
}

/// How much two texts share, in thousandths, given their total weight and the weight of what they have in common.
pub(in crate::diff) fn share_of_both(common: u64, both: u64) -> u64 {
    (SAME * 2 * common).checked_div(both).unwrap_or(0)
}

/// The weight of what two sorted lists have in common, counting repeats.
pub(in crate::diff) fn common(one: &[u32], other: &[u32], weights: &StemWeights) -> u64 {
    let (mut i, mut j, mut weight) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        let (left, right) = (one[i], other[j]);
        if left == right {
            weight += weights.weight(left);
        }
        i += usize::from(left <= right);
        j += usize::from(right <= left);
    }
    weight
}

/// The part of a sorted list that is in none of the others, which are sorted too.
pub(super) fn without(list: &[u32], others: &[&[u32]]) -> Vec<u32> {
    let is_in_none = |stem: &u32| others.iter().all(|other| other.binary_search(stem).is_err());
    list.iter().copied().filter(is_in_none).collect()
}

/// The limit on pairs of words that are compared to find a common subsequence of two texts.
const MOST_PAIRS: usize = 1 << 18;

/// The weight of the heaviest common subsequence. If texts of hundreds of words differ in nearly all of them, the
/// weight of their common words in any order: the exact answer would take time quadratic in their length.
fn common_subsequence(one: &[u32], other: &[u32], weights: &StemWeights) -> u64 {
    // It includes the words that are the same at the start and at the end, so an edited statement costs no more than
    // what is between them.
    let start = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (same, one, other) = (&one[..start], &one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, same_end) = one.split_at(one.len() - end);
    let other = &other[..other.len() - end];
    let around = weights.sum(same) + weights.sum(same_end);
    if one.len().saturating_mul(other.len()) > MOST_PAIRS {
        let sorted = |stems: &[u32]| {
            let mut stems = stems.to_vec();
            stems.sort_unstable();
            stems
        };
        return around + common(&sorted(one), &sorted(other), weights);
    }
    around + heaviest_in_order(one, other, weights)
}

fn heaviest_in_order(one: &[u32], other: &[u32], weights: &StemWeights) -> u64 {
    let mut row = vec![0_u64; other.len() + 1];
    for &stem in one {
        let weight = weights.weight(stem);
        let mut diagonal = 0;
        for (j, &opposite) in other.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if stem == opposite { diagonal + weight } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_counts_for_half() {
        let texts = ["lock gates leak", "leak gates lock", "lock gates leak", "boats"];
        let (weights, tokens) = StemWeights::of(texts);
        assert_eq!(similarity(&tokens[0], &tokens[2], &weights), SAME);
        assert_eq!(similarity(&tokens[0], &tokens[3], &weights), 0);
        let turned = similarity(&tokens[0], &tokens[1], &weights);
        assert!((600..800).contains(&turned), "{turned}");
        assert_eq!(at_most(&tokens[0], &tokens[1], &weights), SAME);
        assert_eq!(similarity(&tokens[1], &tokens[0], &weights), turned);
    }

    #[test]
    fn what_is_the_same_around_a_change_counts_as_it_would_alone() {
        let texts = ["a lock gate leaks in a dry lock", "a lock door leaks in a dry lock", "a lock"];
        let (weights, tokens) = StemWeights::of(texts);
        for [one, other] in [[0, 1], [1, 0], [0, 2], [2, 0], [0, 0]] {
            let (one, other) = (&tokens[one].sequence, &tokens[other].sequence);
            let whole = heaviest_in_order(one, other, &weights);
            assert_eq!(common_subsequence(one, other, &weights), whole);
        }
    }

    #[test]
    fn texts_without_end_are_compared_by_their_words() {
        let (one, other) = ("lock gate door ".repeat(20_000), "gate door lock ".repeat(20_000));
        let (weights, tokens) = StemWeights::of([one.as_str(), other.as_str()]);
        assert!(similarity(&tokens[0], &tokens[1], &weights) > 990);
        assert_eq!(similarity(&tokens[0], &tokens[0], &weights), SAME);
    }

    #[test]
    fn repeats_count_as_often_as_both_have_them() {
        let (weights, tokens) = StemWeights::of(["lock lock gate", "lock"]);
        let lock = weights.weight(tokens[1].bag[0]);
        assert_eq!(common(&tokens[0].bag, &tokens[1].bag, &weights), lock);
        assert_eq!(without(&tokens[0].content, &[&tokens[1].content]).len(), 1);
    }
}
