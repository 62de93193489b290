//! Pairs what is left over between pairs that are in order: if one old and one new item lack a counterpart in the same
//! place, a little in common is enough.

use super::certain::{Clue, Link};
use super::made::Made;
use super::order::{Placed, in_order};
use super::outcome::score;
use super::pair::{PairedBy, Place};
use super::score::{common, shared_content};
use super::similarity::{Clues, Paired};
use crate::diff::item::Section;

/// How many of the pairs of a section, in thousandths, have to be in order.
const IN_ORDER: usize = 600;
/// The maximum number of pairs that are looked at in one place …
const MOST: usize = 9;
/// … and the number up to which a place counts as narrow.
const NARROW: usize = 4;
/// What a pair needs if it is alone, in a narrow place, or in a wide one.
const ALONE: i64 = 180;
const IN_NARROW: i64 = 200;
const IN_WIDE: i64 = 240;
/// Each pair made counts for this much, on top of its margin over what it needs.
const MADE: i64 = 50;
/// If the mean similarity of a section's pairs is at least this, more is required: …
pub(super) const LIGHTLY_EDITED: u64 = 750;
/// … this share of the mean's margin above it.
const MORE: u64 = 400;
/// What is added for two duties that list the same statements, and for two where one mentions what the other lists.
const NEEDS: u64 = 200;
const TOPIC: u64 = 200;
/// What being listed by the same duties adds for two statements, less half of this.
const SAME_DUTIES: i64 = 160;
/// What is added if the siblings are a pair …
const SIBLING: i64 = 180;
/// … and what is deducted if one of the siblings is surely paired with something else.
const OTHER_SIBLING: i64 = 100;

/// Pairs of all sections that their place suggests.
pub(super) fn fill(
    paired: &[Paired],
    clues: &Clues<'_, '_, '_>,
    links: &[Link],
    (made, ruled_out): (&Made, &[(usize, usize)]),
) -> Vec<Link> {
    let of_section = |one: &Paired| {
        let Some((chain, mean)) = chain(one, links, clues) else { return Vec::new() };
        let more = (MORE * mean.saturating_sub(LIGHTLY_EDITED) / 1000).cast_signed();
        let gaps = chain.windows(2).filter_map(|ends| Gap::between(one, (ends[0], ends[1]), made));
        gaps.flat_map(|gap| gap.filled(one.section, clues, made, (ruled_out, more))).collect()
    };
    paired.iter().filter(|one| one.is_of_competence()).flat_map(of_section).collect()
}

/// The positions of two items from 1, with both ends of the lists.
type Step = (usize, usize);

/// The longest run of the pairs of a section, if it is long enough, and the mean similarity of all of them.
fn chain(one: &Paired, links: &[Link], clues: &Clues<'_, '_, '_>) -> Option<(Vec<Step>, u64)> {
    let texts = clues.texts;
    let place = |link: &Link| {
        let old = one.old.binary_search(&link.old[0]).ok()?;
        let new = one.new.binary_search(&link.new[0]).ok()?;
        Some(Placed { old, new, tie: texts.tie(link.old[0], link.new[0]) })
    };
    let pairs: Vec<Placed> = links.iter().filter_map(place).collect();
    let kept = in_order(&pairs);
    let run = pairs.iter().zip(&kept).filter(|(_, kept)| **kept);
    let mut chain: Vec<Step> = run.map(|(pair, _)| (pair.old + 1, pair.new + 1)).collect();
    if pairs.is_empty() || 1000 * chain.len() < IN_ORDER * pairs.len() {
        return None;
    }
    let similarity = mean_similarity(one, links, clues);
    chain.extend([(0, 0), (one.old.len() + 1, one.new.len() + 1)]);
    chain.sort_unstable();
    Some((chain, similarity))
}

/// The mean similarity of the pairs of a section, in thousandths.
pub(super) fn mean_similarity(one: &Paired, links: &[Link], clues: &Clues<'_, '_, '_>) -> u64 {
    let is_own = |link: &&Link| {
        one.old.binary_search(&link.old[0]).is_ok() && one.new.binary_search(&link.new[0]).is_ok()
    };
    let own: Vec<u64> =
        links.iter().filter(is_own).map(|link| u64::from(score(link, clues.texts).0)).collect();
    own.iter().sum::<u64>().checked_div(own.len() as u64).unwrap_or(0)
}

/// What is left over between two pairs, as indices into the sides.
struct Gap {
    old: Vec<usize>,
    new: Vec<usize>,
    place: Place,
}

