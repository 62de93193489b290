//! Turns links into pairs: how similar the two sides are, how far to trust the pair, what differs, and the outcome.

use std::collections::BTreeSet;

use super::certain::Link;
use super::evidence::evidence;
use super::made::Made;
use super::order::{Placed, in_order};
use super::pair::{Band, Facets, Outcome, Pair, Score};
use super::score::{HELD, similarity};
use super::similarity::{Clues, is_of_competence};
use super::texts::PairingTexts;
use super::trust::{Alternatives, Doubts, trust};
use crate::diff::item::Section;
use crate::diff::text::Stems;

/// The pairs of links, in their order.
pub(super) fn pairs(
    links: Vec<Link>,
    (clues, made): (&Clues<'_, '_, '_>, &Made),
    alternatives: &[Alternatives<'_>],
) -> Vec<Pair> {
    let texts = clues.texts;
    let moved = moved(&links, texts);
    let pair = |(link, moved): (Link, bool)| {
        let score = score(&link, texts);
        let section = section_of_both(&link, texts);
        let among = alternatives.iter().find(|among| Some(among.section()) == section);
        let (band, runner_up) = among.map_or((Band::Sure, None), |among| {
            trust(&link, score, doubts(&link, moved, clues, made), among)
        });
        let facets = facets(&link, moved, texts);
        Pair {
            section: texts.new.items[link.new[0]].section,
            outcome: outcome(&link, facets, texts),
            paired_by: link.by,
            score,
            band,
            runner_up,
            evidence: evidence(&link, clues, made),
            facets,
            old: link.old,
            new: link.new,
        }
    };
    links.into_iter().zip(moved).map(pair).collect()
}

/// What counts against a link.
fn doubts(link: &Link, moved: bool, clues: &Clues<'_, '_, '_>, made: &Made) -> Doubts {
    let (i, j) = (link.old[0], link.new[0]);
    let is_group = link.old.len() + link.new.len() > 2;
    Doubts {
        moved,
        siblings: clues.siblings.disagree(i, j, made),
        content: !is_group
            && is_of_competence(clues.texts.old.items[i].section)
            && clues.texts.held(i, j) < HELD,
    }
}

/// The section of both sides; none if the item changed its kind.
fn section_of_both(link: &Link, texts: &PairingTexts<'_, '_>) -> Option<Section> {
    let (old, new) = (&texts.old.items[link.old[0]], &texts.new.items[link.new[0]]);
    (old.section == new.section).then_some(new.section)
}

/// For each link, whether its order among the others in its section changed.
fn moved(links: &[Link], texts: &PairingTexts<'_, '_>) -> Vec<bool> {
    let sections: Vec<Option<Section>> = links.iter().map(|link| section_of_both(link, texts)).collect();
    let mut moved = vec![false; links.len()];
    for section in sections.iter().flatten().collect::<BTreeSet<_>>() {
        let own: Vec<usize> = (0..links.len()).filter(|&at| sections[at] == Some(*section)).collect();
        let placed = own.iter().map(|&at| {
            let (old, new) = (links[at].old[0], links[at].new[0]);
            Placed { old, new, tie: texts.tie(old, new) }
        });
        let kept = in_order(&placed.collect::<Vec<_>>());
        own.iter().zip(kept).for_each(|(&at, kept)| moved[at] = !kept);
    }
    moved
}

/// How similar the two sides are; the texts of a group count as one.
pub(super) fn score(link: &Link, texts: &PairingTexts<'_, '_>) -> Score {
    Score::of(match (link.old.as_slice(), link.new.as_slice()) {
        ([old], [new]) => texts.similarity(*old, *new),
        (old, new) => {
            let (old, new) = (joined(old, &texts.old_stems), joined(new, &texts.new_stems));
            similarity(&old, &new, &texts.weights)
        }
    })
}

/// Several texts as one.
fn joined(items: &[usize], tokens: &[Stems]) -> Stems {
    let mut all = Stems::default();
    for &item in items {
        all.sequence.extend(&tokens[item].sequence);
        all.weight += tokens[item].weight;
    }
    all.bag.clone_from(&all.sequence);
    all.bag.sort_unstable();
    all
}

/// What differs between the two sides.
fn facets(link: &Link, moved: bool, texts: &PairingTexts<'_, '_>) -> Facets {
    let (old, new) = (&texts.old.items[link.old[0]], &texts.new.items[link.new[0]]);
    let is_group = link.old.len() + link.new.len() > 2;
    Facets {
        words: is_group || !texts.says_the_same(link.old[0], link.new[0]),
        // A document that does not show codes says nothing about them.
        renumbered: !is_group
            && old.section == new.section
            && old.code.zip(new.code).is_some_and(|(old, new)| old != new),
        moved,
        level: false,
    }
}

/// The outcome of a pair.
fn outcome(link: &Link, facets: Facets, texts: &PairingTexts<'_, '_>) -> Outcome {
    if section_of_both(link, texts).is_none() {
        Outcome::KindChanged
    } else if link.old.len() > 1 {
        Outcome::Merged
    } else if link.new.len() > 1 {
        Outcome::Split
    } else if facets.words {
        Outcome::Reworded
    } else if facets.moved {
        Outcome::Moved
    } else if facets.renumbered {
        Outcome::Renumbered
    } else {
        Outcome::Unchanged
    }
}
