//! The pairing of names on two maps, decided by where they are on the map.
//!
//! A name is short: two occupations can share most of their words and still be different. So names that only resemble
//! each other are paired if they are very similar, or are in the same place. Pathways and clusters with the same
//! contents are the same, whatever their names. If several items have the same name, those in the same place are the
//! same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::diff::item::{ItemRef, Section, Side, Sides};
use crate::diff::pairing::{
    Band, Candidate, Evidence, Facets, Outcome, Pair, PairedBy, Pairing, Score, Unpaired,
};
use crate::diff::text::normalised;

/// At or above this similarity, a different name means the same thing …
const RENAMED: Score = Score(600);
/// … and at or above this one, if its level and what it is in are the same.
const RENAMED_IN_PLACE: Score = Score(450);
/// An item with a different name is the same if it is in the same place and this much of its contents, by name, stayed.
const COMMON_CONTENT: Score = Score(500);
/// If either map has a name more often than this, its items are paired in order.
const MAX_WITH_ONE_NAME: usize = 64;

/// The pairing of two maps with what is known of places: which pairs moved, and which are at another level.
pub(in crate::diff) fn settled(pairing: Pairing, sides: &Sides<'_>) -> Pairing {
    let Pairing { mut pairs, mut unpaired, .. } = pairing;
    for section in [Section::Pathways, Section::Clusters, Section::Occupations] {
        let (own, others): (Vec<Pair>, Vec<Pair>) =
            pairs.into_iter().partition(|pair| pair.section == section);
        pairs = others;
        let places = Places { sides, links: links(&pairs) };
        let (kept, weak): (Vec<Pair>, Vec<Pair>) = own.into_iter().partition(|pair| places.is_one(pair));
        unpaired.extend(weak.iter().flat_map(ruled_out));
        let mut own = kept;
        regroup(&mut own, &mut unpaired, &places, section);
        own.extend(by_content(&mut unpaired, &places, section));
        for pair in &mut own {
            places.settle(pair);
        }
        pairs.extend(own);
    }
    pairs.iter_mut().filter(|pair| pair.section.is_prose()).for_each(stay);
    pairs.sort_by_key(|pair| (pair.new[0], pair.old[0]));
    unpaired.sort_unstable_by_key(|one| one.item);
    Pairing { pairs, unpaired, possible_pairs: Vec::new(), possible_parts: Vec::new() }
}

/// Paragraphs move with their clusters, which says nothing about them.
fn stay(pair: &mut Pair) {
    pair.facets.moved = false;
    if pair.outcome == Outcome::Moved {
        pair.outcome = Outcome::Unchanged;
    }
}

/// Which old item became which new one.
fn links(pairs: &[Pair]) -> BTreeSet<(usize, usize)> {
    let both = |pair: &Pair| {
        let new = pair.new.clone();
        pair.old.clone().into_iter().flat_map(move |i| new.clone().into_iter().map(move |j| (i, j)))
    };
    pairs.iter().flat_map(both).collect()
}

/// The items of a rejected pair, each with the other as its rejected candidate.
fn ruled_out(pair: &Pair) -> Vec<Unpaired> {
    let to = |item| Some(Candidate { item, score: pair.score });
    let old =
        pair.old.iter().map(|&i| Unpaired { item: ItemRef::Old(i), rejected: to(ItemRef::New(pair.new[0])) });
    let new =
        pair.new.iter().map(|&j| Unpaired { item: ItemRef::New(j), rejected: to(ItemRef::Old(pair.old[0])) });
    old.chain(new).collect()
}

/// Where items are, with the pairs of what they can be in.
struct Places<'p, 'd> {
    sides: &'p Sides<'d>,
    links: BTreeSet<(usize, usize)>,
}

impl Places<'_, '_> {
    /// Whether an old and a new item are in the same cluster or pathway, whatever it is called now.
    fn same_parent(&self, i: usize, j: usize) -> bool {
        let (old, new) = (&self.sides.old, &self.sides.new);
        match (old.places[i].parent, new.places[j].parent) {
            (None, None) => true,
            (Some(from), Some(to)) => {
                let is_nameless = old.items[from].text.is_empty() && new.items[to].text.is_empty();
                self.links.contains(&(from, to)) || (is_nameless && self.same_parent(from, to))
            }
            _ => false,
        }
    }

    fn same_level(&self, i: usize, j: usize) -> bool {
        self.sides.old.places[i].level == self.sides.new.places[j].level
    }

    /// Whether two names that resemble each other mean the same thing.
    fn is_one(&self, pair: &Pair) -> bool {
        let (i, j) = (pair.old[0], pair.new[0]);
        let in_place = self.same_parent(i, j) && self.same_level(i, j);
        let least = if in_place { RENAMED_IN_PLACE } else { RENAMED };
        let is_certain =
            matches!(pair.paired_by, PairedBy::User | PairedBy::Id | PairedBy::CodeAndText | PairedBy::Text);
        is_certain || pair.score >= least
    }

    /// Notes what else differs in a pair besides its name.
    fn settle(&self, pair: &mut Pair) {
        let (i, j) = (pair.old[0], pair.new[0]);
        pair.facets.moved = !self.same_parent(i, j);
        pair.facets.level = !pair.is_group() && !self.same_level(i, j);
        if !pair.is_group() {
            pair.outcome = match pair.facets {
                facets if facets.words || facets.level => Outcome::Reworded,
                facets if facets.moved => Outcome::Moved,
                _ => Outcome::Unchanged,
            };
        }
    }
}

