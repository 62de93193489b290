//! The whole pairing of two sides: pairs, groups, changes of kind, and what is left.

use std::cmp::Reverse;

use super::candidates::candidates;
use super::certain::{Link, Taken, resolved, same_id_across_kinds};
use super::gaps::fill;
use super::made::Made;
use super::outcome::{pairs, score};
use super::pair::{Pair, PairedBy, PossiblePair, PossiblePart, Score, Unpaired};
use super::possible::possible_pairs;
use super::rescue::rescue;
use super::similarity::{Clues, Paired, pair};
use super::split::{PairGroup, SplitPart, Way, complete};
use super::texts::PairingTexts;
use super::trust::{Alternatives, unpaired};
use super::user_pairs::{UserPairError, UserPairs};
use crate::diff::item::{ItemRef, Section, Side, Sides};
use crate::diff::text::Stems;

/// Statements of different kinds are paired at or above this similarity, in thousandths.
const ACROSS_KINDS: u64 = 700;

/// The pairing of two sides.
#[derive(Debug)]
pub(in crate::diff) struct Pairing {
    /// By section, then by the first new item.
    pub(in crate::diff) pairs: Vec<Pair>,
    pub(in crate::diff) unpaired: Vec<Unpaired>,
    pub(in crate::diff) possible_pairs: Vec<PossiblePair>,
    pub(in crate::diff) possible_parts: Vec<PossiblePart>,
}

/// Pairs the items of two sides, section by section.
pub(in crate::diff) fn pair_items(
    sides: &Sides<'_>,
    user_pairs: &UserPairs,
) -> Result<Pairing, UserPairError> {
    let (old, new, sections) = (&sides.old, &sides.new, &sides.sections);
    let user = resolved(old, new, user_pairs)?;
    let texts = PairingTexts::new(old, new);
    let mut taken = Taken::by(&user.made, old.items.len(), new.items.len());
    let other_kind = same_id_across_kinds(old, new, &user, &mut taken);
    let clues = Clues::of(&texts);
    let mut links: Vec<Link> = user.made.iter().cloned().chain(other_kind).collect();
    let paired = pair(&clues, sections, (&user, &links), &mut taken);
    let mut parts = Vec::new();
    for one in &paired {
        let (found, maybe) = of_section(one, &texts, &mut taken, &user.ruled_out);
        parts.extend(maybe.into_iter().map(|part| (links.len() + part.group, part)));
        links.extend(found);
    }
    links.extend(across_kinds(sections, &texts, &mut taken, &user.ruled_out));
    let made = leftovers(&paired, &clues, &mut links, (&mut taken, &user.ruled_out));
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_unstable_by_key(|&index| (links[index].new[0], links[index].old[0]));
    let possible_parts = possible(&parts, &order, &taken);
    let links: Vec<Link> = order.iter().map(|&index| links[index].clone()).collect();
    let alternatives: Vec<Alternatives<'_>> = paired.iter().map(Alternatives::of).collect();
    let pairs = pairs(links, (&clues, &made), &alternatives);
    let unpaired = unpaired(&taken, &alternatives);
    let possible_pairs = possible_pairs(&paired, &clues, (&made, &user.ruled_out));
    Ok(Pairing { pairs, unpaired, possible_pairs, possible_parts })
}

/// Pairs what is left by its place and by what it has in common, and gives everything that is then paired. Existing
/// pairs are not touched.
fn leftovers(
    paired: &[Paired],
    clues: &Clues<'_, '_, '_>,
    links: &mut Vec<Link>,
    (taken, ruled_out): (&mut Taken, &[(usize, usize)]),
) -> Made {
    let texts = clues.texts;
    let mut made = Made::nothing(texts.old.items.len(), texts.new.items.len());
    let note = |made: &mut Made, link: &Link| made.add_link(link, |link| u64::from(score(link, texts).0));
    for link in links.iter() {
        note(&mut made, link);
    }
    for pass in [fill, fill, rescue] {
        for link in pass(paired, clues, links, (&made, ruled_out)) {
            taken.take(&link);
            note(&mut made, &link);
            links.push(link);
        }
    }
    made
}

