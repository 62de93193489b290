//! Pairs leftovers that have by far the most in common with each other. This finds statements that were rewritten and
//! moved.

use super::candidates::ALL_PAIRS;
use super::certain::{Clue, Link};
use super::gaps::{LIGHTLY_EDITED, mean_similarity};
use super::made::Made;
use super::pair::PairedBy;
use super::score::HELD;
use super::similarity::{Clues, Paired};
use super::texts::PairingTexts;

/// How many of all possible pairs, in thousandths, have to be made: with fewer, the documents are not versions of each
/// other.
const VERSIONS: usize = 200;
/// What two texts need to have in common, in thousandths …
const LEAST: u64 = 280;
/// … plus this share of the amount by which the mean similarity of a section's pairs exceeds [`LIGHTLY_EDITED`].
const MORE: u64 = 600;
/// How far behind everything else has to be, for both.
const LEAD: u64 = 80;
/// How many stems they need to share.
const STEMS: usize = 2;

/// Pairs in all sections that are by far the best for both items.
pub(super) fn rescue(
    paired: &[Paired],
    clues: &Clues<'_, '_, '_>,
    links: &[Link],
    (made, ruled_out): (&Made, &[(usize, usize)]),
) -> Vec<Link> {
    let most: usize = paired.iter().map(Paired::most).sum();
    if links.is_empty() || 1000 * links.len() < VERSIONS * most {
        return Vec::new();
    }
    let sections = paired.iter().filter(|one| one.is_of_competence());
    sections.flat_map(|one| of_section(one, clues, links, (made, ruled_out))).collect()
}

fn of_section(
    one: &Paired,
    clues: &Clues<'_, '_, '_>,
    links: &[Link],
    (made, ruled_out): (&Made, &[(usize, usize)]),
) -> Vec<Link> {
    let old_free: Vec<bool> = one.old.iter().map(|&i| made.is_free_old(i)).collect();
    let new_free: Vec<bool> = one.new.iter().map(|&j| made.is_free_new(j)).collect();
    if !old_free.contains(&true) || !new_free.contains(&true) {
        return Vec::new();
    }
    let mean = mean_similarity(one, links, clues);
    let needed = LEAST + MORE * mean.saturating_sub(LIGHTLY_EDITED) / 1000;
    let is_told_apart = |i: usize, j: usize| mean < LIGHTLY_EDITED || clues.texts.held(i, j) >= HELD;
    let (mut of_old, mut of_new) =
        (vec![Best::default(); one.old.len()], vec![Best::default(); one.new.len()]);
    for (a, b) in worth_a_look(one, (&old_free, &new_free)) {
        let similarity = cosine(clues.texts, one.old[a], one.new[b]);
        of_old[a].see(b, similarity);
        of_new[b].see(a, similarity);
    }
    let link = |(a, best): (usize, &Best)| {
        let b = best.at?;
        let (i, j, lead) = (one.old[a], one.new[b], best.lead().min(of_new[b].lead()));
        let fits = of_new[b].at == Some(a)
            && old_free[a]
            && new_free[b]
            && best.similarity >= needed
            && lead >= LEAD
            && clues.texts.shared_stems(i, j) >= STEMS
            && is_told_apart(i, j)
            && ruled_out.binary_search(&(i, j)).is_err();
        fits.then(|| Link { clue: Clue::Lead(lead), ..Link::new(vec![i], vec![j], PairedBy::MutualBest) })
    };
    of_old.iter().enumerate().filter_map(link).collect()
}

/// The pairs of positions where at least one of the two is free; in long lists, only those with any similarity.
fn worth_a_look(one: &Paired, (old_free, new_free): (&[bool], &[bool])) -> Vec<(usize, usize)> {
    let is_open = |&(a, b): &(usize, usize)| old_free[a] || new_free[b];
    if one.old.len() <= ALL_PAIRS && one.new.len() <= ALL_PAIRS {
        let all = (0..one.old.len()).flat_map(|a| (0..one.new.len()).map(move |b| (a, b)));
        return all.filter(is_open).collect();
    }
    one.candidates.iter().map(|one| (one.old, one.new)).filter(is_open).collect()
}

/// The best counterpart seen so far, and how similar the second best is.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    at: Option<usize>,
    similarity: u64,
    second: u64,
}

impl Best {
    fn see(&mut self, at: usize, similarity: u64) {
        if similarity > self.similarity {
            *self = Self { at: Some(at), similarity, second: self.similarity };
        } else {
            self.second = self.second.max(similarity);
        }
    }

    fn lead(&self) -> u64 {
        self.similarity - self.second
    }
}

/// The cosine of what two texts are about, in thousandths.
fn cosine(texts: &PairingTexts<'_, '_>, old: usize, new: usize) -> u64 {
    let (old, new) = (&texts.old_stems[old].content, &texts.new_stems[new].content);
    let square = |stem: &u32| texts.weights.weight(*stem).pow(2);
    let length = |stems: &[u32]| stems.iter().map(square).sum::<u64>().isqrt();
    let shared: u64 = old.iter().filter(|stem| new.binary_search(stem).is_ok()).map(square).sum();
    (1000 * shared).checked_div(length(old) * length(new)).unwrap_or(0)
}
