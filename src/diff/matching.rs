//! The whole pairing: pairs, groups, changes of kind, how far to trust each, and what is left.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::candidates::candidates;
use super::comparison::{Place, Side};
use super::given::{Given, Taken, asked, same_id_across_kinds};
use super::id::Section;
use super::order::{Placed, in_order};
use super::overrides::{OverrideError, Overrides};
use super::pair::{Paired, Ranked, Texts, pair};
use super::pairing::{Band, Candidate, Facets, Outcome, Pair, PairedBy, PossiblePart, Score, Unpaired};
use super::split::{Group, Part, Way, complete};
use super::tokens::Tokens;

/// From here on, in thousandths of likeness, a pairing is sure, …
const SURE: u64 = 650;
/// … and from here on likely.
const LIKELY: u64 = 400;
/// A runner-up this near in rank makes a pairing one to check.
const CLOSE: u64 = 50;
/// Statements of different kinds are one from here on.
const ACROSS_KINDS: u64 = 700;
/// Candidates less alike than this are not worth naming.
const NAMED: u64 = 200;

/// Who became whom.
#[derive(Debug)]
pub(super) struct Matching {
    pub(super) pairs: Vec<Pair>,
    pub(super) unpaired: Vec<Unpaired>,
    pub(super) possible_parts: Vec<PossiblePart>,
}

/// Pairs the items of two sides, section by section.
pub(super) fn matching(
    old: &Side<'_>,
    new: &Side<'_>,
    sections: &[Section],
    overrides: &Overrides,
) -> Result<Matching, OverrideError> {
    let asked = asked(old, new, overrides)?;
    let texts = Texts::new(old, new);
    let mut taken = Taken::by(&asked.given, old.items.len(), new.items.len());
    let moved = same_id_across_kinds(old, new, &asked, &mut taken);
    let paired = pair(&texts, sections, &asked, &mut taken);
    let given = asked.given.iter().chain(&moved);
    let mut pairs: Vec<Pair> = given.map(|given| from_given(given, &texts)).collect();
    let mut parts = Vec::new();
    for one in &paired {
        let (found, maybe) = of_section(one, &texts, &mut taken, &asked.parted);
        parts.extend(maybe.into_iter().map(|part| (pairs.len() + part.group, part)));
        pairs.extend(found);
    }
    pairs.extend(across_kinds(sections, &texts, &mut taken, &asked.parted));
    let first_new: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.new[0], pair.old[0])).collect();
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_unstable_by_key(|&index| first_new[index]);
    let possible_parts = possible(&parts, &order, &taken);
    let mut pairs: Vec<Pair> = order.iter().map(|&index| pairs[index].clone()).collect();
    judge(&mut pairs, &texts, &paired);
    let unpaired = unpaired(&taken, &paired);
    Ok(Matching { pairs, unpaired, possible_parts })
}

/// The pairs and groups of one section, and what may be a part of one of them, by its index here.
fn of_section(
    one: &Paired,
    texts: &Texts<'_, '_>,
    taken: &mut Taken,
    parted: &[(usize, usize)],
) -> (Vec<Pair>, Vec<Part>) {
    let mut open: Vec<(Group, PairedBy)> = Vec::new();
    let mut whole: Vec<Pair> = Vec::new();
    for given in &one.given {
        if texts.says_the_same(given.old[0], given.new[0]) {
            whole.push(from_given(given, texts));
        } else {
            open.push((Group { old: given.old.clone(), new: given.new.clone() }, given.by));
        }
    }
    for pair in &one.alike {
        let group = Group { old: vec![one.old[pair.old]], new: vec![one.new[pair.new]] };
        taken.take(&Given { old: group.old.clone(), new: group.new.clone(), by: PairedBy::Similarity });
        open.push((group, PairedBy::Similarity));
    }
    let (mut groups, by): (Vec<Group>, Vec<PairedBy>) = open.into_iter().unzip();
    let maybe = complete(&mut groups, one.section, texts, taken, parted);
    let given = groups.into_iter().zip(by).map(|(Group { old, new }, by)| Given { old, new, by });
    let mut pairs: Vec<Pair> = given.map(|given| from_given(&given, texts)).collect();
    pairs.extend(whole);
    (pairs, maybe)
}

