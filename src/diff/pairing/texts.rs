//! The texts of both documents as they are paired.

use super::score;
use crate::diff::item::Side;
use crate::diff::text::{StemWeights, Stems, digest, normalised};

/// Both documents as they are compared.
#[derive(Debug)]
pub(super) struct PairingTexts<'a, 'd> {
    pub(super) old: &'a Side<'d>,
    pub(super) new: &'a Side<'d>,
    pub(super) old_stems: Vec<Stems>,
    pub(super) new_stems: Vec<Stems>,
    pub(super) weights: StemWeights,
    old_plain: Vec<String>,
    new_plain: Vec<String>,
    old_digests: Vec<u64>,
    new_digests: Vec<u64>,
}

impl<'a, 'd> PairingTexts<'a, 'd> {
    pub(super) fn new(old: &'a Side<'d>, new: &'a Side<'d>) -> Self {
        let plain = |side: &Side<'_>| side.items.iter().map(|item| normalised(item.text)).collect();
        let (old_plain, new_plain): (Vec<String>, Vec<String>) = (plain(old), plain(new));
        let digests = |plain: &[String]| plain.iter().map(|text| digest([text.as_str()])).collect();
        let (old_digests, new_digests) = (digests(&old_plain), digests(&new_plain));
        let texts = old_plain.iter().chain(&new_plain).map(String::as_str);
        let (weights, mut tokens) = StemWeights::of_grouped(texts);
        let new_stems = tokens.split_off(old.items.len());
        Self {
            old,
            new,
            old_stems: tokens,
            new_stems,
            weights,
            old_plain,
            new_plain,
            old_digests,
            new_digests,
        }
    }

    /// How similar two items are, in thousandths; the same words count as the same, whatever is between them.
    pub(super) fn similarity(&self, old: usize, new: usize) -> u64 {
        if self.says_the_same(old, new) {
            return score::SAME;
        }
        let found = score::similarity(&self.old_stems[old], &self.new_stems[new], &self.weights);
        found.min(score::SAME - 1)
    }

    /// Whether two items say the same, apart from typography.
    pub(super) fn says_the_same(&self, old: usize, new: usize) -> bool {
        self.old_plain[old] == self.new_plain[new]
    }

    /// How much of the content of the shorter of two items is in the other, in thousandths.
    pub(super) fn held(&self, old: usize, new: usize) -> u64 {
        let (old, new) = (&self.old_stems[old].content, &self.new_stems[new].content);
        let least = self.weights.sum(old).min(self.weights.sum(new));
        (1000 * score::common(old, new, &self.weights)).checked_div(least).unwrap_or(0)
    }

    /// How many content stems are in both items.
    pub(super) fn shared_stems(&self, old: usize, new: usize) -> usize {
        let new = &self.new_stems[new].content;
        self.old_stems[old].content.iter().filter(|stem| new.binary_search(stem).is_ok()).count()
    }

    /// A number for a pair of texts that is the same whichever is the old one.
    pub(super) fn tie(&self, old: usize, new: usize) -> u64 {
        (self.old_digests[old] ^ self.new_digests[new]) >> 40
    }
}
