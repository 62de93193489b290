//! How similar many texts are, by the content words that they share. This is the similarity by which a comparison pairs
//! items, for more texts than can all be compared with each other.

use super::pairing::share_of_both;
use super::text::{StemWeights, digest, normalised};

/// The similarity of the same words.
pub(crate) const SAME: u64 = 1000;

/// Many texts, each as the stems that carry meaning. The rarer a stem is among all of them, the more it weighs.
#[derive(Debug, Default)]
pub(crate) struct AlikeTexts {
    /// The stems of all texts, one text after the other. A stem is its rank, the heaviest first; those of a text are
    /// sorted.
    stems: Vec<u32>,
    /// Where the stems of each text begin, and where those of the last one end.
    starts: Vec<usize>,
    /// The weight of each stem.
    weights: Vec<u64>,
    /// The weight of each text.
    sums: Vec<u64>,
    /// A number for each text, which is the same for texts that say the same.
    digests: Vec<u64>,
}

impl AlikeTexts {
    /// These texts, numbered in their order.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let (weights, read) = StemWeights::of_grouped(texts.iter().copied());
        let mut order: Vec<u32> = (0..).take(weights.len()).collect();
        order.sort_by_key(|&stem| std::cmp::Reverse(weights.weight(stem)));
        let mut ranks = vec![0; order.len()];
        for (rank, &stem) in (0..).zip(&order) {
            ranks[stem as usize] = rank;
        }
        let mut all = Self {
            weights: order.iter().map(|&stem| weights.weight(stem)).collect(),
            digests: texts.iter().map(|text| digest([normalised(text).as_str()])).collect(),
            starts: vec![0],
            ..Self::default()
        };
        for text in &read {
            let start = all.stems.len();
            all.stems.extend(text.content.iter().map(|&stem| ranks[stem as usize]));
            all.stems[start..].sort_unstable();
            all.sums.push(weights.sum(&text.content));
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

    /// The heaviest stems of a text. A text that is at least this similar has one of them among its own heaviest stems:
    /// the others weigh too little to make two texts this similar.
    pub(crate) fn leading(&self, text: usize, least: u64) -> &[u32] {
        let stems = self.stems_of(text);
        // If two texts are this similar, what they share weighs `least / (2 * SAME)` of both together, and the other
        // text weighs at least as much as what they share.
        let needed = (least * self.sums[text]).div_ceil(2 * SAME - least);
        let mut left = self.sums[text];
        let count = stems.iter().take_while(|&&stem| {
            let goes_on = left >= needed && left > 0;
            left -= self.weights[stem as usize];
            goes_on
        });
        &stems[..count.count()]
    }

    /// How similar two texts are, in thousandths, if that is at least `least`.
    pub(crate) fn alike(&self, one: usize, other: usize, least: u64) -> Option<u64> {
        let (weight, other_weight) = (self.sums[one], self.sums[other]);
        let both = weight + other_weight;
        // They cannot share more than the lighter text weighs.
        if share_of_both(weight.min(other_weight), both) < least {
            return None;
        }
        let found = share_of_both(self.shared(self.stems_of(one), self.stems_of(other)), both);
        let is_same = self.digests[one] == self.digests[other];
        let found = if is_same && both > 0 { SAME } else { found.min(SAME - 1) };
        (found >= least).then_some(found)
    }

    fn stems_of(&self, text: usize) -> &[u32] {
        &self.stems[self.starts[text]..self.starts[text + 1]]
    }

    /// The weight of the stems that two texts share.
    fn shared(&self, one: &[u32], other: &[u32]) -> u64 {
        let (mut i, mut j, mut weight) = (0, 0, 0);
        while i < one.len() && j < other.len() {
            let (left, right) = (one[i], other[j]);
            if left == right {
                weight += self.weights[left as usize];
            }
            i += usize::from(left <= right);
            j += usize::from(right <= left);
        }
        weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_so_alike_share_a_leading_stem() {
        let words = ["lock", "gate", "sluice", "boat", "towpath", "paddle", "ledger", "visitor"];
        let text = |n: usize| {
            let own = words.iter().enumerate().filter(|(at, _)| n >> at & 1 == 1);
            own.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
        };
        let texts: Vec<String> = (1..256).step_by(3).map(text).collect();
        let all = AlikeTexts::new(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        for least in [300, 450, 700] {
            for (one, other) in
                (0..texts.len()).flat_map(|one| (0..texts.len()).map(move |other| (one, other)))
            {
                let leading = all.leading(other, least);
                let is_found = all.leading(one, least).iter().any(|stem| leading.contains(stem));
                assert!(
                    is_found || all.alike(one, other, least).is_none(),
                    "{} | {}",
                    texts[one],
                    texts[other]
                );
            }
        }
    }

    #[test]
    fn only_the_same_words_are_wholly_alike() {
        let all = AlikeTexts::new(&[
            "Open the lock gates",
            "open the lock gates.",
            "Gates of the open lock",
            "of the",
        ]);
        assert_eq!(all.alike(0, 1, 1), Some(SAME));
        assert_eq!(all.alike(0, 2, 1), Some(SAME - 1));
        assert_eq!([all.alike(3, 3, 1), all.alike(0, 3, 1)], [None, None]);
    }
}
