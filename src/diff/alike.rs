//! How similar many texts are, by the content words that they share. This is the similarity by which a comparison pairs
//! items, for more texts than can all be compared with each other.

use super::pairing::share_of_both;
use super::text::{StemWeights, digest, normalised};

/// The similarity of the same words.
pub(crate) const SAME: u64 = 1000;

/// Many texts, each as the stems that carry meaning. The rarer a stem is among all of them, the more it weighs.
#[derive(Debug, Default)]
pub(crate) struct AlikeTexts {
    /// The stems of all texts, one text after the other. Those of a text are sorted.
    stems: Vec<u32>,
    /// Where the stems of each text begin, and where those of the last one end.
    starts: Vec<usize>,
    /// The weight of each stem.
    weights: StemWeights,
    /// The weight of each text.
    sums: Vec<u64>,
    /// A number for each text, which is the same for texts that say the same.
    digests: Vec<u64>,
}

impl AlikeTexts {
    /// These texts, numbered in their order.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let (weights, read) = StemWeights::of_grouped(texts.iter().copied());
        let mut all = Self {
            sums: read.iter().map(|text| weights.sum(&text.content)).collect(),
            digests: texts.iter().map(|text| digest([normalised(text).as_str()])).collect(),
            starts: vec![0],
            weights,
            ..Self::default()
        };
        for text in &read {
            all.stems.extend(&text.content);
            all.starts.push(all.stems.len());
        }
        all
    }

    /// How many stems there are.
    pub(crate) fn count_of_stems(&self) -> usize {
        self.weights.len()
    }

    /// How much a text weighs.
    pub(crate) fn weight(&self, text: usize) -> u64 {
        self.sums[text]
    }

    /// How much a stem weighs.
    pub(crate) fn weight_of_stem(&self, stem: u32) -> u64 {
        self.weights.weight(stem)
    }

    /// The stems of a text, sorted.
    pub(crate) fn stems_of(&self, text: usize) -> &[u32] {
        &self.stems[self.starts[text]..self.starts[text + 1]]
    }

    /// The least weight that a text shares with another one if they are so alike: the other one weighs at least what
    /// they share.
    pub(crate) fn least_shared(&self, text: usize, least: u64) -> u64 {
        (least * self.sums[text]).div_ceil(2 * SAME - least)
    }

    /// How alike two texts are that share this weight, in thousandths, if they are at least so alike.
    pub(crate) fn alike(&self, one: usize, other: usize, shared: u64, least: u64) -> Option<u64> {
        let both = self.sums[one] + self.sums[other];
        if both == 0 || 2 * SAME * shared < least * both {
            return None;
        }
        let is_same = self.digests[one] == self.digests[other];
        Some(if is_same { SAME } else { share_of_both(shared, both).min(SAME - 1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How alike two texts are, stem by stem.
    fn alike(all: &AlikeTexts, one: usize, other: usize, least: u64) -> Option<u64> {
        let shared = all.stems_of(one).iter().filter(|stem| all.stems_of(other).contains(stem));
        all.alike(one, other, shared.map(|&stem| all.weight_of_stem(stem)).sum(), least)
    }

    #[test]
    fn only_the_same_words_are_wholly_alike() {
        let all = AlikeTexts::new(&[
            "Open the lock gates",
            "open the lock gates.",
            "Gates of the open lock",
            "of the",
        ]);
        assert_eq!(alike(&all, 0, 1, 1), Some(SAME));
        assert_eq!(alike(&all, 0, 2, 1), Some(SAME - 1));
        assert_eq!([alike(&all, 3, 3, 1), alike(&all, 0, 3, 1)], [None, None]);
    }
}
