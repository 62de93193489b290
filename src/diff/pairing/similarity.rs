//! Pairs the items of each section: first those that need no scoring, then by similarity, order, siblings and mapping.

use super::candidates::{Scored, candidates};
use super::certain::{Link, Resolved, Taken, same};
use super::lists::Lists;
use super::made::Made;
use super::order::{Alignment, Placed};
use super::score::{HELD, SAME, SURE};
use super::siblings::Siblings;
use super::texts::PairingTexts;
use crate::diff::item::Section;
use crate::diff::text::Stems;

/// A pair needs at least this rank, in thousandths.
const LEAST_RANK: u64 = 340;
/// Pairs at least this similar show where the others can be expected.
const ANCHOR: u64 = 600;
/// What is added to a rank if a pair is where it is expected …
const ORDER: u64 = 100;
/// … falling to zero this many thousandths of a place away.
const FAR: u64 = 6000;
/// Below this reliability, in thousandths, order says nothing.
const RELIABLE: u64 = 500;
/// If the mean similarity of a section's pairs is at least this, the rest are expected to be as similar.
const LIGHTLY_EDITED: u64 = 800;
/// What is added to a rank if the siblings are a pair.
const SIBLING: u64 = 120;
/// What is added to the rank of two duties that list the same statements …
const NEEDS: u64 = 150;
/// … and of two duties where one mentions what the other lists.
const TOPIC: u64 = 150;
/// What is added to the rank of two statements, less half of this, if all the duties that list them are the same.
const SAME_DUTIES: u64 = 160;

/// What the documents say about pairs, besides their words.
#[derive(Debug)]
pub(super) struct Clues<'t, 'a, 'd> {
    pub(super) texts: &'t PairingTexts<'a, 'd>,
    pub(super) lists: Lists<'t, 'a, 'd>,
    pub(super) siblings: Siblings,
}

impl<'t, 'a, 'd> Clues<'t, 'a, 'd> {
    pub(super) fn of(texts: &'t PairingTexts<'a, 'd>) -> Self {
        Self { texts, lists: Lists::of(texts), siblings: Siblings::of(texts) }
    }
}

/// A pair that might be made, and the support for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) similarity: u64,
    pub(super) rank: u64,
}

/// One section while it is being paired. Positions are those in the section; everything else is an index into a side.
#[derive(Debug)]
pub(super) struct Paired {
    pub(super) section: Section,
    /// The indices of the old items.
    pub(super) old: Vec<usize>,
    /// The indices of the new items.
    pub(super) new: Vec<usize>,
    /// Pairs that needed no scoring.
    pub(super) certain: Vec<Link>,
    /// Pairs by similarity, as positions.
    pub(super) alike: Vec<Ranked>,
    /// All pairs that could have been made, as positions, including those with items that were taken.
    pub(super) ranked: Vec<Ranked>,
    /// Pairs of texts that have any similarity, as positions.
    pub(super) candidates: Vec<Scored>,
    free: Vec<Scored>,
}

impl Paired {
    fn new(section: Section, texts: &PairingTexts<'_, '_>, user: &Resolved, taken: &mut Taken) -> Self {
        let certain = same(section, (texts.old, texts.new), user, taken);
        let old: Vec<usize> = texts.old.section(section).map(|(index, _)| index).collect();
        let new: Vec<usize> = texts.new.section(section).map(|(index, _)| index).collect();
        let old_stems: Vec<&Stems> = old.iter().map(|&i| &texts.old_stems[i]).collect();
        let new_stems: Vec<&Stems> = new.iter().map(|&j| &texts.new_stems[j]).collect();
        let candidates = candidates(&old_stems, &new_stems, &texts.weights);
        let is_free = |one: &&Scored| {
            let (i, j) = (old[one.old], new[one.new]);
            !taken.old[i] && !taken.new[j] && user.ruled_out.binary_search(&(i, j)).is_err()
        };
        let free = candidates.iter().filter(is_free).copied().collect();
        Self { section, old, new, certain, alike: Vec::new(), ranked: Vec::new(), free, candidates }
    }

