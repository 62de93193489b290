//! What duties and the statements that they list say about each other's pairs.

use std::collections::BTreeMap;

use super::made::Made;
use super::score::SURE;
use super::texts::PairingTexts;
use crate::diff::item::{Section, Side, Which};
use crate::diff::text::{StemWeights, Stems};

/// With fewer sure pairs than this, it is not clear whether the mapping stayed the same.
const FEW: usize = 4;
/// How much of the mapping of sure pairs, in thousandths, has to have stayed the same.
const UNCHANGED_SHARE: u64 = 500;
/// A statement that is listed by more than this share of the duties, in thousandths, and by more than [`COMMON`]
/// duties, does not distinguish any of them.
const COMMON_SHARE: usize = 300;
const COMMON: usize = 2;

/// A stem of the statements that a duty lists, and how much it says about that duty.
type Bag = Vec<(u32, u64)>;

/// Who lists what, in both documents.
#[derive(Debug)]
pub(super) struct Lists<'t, 'a, 'd> {
    texts: &'t PairingTexts<'a, 'd>,
    old_duties: Vec<Vec<usize>>,
    new_duties: Vec<Vec<usize>>,
    old_bags: BTreeMap<usize, Bag>,
    new_bags: BTreeMap<usize, Bag>,
    both: bool,
}

impl<'t, 'a, 'd> Lists<'t, 'a, 'd> {
    pub(super) fn of(texts: &'t PairingTexts<'a, 'd>) -> Self {
        let (old_duties, new_duties) = (duties(texts.old), duties(texts.new));
        Self {
            old_bags: bags(texts.old, &texts.old_stems, &old_duties, &texts.weights),
            new_bags: bags(texts.new, &texts.new_stems, &new_duties, &texts.weights),
            both: texts.old.lists.iter().any(|list| !list.is_empty())
                && texts.new.lists.iter().any(|list| !list.is_empty()),
            texts,
            old_duties,
            new_duties,
        }
    }

    /// Whether both documents state a mapping.
    pub(super) fn are_on_both_sides(&self) -> bool {
        self.both
    }

    /// How many of the statements that two duties list are the same.
    pub(super) fn statements_kept(&self, old: usize, new: usize, made: &Made) -> usize {
        made.kept(&self.texts.old.lists[old], &self.texts.new.lists[new])
    }

    /// How many of the duties that list two statements are the same.
    pub(super) fn duties_kept(&self, old: usize, new: usize, made: &Made) -> usize {
        made.kept(&self.old_duties[old], &self.new_duties[new])
    }

    /// How much of what two duties list is the same, in thousandths.
    pub(super) fn needs(&self, old: usize, new: usize, made: &Made) -> u64 {
        let all = self.texts.old.lists[old].len() + self.texts.new.lists[new].len();
        (2000 * self.statements_kept(old, new, made) as u64).checked_div(all as u64).unwrap_or(0).min(1000)
    }

    /// How many of all duties that list either of two statements are the same, in thousandths; none if no duty lists
    /// either.
    pub(super) fn same_duties(&self, old: usize, new: usize, made: &Made) -> Option<u64> {
        let kept = self.duties_kept(old, new, made);
        let all = (self.old_duties[old].len() + self.new_duties[new].len()).saturating_sub(kept);
        (1000 * kept as u64).checked_div(all as u64).map(|share| share.min(1000))
    }

    /// How much of what a duty says is also in its counterpart's statements, in thousandths. One mapping is enough; the
    /// larger share counts.
    pub(super) fn topic(&self, old: usize, new: usize) -> u64 {
        let (forth, back) = (self.old_bags.get(&old), self.new_bags.get(&new));
        let forth = forth.map_or(0, |bag| mentioned(bag, &self.texts.new_stems[new], &self.texts.weights));
        let back = back.map_or(0, |bag| mentioned(bag, &self.texts.old_stems[old], &self.texts.weights));
        forth.max(back)
    }

    /// The stems of one duty that are also in the statements that the other duty lists: the document that has the list,
    /// and the stems.
    pub(super) fn mentioned(&self, old: usize, new: usize) -> Option<(Which, Vec<u32>)> {
        let stems = |bag: Option<&Bag>, stems: &Stems| -> Vec<u32> {
            let is_in = |stem: &&u32| {
                bag.is_some_and(|bag| bag.binary_search_by_key(*stem, |(stem, _)| *stem).is_ok())
            };
            stems.content.iter().filter(is_in).copied().collect()
        };
        let forth = stems(self.old_bags.get(&old), &self.texts.new_stems[new]);
        let back = stems(self.new_bags.get(&new), &self.texts.old_stems[old]);
        let (which, found) = if self.texts.weights.sum(&back) > self.texts.weights.sum(&forth) {
            (Which::New, back)
        } else {
            (Which::Old, forth)
        };
        (!found.is_empty()).then_some((which, found))
    }

    /// Whether the mapping of the sure pairs has stayed the same: then it says something about the others. None if too
    /// few are sure.
    pub(super) fn has_mapping_stayed_the_same(
        &self,
        shares: impl Iterator<Item = (u64, Option<u64>)>,
    ) -> Option<bool> {
        let of_sure: Vec<u64> =
            shares.filter_map(|(similarity, share)| share.filter(|_| similarity >= SURE)).collect();
        let is_known = self.both && of_sure.len() >= FEW;
        is_known.then(|| of_sure.iter().sum::<u64>() >= UNCHANGED_SHARE * of_sure.len() as u64)
    }
}

/// For each item, the duties that list it.
fn duties(side: &Side<'_>) -> Vec<Vec<usize>> {
    let mut duties = vec![Vec::new(); side.items.len()];
    for (duty, list) in side.lists.iter().enumerate() {
        for &statement in list {
            duties[statement].push(duty);
        }
    }
    duties
}

/// The stems of the statements of each duty that lists some; the more duties have a stem, the less it says about
/// any of them.
fn bags(
    side: &Side<'_>,
    stems: &[Stems],
    duties: &[Vec<usize>],
    weights: &StemWeights,
) -> BTreeMap<usize, Bag> {
    let all = side.section(Section::Duties).count();
    let most = COMMON.max(all * COMMON_SHARE / 1000);
    let words = |list: &[usize]| -> Vec<u32> {
        let own = list.iter().filter(|&&statement| duties[statement].len() <= most);
        let mut words: Vec<u32> = own.flat_map(|&statement| &stems[statement].content).copied().collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let lists = side.lists.iter().enumerate().filter(|(_, list)| !list.is_empty());
    let words: BTreeMap<usize, Vec<u32>> = lists.map(|(duty, list)| (duty, words(list))).collect();
    let mut with: BTreeMap<u32, usize> = BTreeMap::new();
    words.values().flatten().for_each(|&stem| *with.entry(stem).or_default() += 1);
    let says = |stem: u32| weights.weight(stem) * (all + 1 - with[&stem]) as u64 / all.max(1) as u64;
    let bag = |words: Vec<u32>| words.into_iter().map(|stem| (stem, says(stem))).collect();
    words.into_iter().map(|(duty, words)| (duty, bag(words))).collect()
}

/// How much of a text's content is in a bag, in thousandths.
fn mentioned(bag: &Bag, text: &Stems, weights: &StemWeights) -> u64 {
    let said = |stem: &u32| bag.binary_search_by_key(stem, |(stem, _)| *stem).map_or(0, |at| bag[at].1);
    let spoken: u64 = text.content.iter().map(said).sum();
    (1000 * spoken).checked_div(weights.sum(&text.content)).unwrap_or(0)
}