/// Pairs items with the same name again, those in the same place first.
fn regroup(own: &mut [Pair], unpaired: &mut [Unpaired], places: &Places<'_, '_>, section: Section) {
    let (old, new) = (&places.sides.old, &places.sides.new);
    let mut names: BTreeMap<String, SameName> = BTreeMap::new();
    for (at, pair) in own.iter().enumerate().filter(|(_, pair)| !pair.is_group() && !pair.facets.words) {
        names.entry(normalised(new.items[pair.new[0]].text)).or_default().pairs.push(at);
    }
    for (at, one) in unpaired.iter().enumerate() {
        let item = match one.item {
            ItemRef::Old(i) => &old.items[i],
            ItemRef::New(j) => &new.items[j],
        };
        if item.section == section
            && let Some(same) = names.get_mut(&normalised(item.text))
        {
            same.left.push(at);
        }
    }
    let several = names.into_values().filter(|same| same.pairs.len() + same.left.len() > 1);
    several.for_each(|same| same.regroup(own, unpaired, places));
}

/// Pairs of items that are in the same place, have different names, and have at least half of their contents in common.
fn by_content(unpaired: &mut Vec<Unpaired>, places: &Places<'_, '_>, section: Section) -> Vec<Pair> {
    let (old, new) = (&places.sides.old, &places.sides.new);
    let (before, after) = (contents(old), contents(new));
    let left = unpaired.iter().filter_map(|one| match one.item {
        ItemRef::Old(i) if old.items[i].section == section => before.get(&i).map(|names| (i, names)),
        _ => None,
    });
    let came = unpaired.iter().filter_map(|one| match one.item {
        ItemRef::New(j) if new.items[j].section == section => after.get(&j).map(|names| (j, names)),
        _ => None,
    });
    let mut found: Vec<(Score, usize, usize)> = Vec::new();
    let holders = holders(came);
    for (i, names) in left {
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for j in names.iter().filter_map(|name| holders.get(name.as_str())).flatten() {
            *common.entry(*j).or_default() += 1;
        }
        for (j, common) in common.into_iter().filter(|&(j, _)| places.same_parent(i, j)) {
            let share = 1000 * common / names.len().max(after[&j].len());
            found.push((u16::try_from(share).map_or(Score::SAME, Score), i, j));
        }
    }
    found.retain(|(share, ..)| *share >= COMMON_CONTENT);
    found.sort_by_key(|&(share, i, j)| (Reverse(share), i, j));
    let mut taken: BTreeSet<ItemRef> = BTreeSet::new();
    let mut pairs: Vec<Pair> = Vec::new();
    for (score, i, j) in found {
        let both = [ItemRef::Old(i), ItemRef::New(j)];
        if both.iter().all(|item| !taken.contains(item)) {
            taken.extend(both);
            pairs.push(renamed(section, (i, j), score));
        }
    }
    unpaired.retain(|one| !taken.contains(&one.item));
    pairs
}

/// What contains each name; names that are in many say nothing.
fn holders<'n>(all: impl Iterator<Item = (usize, &'n Names)>) -> BTreeMap<&'n str, Vec<usize>> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (item, names) in all {
        for name in names {
            holders.entry(name).or_default().push(item);
        }
    }
    holders.retain(|_, items| items.len() <= MAX_WITH_ONE_NAME);
    holders
}

/// The pair of an item that now has a different name.
fn renamed(section: Section, (old, new): (usize, usize), score: Score) -> Pair {
    Pair {
        section,
        old: vec![old],
        new: vec![new],
        paired_by: PairedBy::Contents,
        score,
        band: Band::Likely,
        runner_up: None,
        evidence: Evidence::default(),
        outcome: Outcome::Reworded,
        facets: Facets { words: true, ..Facets::default() },
    }
}

/// The names of what is in something.
type Names = BTreeSet<String>;

/// The names of what is in each pathway and each cluster.
fn contents(side: &Side<'_>) -> BTreeMap<usize, Names> {
    let mut contents: BTreeMap<usize, Names> = BTreeMap::new();
    for (item, place) in side.items.iter().zip(&side.places) {
        if let Some(parent) = place.parent {
            contents.entry(parent).or_default().insert(normalised(item.text));
        }
    }
    contents
}

/// The pairs with one name, and the items with that name that are left over.
#[derive(Default)]
struct SameName {
    pairs: Vec<usize>,
    left: Vec<usize>,
}

impl SameName {
    fn regroup(&self, own: &mut [Pair], unpaired: &mut [Unpaired], places: &Places<'_, '_>) {
        let left = |old: bool| {
            let items = self.left.iter().map(|&at| unpaired[at].item);
            items.filter_map(move |item| match item {
                ItemRef::Old(i) => old.then_some(i),
                ItemRef::New(j) => (!old).then_some(j),
            })
        };
        let mut olds: Vec<usize> = self.pairs.iter().map(|&at| own[at].old[0]).chain(left(true)).collect();
        let mut news: Vec<usize> = self.pairs.iter().map(|&at| own[at].new[0]).chain(left(false)).collect();
        if olds.len().max(news.len()) > MAX_WITH_ONE_NAME {
            return;
        }
        let mut all: Vec<(usize, usize)> =
            olds.iter().flat_map(|&i| news.iter().map(move |&j| (i, j))).collect();
        all.sort_by_key(|&(i, j)| (Reverse((places.same_parent(i, j), places.same_level(i, j))), i, j));
        let mut slots = self.pairs.iter();
        for (i, j) in all {
            if olds.contains(&i)
                && news.contains(&j)
                && let Some(&at) = slots.next()
            {
                (own[at].old, own[at].new) = (vec![i], vec![j]);
                olds.retain(|&other| other != i);
                news.retain(|&other| other != j);
            }
        }
        let left = olds.into_iter().map(ItemRef::Old).chain(news.into_iter().map(ItemRef::New));
        for (&at, item) in self.left.iter().zip(left) {
            unpaired[at] = Unpaired { item, rejected: None };
        }
    }
}