/// The pairs and groups of one section, and what may be a part of one of them, by its index here.
fn of_section(
    one: &Paired,
    texts: &PairingTexts<'_, '_>,
    taken: &mut Taken,
    ruled_out: &[(usize, usize)],
) -> (Vec<Link>, Vec<SplitPart>) {
    let is_whole = |link: &&Link| texts.says_the_same(link.old[0], link.new[0]);
    let (whole, open): (Vec<&Link>, Vec<&Link>) = one.certain.iter().partition(is_whole);
    let alike = one.alike.iter().map(|pair| {
        let (old, new) = (vec![one.old[pair.old]], vec![one.new[pair.new]]);
        Link::new(old, new, PairedBy::Similarity)
    });
    let open: Vec<Link> = open.into_iter().cloned().chain(alike).collect();
    for link in &open {
        taken.take(link);
    }
    let (mut groups, by): (Vec<PairGroup>, Vec<PairedBy>) =
        open.into_iter().map(|Link { old, new, by, .. }| (PairGroup { old, new }, by)).unzip();
    let maybe = complete(&mut groups, one.section, texts, taken, ruled_out);
    let groups = groups.into_iter().zip(by).map(|(PairGroup { old, new }, by)| Link::new(old, new, by));
    (groups.chain(whole.into_iter().cloned()).collect(), maybe)
}

/// Pairs of unpaired statements of different kinds.
fn across_kinds(
    sections: &[Section],
    texts: &PairingTexts<'_, '_>,
    taken: &mut Taken,
    ruled_out: &[(usize, usize)],
) -> Vec<Link> {
    let left = |side: &Side<'_>, taken: &[bool]| -> Vec<usize> {
        let statement = |index: &usize| {
            let section = side.items[*index].section;
            !taken[*index] && section.kind().is_some() && sections.contains(&section)
        };
        (0..side.items.len()).filter(statement).collect()
    };
    let (old, new) = (left(texts.old, &taken.old), left(texts.new, &taken.new));
    let old_stems: Vec<&Stems> = old.iter().map(|&i| &texts.old_stems[i]).collect();
    let new_stems: Vec<&Stems> = new.iter().map(|&j| &texts.new_stems[j]).collect();
    let mut found = candidates(&old_stems, &new_stems, &texts.weights);
    found.retain(|one| one.similarity >= ACROSS_KINDS);
    found.sort_unstable_by_key(|one| (Reverse(one.similarity), one.old + one.new, one.old));
    let mut links = Vec::new();
    for one in found {
        let (i, j) = (old[one.old], new[one.new]);
        let differs = texts.old.items[i].section != texts.new.items[j].section;
        if differs && !taken.old[i] && !taken.new[j] && ruled_out.binary_search(&(i, j)).is_err() {
            let link = Link::new(vec![i], vec![j], PairedBy::AcrossKinds);
            taken.take(&link);
            links.push(link);
        }
    }
    links
}

/// What may be parts, with the pairs in their final order, except items that have been paired elsewhere.
fn possible(parts: &[(usize, SplitPart)], order: &[usize], taken: &Taken) -> Vec<PossiblePart> {
    let item = |part: &SplitPart| match part.way {
        Way::Split => ItemRef::New(part.item),
        Way::Merge => ItemRef::Old(part.item),
    };
    let is_free = |part: &SplitPart| match part.way {
        Way::Split => !taken.new[part.item],
        Way::Merge => !taken.old[part.item],
    };
    let parts = parts.iter().filter(|(_, part)| is_free(part)).filter_map(|(index, part)| {
        let pair = order.iter().position(|at| at == index)?;
        Some(PossiblePart { pair, item: item(part), share: Score::of(part.share) })
    });
    let mut found: Vec<PossiblePart> = parts.collect();
    found.sort_unstable_by_key(|part| (part.pair, part.item));
    found
}