    /// Whether it holds statements or duties. For paragraphs and names, having a little in common says nothing.
    pub(super) fn is_of_competence(&self) -> bool {
        is_of_competence(self.section)
    }

    /// How many pairs there could be at most.
    pub(super) fn most(&self) -> usize {
        self.old.len().min(self.new.len())
    }

    /// All pairs so far, as positions.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let first = |list: &[usize], all: &[usize]| all.binary_search(&list[0]).ok();
        let certain = self
            .certain
            .iter()
            .filter_map(move |one| Some((first(&one.old, &self.old)?, first(&one.new, &self.new)?)));
        certain.chain(self.alike.iter().map(|one| (one.old, one.new)))
    }

    /// Records all pairs so far.
    fn note(&self, made: &mut Made) {
        self.certain.iter().for_each(|link| made.add(&link.old, &link.new, SAME));
        for one in &self.alike {
            made.add(&[self.old[one.old]], &[self.new[one.new]], one.similarity);
        }
    }

    /// If nearly everything stayed as it was, two texts with similar phrasing that are about different things are not a
    /// pair.
    fn drop_pairs_alike_only_in_phrasing(&mut self, texts: &PairingTexts<'_, '_>) {
        let alike: u64 = self.alike.iter().map(|one| one.similarity).sum();
        let (certain, all) = (self.certain.len() as u64, (self.certain.len() + self.alike.len()) as u64);
        if (alike + SAME * certain).checked_div(all).is_some_and(|mean| mean >= LIGHTLY_EDITED) {
            let (old, new) = (&self.old, &self.new);
            let is_held = |one: &Ranked| texts.held(old[one.old], new[one.new]) >= HELD;
            self.alike.retain(|one| one.similarity >= SURE || is_held(one));
        }
    }

    /// The order of all pairs so far.
    fn alignment(&self, texts: &PairingTexts<'_, '_>) -> Alignment {
        let placed =
            |(i, j): (usize, usize)| Placed { old: i, new: j, tie: texts.tie(self.old[i], self.new[j]) };
        let pairs: Vec<Placed> = self.pairs().map(placed).collect();
        Alignment::new(&pairs, self.old.len(), self.new.len())
    }
}

/// Whether a section holds statements or duties.
pub(super) fn is_of_competence(section: Section) -> bool {
    section == Section::Duties || section.kind().is_some()
}

/// Which clues a round uses besides words and order.
#[derive(Clone, Copy, Debug)]
struct Use {
    siblings: bool,
    lists: bool,
}

/// The support for the pairs of one section in one round.
struct Context<'c, 't, 'a, 'd> {
    alignment: Alignment,
    clues: &'c Clues<'t, 'a, 'd>,
    made: &'c Made,
    uses: Use,
}

impl Context<'_, '_, '_, '_> {
    fn rank(&self, one: Scored, paired: &Paired) -> Ranked {
        let Scored { old, new, similarity } = one;
        let mut rank = similarity * 9 / 10;
        if self.alignment.reliability >= RELIABLE {
            let near = FAR.saturating_sub(self.alignment.distance(old, new));
            rank += ORDER * near / FAR * self.alignment.reliability / 1000;
        }
        let (i, j) = (paired.old[old], paired.new[new]);
        let (lists, siblings, made) = (&self.clues.lists, &self.clues.siblings, self.made);
        if self.uses.siblings && siblings.as_pair(i, j, made).is_some_and(|similarity| similarity >= ANCHOR) {
            rank += SIBLING;
        }
        if paired.section == Section::Duties {
            rank += TOPIC * lists.topic(i, j) / 1000;
            if self.uses.lists {
                rank += NEEDS * lists.needs(i, j, made) / 1000;
            }
        } else if self.uses.lists
            && let Some(same) = lists.same_duties(i, j, made)
        {
            rank = (rank + SAME_DUTIES * same / 1000).saturating_sub(SAME_DUTIES / 2);
        }
        Ranked { old, new, similarity, rank }
    }
}

