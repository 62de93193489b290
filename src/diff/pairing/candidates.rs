//! Which pairs of texts are worth scoring.

use super::score::{at_most, similarity};
use crate::diff::text::{StemWeights, Stems};

/// If each side has no more texts than this, all pairs are scored.
pub(super) const ALL_PAIRS: usize = 300;
/// Above that, those that share one of this many of the rarest stems of either text …
const RAREST: usize = 8;
/// … and of these, the best for each text by the weight of what they share.
const KEPT: usize = 16;
/// A stem in more texts than this leads to no candidates.
const COMMON: usize = 400;
/// Below this similarity, in thousandths, a pair is not a candidate, wherever it is.
const LEAST: u64 = 120;

/// Two texts, by their indices, and how similar they are, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scored {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) similarity: u64,
}

/// The pairs of texts that have any similarity, by old index, then by new index.
pub(super) fn candidates(old: &[&Stems], new: &[&Stems], weights: &StemWeights) -> Vec<Scored> {
    let mut found = Vec::new();
    let mut score = |i: usize, j: usize| {
        if at_most(old[i], new[j], weights) >= LEAST {
            let similarity = similarity(old[i], new[j], weights);
            if similarity >= LEAST {
                found.push(Scored { old: i, new: j, similarity });
            }
        }
    };
    if old.len() <= ALL_PAIRS && new.len() <= ALL_PAIRS {
        for i in 0..old.len() {
            (0..new.len()).for_each(|j| score(i, j));
        }
        return found;
    }
    let mut pairs = nearest(old, new, weights);
    pairs.extend(nearest(new, old, weights).into_iter().map(|(j, i)| (i, j)));
    pairs.sort_unstable();
    pairs.dedup();
    for (i, j) in pairs {
        score(i, j);
    }
    found
}

/// For each text of `from`, those of `to` that share the most of its rarest stems.
fn nearest(from: &[&Stems], to: &[&Stems], weights: &StemWeights) -> Vec<(usize, usize)> {
    let index = index(to, weights);
    let mut shared = vec![0_u64; to.len()];
    let mut pairs = Vec::new();
    for (i, tokens) in from.iter().enumerate() {
        let mut touched = Vec::new();
        for stem in rarest(tokens, weights) {
            for &j in index[stem as usize].iter().take(COMMON) {
                if shared[j] == 0 {
                    touched.push(j);
                }
                shared[j] += weights.weight(stem).max(1);
            }
        }
        touched.sort_unstable_by_key(|&j| (std::cmp::Reverse(shared[j]), j.abs_diff(i), j));
        pairs.extend(touched.iter().take(KEPT).map(|&j| (i, j)));
        for j in touched {
            shared[j] = 0;
        }
    }
    pairs
}

/// For each stem, the texts that have it.
fn index(texts: &[&Stems], weights: &StemWeights) -> Vec<Vec<usize>> {
    let mut index = vec![Vec::new(); weights.len()];
    for (i, tokens) in texts.iter().enumerate() {
        for &stem in &tokens.content {
            index[stem as usize].push(i);
        }
    }
    index
}

/// The rarest stems of a text that carry meaning.
fn rarest(tokens: &Stems, weights: &StemWeights) -> Vec<u32> {
    let mut stems = tokens.content.clone();
    stems.sort_unstable_by_key(|&stem| (std::cmp::Reverse(weights.weight(stem)), stem));
    stems.truncate(RAREST);
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_texts_find_their_like() {
        let many: Vec<String> =
            (0..400).map(|n| format!("Inspect sluice{n} and record gauge{}", n % 7)).collect();
        let (weights, tokens) = StemWeights::of(many.iter().chain(&many).map(String::as_str));
        let (old, new): (Vec<&Stems>, Vec<&Stems>) =
            (tokens[..400].iter().collect(), tokens[400..].iter().collect());
        let found = candidates(&old, &new, &weights);
        for i in 0..400 {
            let best = found.iter().filter(|one| one.old == i).max_by_key(|one| one.similarity);
            assert_eq!(best.map(|one| one.new), Some(i));
        }
        assert!(found.len() < 400 * 40);
    }
}
