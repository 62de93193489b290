//! Splits and merges: unpaired items that cover what a pair leaves uncovered.

use std::cmp::Reverse;

use super::certain::Taken;
use super::score::{common, shared_content, without};
use super::texts::PairingTexts;
use crate::diff::item::Section;
use crate::diff::text::{Stems, UNIT};

/// A part covers at least this much of the whole, in thousandths of its weight …
const OF_WHOLE: u64 = 250;
/// … and at least this weight …
const LEAST_WEIGHT: u64 = 5 * UNIT;
/// … and at least this much of its own weight is there.
const OF_ITSELF: u64 = 450;
/// A neighbour of a part is a part too if its content is at least this similar to the whole …
const NEIGHBOUR: u64 = 400;
/// … and adds at least this much to what is covered.
const NEIGHBOUR_ADDS: u64 = 60;
/// What may be a part covers this much of the whole …
const MAYBE_OF_WHOLE: u64 = 150;
/// … with this much of its own weight.
const MAYBE_OF_ITSELF: u64 = 300;
/// An item is split into, or merged from, at most this many.
const MOST: usize = 3;

/// A pair or group by the indices of its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PairGroup {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// Which side of a group has several items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// One old item became several.
    Split,
    /// Several old items became one.
    Merge,
}

/// An unpaired item that may be part of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SplitPart {
    pub(super) way: Way,
    /// An index into the groups.
    pub(super) group: usize,
    /// The unpaired item: new for a split, old for a merge.
    pub(super) item: usize,
    /// How much of the whole it covers, in thousandths.
    pub(super) share: u64,
}

/// Adds unpaired items of one section to its groups, and also gives those that may be parts. `groups` has neither pairs
/// that say the same, which are complete, nor groups that the user made.
pub(super) fn complete(
    groups: &mut [PairGroup],
    section: Section,
    texts: &PairingTexts<'_, '_>,
    taken: &mut Taken,
    ruled_out: &[(usize, usize)],
) -> Vec<SplitPart> {
    let mut parts = Vec::new();
    for way in [Way::Split, Way::Merge] {
        let left = leftovers(way, section, texts, taken);
        for (at, group) in groups.iter().enumerate() {
            parts.extend(left.iter().filter_map(|&item| part(way, at, group, item, texts)));
        }
    }
    let key = |part: &SplitPart| {
        let group = &groups[part.group];
        (Reverse(part.share), group.old[0] + group.new[0], part.item, part.group, part.way)
    };
    parts.sort_by_cached_key(key);
    let mut maybe = Vec::new();
    for found in parts {
        let Some(still) = part(found.way, found.group, &groups[found.group], found.item, texts) else {
            continue;
        };
        let is_free = !is_taken(&still, taken);
        let fits = is_free && is_part(&still, groups, texts);
        if !fits || !add(&still, &mut groups[still.group], taken, ruled_out) {
            maybe.push(still);
        }
    }
    maybe.retain(|part| !is_taken(part, taken));
    best_of_each(maybe)
}

/// The unpaired items of a section, on the side where a group would gain items.
fn leftovers(way: Way, section: Section, texts: &PairingTexts<'_, '_>, taken: &Taken) -> Vec<usize> {
    let (side, taken) = match way {
        Way::Split => (texts.new, &taken.new),
        Way::Merge => (texts.old, &taken.old),
    };
    side.section(section).map(|(index, _)| index).filter(|&index| !taken[index]).collect()
}

/// The whole of a group and its parts so far.
fn whole_and_parts<'t>(
    way: Way,
    group: &PairGroup,
    texts: &'t PairingTexts<'_, '_>,
) -> (&'t Stems, Vec<&'t Stems>) {
    match way {
        Way::Split => {
            (&texts.old_stems[group.old[0]], group.new.iter().map(|&j| &texts.new_stems[j]).collect())
        }
        Way::Merge => {
            (&texts.new_stems[group.new[0]], group.old.iter().map(|&i| &texts.old_stems[i]).collect())
        }
    }
}