/// Pairs the items of all sections, except those that are already linked. Statements come first, because what duties
/// list says a lot about them, and once more when it is known which duties belong together.
pub(super) fn pair(
    clues: &Clues<'_, '_, '_>,
    sections: &[Section],
    (user, links): (&Resolved, &[Link]),
    taken: &mut Taken,
) -> Vec<Paired> {
    let started = sections.iter().map(|&section| Paired::new(section, clues.texts, user, taken));
    let (mut duties, mut rest): (Vec<Paired>, Vec<Paired>) =
        started.partition(|one| one.section == Section::Duties);
    for one in rest.iter_mut().chain(&mut duties) {
        one.alike = anchors(one);
    }
    for siblings in [false, false, true] {
        settle(&mut rest, &duties, Use { siblings, lists: false }, links, clues);
    }
    let with_lists = Use { siblings: true, lists: true };
    settle(&mut duties, &rest, with_lists, links, clues);
    settle(&mut duties, &rest, with_lists, links, clues);
    if clues.lists.are_on_both_sides() {
        settle(&mut rest, &duties, with_lists, links, clues);
        settle(&mut duties, &rest, with_lists, links, clues);
    }
    rest.extend(duties);
    rest.iter_mut()
        .filter(|one| one.is_of_competence())
        .for_each(|one| one.drop_pairs_alike_only_in_phrasing(clues.texts));
    rest
}

/// One round: makes the best pairs of some sections, given what is known so far.
fn settle(sections: &mut [Paired], others: &[Paired], uses: Use, links: &[Link], clues: &Clues<'_, '_, '_>) {
    let (old, new) = (clues.texts.old.items.len(), clues.texts.new.items.len());
    let mut made = Made::nothing(old, new);
    for link in links {
        made.add(&link.old, &link.new, SAME);
    }
    sections.iter().chain(others).for_each(|one| one.note(&mut made));
    let uses = Use { lists: uses.lists && mapping_stayed(sections, &made, &clues.lists), ..uses };
    for one in sections {
        let context = Context { alignment: one.alignment(clues.texts), clues, made: &made, uses };
        let rank = |scored: &Scored| context.rank(*scored, one);
        let ranked: Vec<Ranked> = one.free.iter().map(rank).filter(|pair| pair.rank >= LEAST_RANK).collect();
        let all = one.candidates.iter().map(rank).collect();
        one.alike = assign(ranked, one.old.len(), one.new.len());
        one.ranked = all;
    }
}

/// Whether what duties list has stayed the same in the pairs known so far, so that it says something about the rest.
/// For two duties, it is assumed to say something until the opposite is shown.
fn mapping_stayed(sections: &[Paired], made: &Made, lists: &Lists<'_, '_, '_>) -> bool {
    let is_of_duties = sections.iter().all(|one| one.section == Section::Duties);
    let shares = sections.iter().flat_map(|one| {
        one.pairs().filter_map(move |(old, new)| {
            let (i, j) = (one.old[old], one.new[new]);
            let share =
                if is_of_duties { Some(lists.needs(i, j, made)) } else { lists.same_duties(i, j, made) };
            Some((made.as_pair(i, j)?, share))
        })
    });
    lists.has_mapping_stayed_the_same(shares).unwrap_or(is_of_duties)
}

/// Pairs that are so similar that they need no context.
fn anchors(paired: &Paired) -> Vec<Ranked> {
    let alike = paired.free.iter().filter(|one| one.similarity >= ANCHOR);
    let ranked =
        alike.map(|&Scored { old, new, similarity }| Ranked { old, new, similarity, rank: similarity });
    assign(ranked.collect(), paired.old.len(), paired.new.len())
}

/// Greedily, the best first. Ties go to the earlier items, in a way that does not depend on which
/// side is the old one.
fn assign(mut ranked: Vec<Ranked>, old: usize, new: usize) -> Vec<Ranked> {
    ranked.sort_unstable_by_key(|one| (std::cmp::Reverse(one.rank), one.old + one.new, one.old));
    let (mut old_taken, mut new_taken) = (vec![false; old], vec![false; new]);
    ranked.retain(|one| {
        let free = !old_taken[one.old] && !new_taken[one.new];
        if free {
            old_taken[one.old] = true;
            new_taken[one.new] = true;
        }
        free
    });
    ranked
}
