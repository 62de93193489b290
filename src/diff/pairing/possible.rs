//! Removed and added items that may be the same, but without enough evidence to say so.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::evidence::rarest;
use super::made::Made;
use super::pair::{PossiblePair, Score};
use super::similarity::{Clues, Paired};

/// They have at least this similarity, in thousandths …
const LEAST: u64 = 250;
/// … and share at least this many content stems.
const STEMS: usize = 2;

/// Pairs that may be the same: among everything that is left, each is the most similar to the other.
pub(super) fn possible_pairs(
    paired: &[Paired],
    clues: &Clues<'_, '_, '_>,
    (made, ruled_out): (&Made, &[(usize, usize)]),
) -> Vec<PossiblePair> {
    let sections = paired.iter().filter(|one| one.is_of_competence());
    let mut found: Vec<PossiblePair> =
        sections.flat_map(|one| of_section(one, clues, (made, ruled_out))).collect();
    found.sort_unstable_by_key(|one| (one.old, one.new));
    found
}

fn of_section(
    one: &Paired,
    clues: &Clues<'_, '_, '_>,
    (made, ruled_out): (&Made, &[(usize, usize)]),
) -> Vec<PossiblePair> {
    let texts = clues.texts;
    let mut open = Vec::new();
    for scored in one.candidates.iter().filter(|scored| scored.similarity >= LEAST) {
        let (i, j) = (one.old[scored.old], one.new[scored.new]);
        let is_free = made.is_free_old(i) && made.is_free_new(j);
        if is_free && ruled_out.binary_search(&(i, j)).is_err() && texts.shared_stems(i, j) >= STEMS {
            open.push((scored.similarity, texts.tie(i, j), i, j));
        }
    }
    let (mut of_old, mut of_new) = (BTreeMap::new(), BTreeMap::new());
    for &(similarity, tie, i, j) in &open {
        see(of_old.entry(i).or_default(), (similarity, tie));
        see(of_new.entry(j).or_default(), (similarity, tie));
    }
    let is_best = |&&(similarity, tie, i, j): &&(u64, u64, usize, usize)| {
        let best = ((similarity, tie), 1);
        of_old.get(&i) == Some(&best) && of_new.get(&j) == Some(&best)
    };
    let pair = |&(similarity, _, old, new): &(u64, u64, usize, usize)| PossiblePair {
        old,
        new,
        score: Score::of(similarity),
        shared: rarest(
            texts.old_stems[old].content.clone(),
            std::iter::once(texts.new.items[new].text),
            texts,
        ),
    };
    open.iter().filter(is_best).map(pair).collect()
}

/// Records the best similarity, and how many have it.
fn see(best: &mut ((u64, u64), usize), similarity: (u64, u64)) {
    match similarity.cmp(&best.0) {
        Ordering::Greater => *best = (similarity, 1),
        Ordering::Equal => best.1 += 1,
        Ordering::Less => {}
    }
}