/// A pair of which nothing has been judged yet but how alike its texts are.
fn from_given(given: &Given, texts: &Texts<'_, '_>) -> Pair {
    let similarity = match (given.old.as_slice(), given.new.as_slice()) {
        ([old], [new]) => texts.similarity(*old, *new),
        (old, new) => {
            let (old, new) = (joined(old, &texts.old_tokens), joined(new, &texts.new_tokens));
            super::score::similarity(&old, &new, &texts.vocabulary)
        }
    };
    Pair {
        section: texts.new.items[given.new[0]].section,
        old: given.old.clone(),
        new: given.new.clone(),
        paired_by: given.by,
        score: score(similarity),
        band: Band::Sure,
        runner_up: None,
        outcome: Outcome::Unchanged,
        facets: Facets::default(),
    }
}

fn score(thousandths: u64) -> Score {
    u16::try_from(thousandths.min(1000)).map_or(Score::SAME, Score)
}

/// Several texts as one.
fn joined(items: &[usize], tokens: &[Tokens]) -> Tokens {
    let mut all = Tokens::default();
    for &item in items {
        all.sequence.extend(&tokens[item].sequence);
        all.weight += tokens[item].weight;
    }
    all.bag.clone_from(&all.sequence);
    all.bag.sort_unstable();
    all
}

/// Leftover statements that are one though of different kinds.
fn across_kinds(
    sections: &[Section],
    texts: &Texts<'_, '_>,
    taken: &mut Taken,
    parted: &[(usize, usize)],
) -> Vec<Pair> {
    let left = |side: &Side<'_>, taken: &[bool]| -> Vec<usize> {
        let statement = |index: &usize| {
            let section = side.items[*index].section;
            !taken[*index] && section.kind().is_some() && sections.contains(&section)
        };
        (0..side.items.len()).filter(statement).collect()
    };
    let (old, new) = (left(texts.old, &taken.old), left(texts.new, &taken.new));
    let old_tokens: Vec<&Tokens> = old.iter().map(|&i| &texts.old_tokens[i]).collect();
    let new_tokens: Vec<&Tokens> = new.iter().map(|&j| &texts.new_tokens[j]).collect();
    let mut found = candidates(&old_tokens, &new_tokens, &texts.vocabulary);
    found.retain(|one| one.similarity >= ACROSS_KINDS);
    found.sort_unstable_by_key(|one| (Reverse(one.similarity), one.old + one.new, one.old));
    let mut pairs = Vec::new();
    for one in found {
        let (i, j) = (old[one.old], new[one.new]);
        let differs = texts.old.items[i].section != texts.new.items[j].section;
        if differs && !taken.old[i] && !taken.new[j] && parted.binary_search(&(i, j)).is_err() {
            let given = Given { old: vec![i], new: vec![j], by: PairedBy::AcrossKinds };
            taken.take(&given);
            pairs.push(from_given(&given, texts));
        }
    }
    pairs
}

/// What may be parts, with the pairs in their final order, but for what found a place elsewhere.
fn possible(parts: &[(usize, Part)], order: &[usize], taken: &Taken) -> Vec<PossiblePart> {
    let place = |part: &Part| match part.way {
        Way::Split => Place::New(part.item),
        Way::Merge => Place::Old(part.item),
    };
    let is_free = |part: &Part| match part.way {
        Way::Split => !taken.new[part.item],
        Way::Merge => !taken.old[part.item],
    };
    let parts = parts.iter().filter(|(_, part)| is_free(part)).filter_map(|(index, part)| {
        let pair = order.iter().position(|at| at == index)?;
        Some(PossiblePart { pair, place: place(part), share: score(part.share) })
    });
    let mut found: Vec<PossiblePart> = parts.collect();
    found.sort_unstable_by_key(|part| (part.pair, part.place));
    found
}