/// How much an unpaired item covers of what a group leaves uncovered, if that is worth mentioning.
fn part(
    way: Way,
    index: usize,
    group: &PairGroup,
    item: usize,
    texts: &PairingTexts<'_, '_>,
) -> Option<SplitPart> {
    let other_way = match way {
        Way::Split => group.old.len() > 1,
        Way::Merge => group.new.len() > 1,
    };
    if other_way {
        return None;
    }
    let (whole, parts) = whole_and_parts(way, group, texts);
    let leftover = tokens(way, item, texts);
    let weight = |stems: &[u32]| texts.weights.sum(stems);
    let contents: Vec<&[u32]> = parts.iter().map(|part| part.content.as_slice()).collect();
    let residue = without(&whole.content, &contents);
    let covered = common(&residue, &leftover.content, &texts.weights);
    let share = 1000 * covered / weight(&whole.content).max(1);
    let own = 1000 * covered / weight(&leftover.content).max(1);
    let maybe = share >= MAYBE_OF_WHOLE && own >= MAYBE_OF_ITSELF;
    let near = share >= NEIGHBOUR_ADDS && is_neighbour(way, group, item, texts);
    (maybe || near).then_some(SplitPart { way, group: index, item, share })
}

fn tokens<'t>(way: Way, item: usize, texts: &'t PairingTexts<'_, '_>) -> &'t Stems {
    match way {
        Way::Split => &texts.new_stems[item],
        Way::Merge => &texts.old_stems[item],
    }
}

/// Whether an unpaired item is next to a part and very similar to the whole.
fn is_neighbour(way: Way, group: &PairGroup, item: usize, texts: &PairingTexts<'_, '_>) -> bool {
    let members = match way {
        Way::Split => &group.new,
        Way::Merge => &group.old,
    };
    let (whole, _) = whole_and_parts(way, group, texts);
    members.iter().any(|member| member.abs_diff(item) == 1)
        && shared_content(tokens(way, item, texts), whole, &texts.weights) >= NEIGHBOUR
}

/// Whether a possible part really is a part.
fn is_part(part: &SplitPart, groups: &[PairGroup], texts: &PairingTexts<'_, '_>) -> bool {
    let group = &groups[part.group];
    let (whole, _) = whole_and_parts(part.way, group, texts);
    let leftover = tokens(part.way, part.item, texts);
    let covered = part.share * texts.weights.sum(&whole.content) / 1000;
    let own = 1000 * covered / texts.weights.sum(&leftover.content).max(1);
    let covers = part.share >= OF_WHOLE && covered >= LEAST_WEIGHT && own >= OF_ITSELF;
    covers || is_neighbour(part.way, group, part.item, texts)
}

fn is_taken(part: &SplitPart, taken: &Taken) -> bool {
    match part.way {
        Way::Split => taken.new[part.item],
        Way::Merge => taken.old[part.item],
    }
}

/// Adds a part to its group, unless the group is full or the user rules it out.
fn add(part: &SplitPart, group: &mut PairGroup, taken: &mut Taken, ruled_out: &[(usize, usize)]) -> bool {
    let pair = match part.way {
        Way::Split => (group.old[0], part.item),
        Way::Merge => (part.item, group.new[0]),
    };
    let (members, taken) = match part.way {
        Way::Split => (&mut group.new, &mut taken.new),
        Way::Merge => (&mut group.old, &mut taken.old),
    };
    let fits = members.len() < MOST && ruled_out.binary_search(&pair).is_err();
    if fits {
        members.push(part.item);
        members.sort_unstable();
        taken[part.item] = true;
    }
    fits
}

/// The best group for each unpaired item. `parts` are sorted, the best first.
fn best_of_each(parts: Vec<SplitPart>) -> Vec<SplitPart> {
    let mut best: Vec<SplitPart> = Vec::new();
    for part in parts {
        let known = |other: &SplitPart| other.way == part.way && other.item == part.item;
        if part.share >= MAYBE_OF_WHOLE && !best.iter().any(known) {
            best.push(part);
        }
    }
    best
}