impl Gap {
    fn between(one: &Paired, (from, to): (Step, Step), made: &Made) -> Option<Self> {
        let old: Vec<usize> =
            one.old[from.0..to.0 - 1].iter().copied().filter(|&i| made.is_free_old(i)).collect();
        let new: Vec<usize> =
            one.new[from.1..to.1 - 1].iter().copied().filter(|&j| made.is_free_new(j)).collect();
        let cells = old.len() * new.len();
        let before = (from.0 > 0).then(|| (one.old[from.0 - 1], one.new[from.1 - 1]));
        let after = (to.0 <= one.old.len()).then(|| (one.old[to.0 - 1], one.new[to.1 - 1]));
        let place = Place { before, after, alone: cells == 1 };
        (1..=MOST).contains(&cells).then_some(Self { old, new, place })
    }

    fn needed(&self) -> i64 {
        match self.old.len() * self.new.len() {
            1 => ALONE,
            ..=NARROW => IN_NARROW,
            _ => IN_WIDE,
        }
    }

    /// The pairs in order with the largest total margin over what they need.
    fn filled(
        &self,
        section: Section,
        clues: &Clues<'_, '_, '_>,
        made: &Made,
        (ruled_out, more): (&[(usize, usize)], i64),
    ) -> Vec<Link> {
        let needed = self.needed() + more;
        let gain = |i: usize, j: usize| {
            let is_ruled_out = ruled_out.binary_search(&(i, j)).is_ok();
            let found =
                support(section, (i, j), clues, made).filter(|found| !is_ruled_out && *found >= needed);
            found.map(|found| Gain { value: found - needed + MADE, tie: clues.texts.tie(i, j) })
        };
        let pairs = best_in_order(&self.old, &self.new, gain).into_iter();
        let link =
            |(i, j)| Link { clue: Clue::Place(self.place), ..Link::new(vec![i], vec![j], PairedBy::Place) };
        pairs.map(link).collect()
    }
}

/// The support for a pair, in thousandths; none if no content word is in both.
fn support(section: Section, (i, j): (usize, usize), clues: &Clues<'_, '_, '_>, made: &Made) -> Option<i64> {
    let Clues { texts, lists, siblings } = clues;
    let (old, new) = (&texts.old_stems[i], &texts.new_stems[j]);
    if common(&old.content, &new.content, &texts.weights) == 0 {
        return None;
    }
    let mut found = shared_content(old, new, &texts.weights);
    if section == Section::Duties {
        found += NEEDS * lists.needs(i, j, made) / 1000 + TOPIC * lists.topic(i, j) / 1000;
    }
    let mut found = found.cast_signed();
    if section != Section::Duties
        && lists.are_on_both_sides()
        && let Some(same) = lists.same_duties(i, j, made)
    {
        found += SAME_DUTIES * same.cast_signed() / 1000 - SAME_DUTIES / 2;
    }
    if siblings.as_pair(i, j, made).is_some() {
        found += SIBLING;
    } else if siblings.disagree(i, j, made) {
        found -= OTHER_SIBLING;
    }
    Some(found)
}

/// The margin of some pairs over what they need. Between equals, a number computed from the texts decides, which is the
/// same whichever document is the old one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Gain {
    value: i64,
    tie: u64,
}

/// Pairs, and their total margin over what they need.
type Chosen = (Gain, Vec<(usize, usize)>);

/// The pairs in the same order on both sides with the highest sum of gains.
fn best_in_order(
    old: &[usize],
    new: &[usize],
    gain: impl Fn(usize, usize) -> Option<Gain>,
) -> Vec<(usize, usize)> {
    let mut best = vec![vec![Chosen::default(); new.len() + 1]; old.len() + 1];
    for (a, &i) in old.iter().enumerate() {
        for (b, &j) in new.iter().enumerate() {
            let mut next = best[a][b + 1].clone().max(best[a + 1][b].clone());
            if let Some(gain) = gain(i, j) {
                let (sum, pairs) = &best[a][b];
                let sum = Gain { value: sum.value + gain.value, tie: sum.tie + gain.tie };
                let pairs = pairs.iter().copied().chain([(i, j)]).collect();
                next = next.max((sum, pairs));
            }
            best[a + 1][b + 1] = next;
        }
    }
    best.pop().and_then(|mut row| row.pop()).map(|(_, pairs)| pairs).unwrap_or_default()
}