/// Says of each pair whether it moved, how far to trust it, and what would be next best.
fn judge(pairs: &mut [Pair], texts: &Texts<'_, '_>, paired: &[Paired]) {
    let sections: BTreeSet<Section> = pairs.iter().map(|pair| pair.section).collect();
    for section in sections {
        let of_section: Vec<usize> =
            (0..pairs.len()).filter(|&at| is_within(&pairs[at], section, texts)).collect();
        let placed = of_section.iter().map(|&at| {
            let (old, new) = (pairs[at].old[0], pairs[at].new[0]);
            Placed { old, new, tie: texts.tie(old, new) }
        });
        let kept = in_order(&placed.collect::<Vec<_>>());
        for (&at, kept) in of_section.iter().zip(kept) {
            pairs[at].facets.moved = !kept;
        }
        if let Some(one) = paired.iter().find(|one| one.section == section) {
            let ranked = Alternatives::of(one);
            for &at in &of_section {
                trust(&mut pairs[at], one, &ranked);
            }
        }
    }
}

/// Whether both sides of a pair stand in one section.
fn is_within(pair: &Pair, section: Section, texts: &Texts<'_, '_>) -> bool {
    pair.section == section && texts.old.items[pair.old[0]].section == section
}

/// What each item of a section might have been paired with, by position, the best first.
struct Alternatives {
    old: Vec<Vec<Ranked>>,
    new: Vec<Vec<Ranked>>,
}

impl Alternatives {
    fn of(one: &Paired) -> Self {
        let mut found = Self { old: vec![Vec::new(); one.old.len()], new: vec![Vec::new(); one.new.len()] };
        for ranked in one.ranked.iter().filter(|ranked| ranked.similarity >= NAMED) {
            found.old[ranked.old].push(*ranked);
            found.new[ranked.new].push(*ranked);
        }
        for list in found.old.iter_mut().chain(&mut found.new) {
            list.sort_unstable_by_key(|one| (Reverse(one.rank), one.old + one.new, one.old));
        }
        found
    }
}

/// How far to trust a pair, and what would be next best.
fn trust(pair: &mut Pair, one: &Paired, ranked: &Alternatives) {
    if pair.paired_by != PairedBy::Similarity {
        return;
    }
    let position = |list: &[usize], item: usize| list.binary_search(&item).ok();
    let (Some(i), Some(j)) = (position(&one.old, pair.old[0]), position(&one.new, pair.new[0])) else {
        return;
    };
    let member =
        |other: &&Ranked| pair.old.contains(&one.old[other.old]) && pair.new.contains(&one.new[other.new]);
    let own = ranked.old[i].iter().find(|other| other.new == j).map_or(0, |own| own.rank);
    let forth = ranked.old[i].iter().find(|other| !member(other));
    let back = ranked.new[j].iter().find(|other| !member(other));
    let forth = forth.map(|other| (other, Place::New(one.new[other.new])));
    let back = back.map(|other| (other, Place::Old(one.old[other.old])));
    let next = [forth, back].into_iter().flatten().max_by_key(|(other, _)| other.rank);
    pair.runner_up = next.map(|(other, place)| Candidate { place, score: score(other.similarity) });
    let close = next.is_some_and(|(other, _)| other.rank + CLOSE >= own);
    let likeness = u64::from(pair.score.0);
    pair.band = match likeness {
        _ if close || likeness < LIKELY || (pair.facets.moved && likeness < SURE) => Band::Check,
        SURE.. => Band::Sure,
        _ => Band::Likely,
    };
}

/// What is left on both sides, with the best candidate that was turned down.
fn unpaired(taken: &Taken, paired: &[Paired]) -> Vec<Unpaired> {
    let mut found = Vec::new();
    for one in paired {
        let ranked = Alternatives::of(one);
        let best =
            |list: &[Ranked]| list.iter().copied().max_by_key(|other| (other.similarity, Reverse(other.old)));
        for (position, &i) in one.old.iter().enumerate().filter(|(_, i)| !taken.old[**i]) {
            let candidate = best(&ranked.old[position]).map(|other| Candidate {
                place: Place::New(one.new[other.new]),
                score: score(other.similarity),
            });
            found.push(Unpaired { place: Place::Old(i), rejected: candidate });
        }
        for (position, &j) in one.new.iter().enumerate().filter(|(_, j)| !taken.new[**j]) {
            let candidate = best(&ranked.new[position]).map(|other| Candidate {
                place: Place::Old(one.old[other.old]),
                score: score(other.similarity),
            });
            found.push(Unpaired { place: Place::New(j), rejected: candidate });
        }
    }
    found.sort_unstable_by_key(|one| one.place);
    found
}
