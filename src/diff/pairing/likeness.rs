//! Pairs the items of each section: first those that need no scoring, then by likeness, order and siblings.

use std::collections::BTreeMap;

use super::candidates::{Scored, candidates};
use super::certain::{Link, Resolved, Taken, same};
use super::order::{Alignment, Placed};
use super::score;
use crate::diff::item::{Section, Side};
use crate::diff::text::{StemWeights, Stems, digest, normalised};
use crate::model::Kind;

/// A pair needs at least this rank, in thousandths.
const LEAST_RANK: u64 = 340;
/// Pairs this much alike show where the others are to be expected.
const ANCHOR: u64 = 600;
/// What standing where it is to be expected adds to a rank …
const ORDER: u64 = 100;
/// … falling to nothing this many thousandths of a place away.
const FAR: u64 = 6000;
/// What being numbered like its sibling of the other kind adds to a rank.
const SIBLING: u64 = 100;
/// What needing the same statements adds to the rank of two duties.
const MAPPING: u64 = 150;
/// Below this reliability, in thousandths, order and siblings say nothing.
const RELIABLE: u64 = 500;
/// The number of sibling pairs below which siblings say nothing.
const FEW: usize = 4;

/// Both documents as they are compared.
#[derive(Debug)]
pub(super) struct PairingTexts<'a, 'd> {
    pub(super) old: &'a Side<'d>,
    pub(super) new: &'a Side<'d>,
    pub(super) old_stems: Vec<Stems>,
    pub(super) new_stems: Vec<Stems>,
    pub(super) weights: StemWeights,
    old_plain: Vec<String>,
    new_plain: Vec<String>,
    old_digests: Vec<u64>,
    new_digests: Vec<u64>,
}

impl<'a, 'd> PairingTexts<'a, 'd> {
    pub(super) fn new(old: &'a Side<'d>, new: &'a Side<'d>) -> Self {
        let plain = |side: &Side<'_>| side.items.iter().map(|item| normalised(item.text)).collect();
        let (old_plain, new_plain): (Vec<String>, Vec<String>) = (plain(old), plain(new));
        let digests = |plain: &[String]| plain.iter().map(|text| digest([text.as_str()])).collect();
        let (old_digests, new_digests) = (digests(&old_plain), digests(&new_plain));
        let texts = old_plain.iter().chain(&new_plain).map(String::as_str);
        let (weights, mut tokens) = StemWeights::of(texts);
        let new_stems = tokens.split_off(old.items.len());
        Self {
            old,
            new,
            old_stems: tokens,
            new_stems,
            weights,
            old_plain,
            new_plain,
            old_digests,
            new_digests,
        }
    }

    /// How alike two items are, in thousandths; the same words are, whatever stands between them.
    pub(super) fn similarity(&self, old: usize, new: usize) -> u64 {
        if self.says_the_same(old, new) {
            return score::SAME;
        }
        let found = score::similarity(&self.old_stems[old], &self.new_stems[new], &self.weights);
        found.min(score::SAME - 1)
    }

    /// Whether two items say the same but for typography.
    pub(super) fn says_the_same(&self, old: usize, new: usize) -> bool {
        self.old_plain[old] == self.new_plain[new]
    }

    /// A number for a pair of texts that is the same whichever is the old one.
    pub(super) fn tie(&self, old: usize, new: usize) -> u64 {
        (self.old_digests[old] ^ self.new_digests[new]) >> 40
    }
}

/// A pair that might be made, with what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) similarity: u64,
    pub(super) rank: u64,
}

/// One section while it is being paired. Positions are those in the section; all else are indices
/// into the sides.
#[derive(Debug)]
pub(super) struct Paired {
    pub(super) section: Section,
    /// The indices of the old items.
    pub(super) old: Vec<usize>,
    /// The indices of the new items.
    pub(super) new: Vec<usize>,
    /// Pairs that needed no scoring.
    pub(super) certain: Vec<Link>,
    /// Pairs by likeness, as positions.
    pub(super) alike: Vec<Ranked>,
    /// All that could have been made, as positions, also with items that were taken.
    pub(super) ranked: Vec<Ranked>,
    free: Vec<Scored>,
    candidates: Vec<Scored>,
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
            !taken.old[i] && !taken.new[j] && user.parted.binary_search(&(i, j)).is_err()
        };
        let free = candidates.iter().filter(is_free).copied().collect();
        Self { section, old, new, certain, alike: Vec::new(), ranked: Vec::new(), free, candidates }
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

    /// The order of all pairs so far.
    fn alignment(&self, texts: &PairingTexts<'_, '_>) -> Alignment {
        let placed =
            |(i, j): (usize, usize)| Placed { old: i, new: j, tie: texts.tie(self.old[i], self.new[j]) };
        let pairs: Vec<Placed> = self.pairs().map(placed).collect();
        Alignment::new(&pairs, self.old.len(), self.new.len())
    }
}

/// How much of what two duties need is the same, in thousandths, by their positions.
type Needs = BTreeMap<(usize, usize), u64>;

/// What speaks for pairs besides their words.
struct Context<'n> {
    alignment: Alignment,
    /// The new position of each old sibling, and how far that is to be trusted, in thousandths.
    siblings: Option<(Vec<Option<usize>>, u64)>,
    /// How much of what two duties need is the same, in thousandths, by their positions.
    needs: &'n Needs,
}

impl Context<'_> {
    fn rank(&self, one: Scored) -> Ranked {
        let Scored { old, new, similarity } = one;
        let mut rank =
            similarity * 9 / 10 + MAPPING * self.needs.get(&(old, new)).copied().unwrap_or(0) / 1000;
        if self.alignment.reliability >= RELIABLE {
            let near = FAR.saturating_sub(self.alignment.distance(old, new));
            rank += ORDER * near / FAR * self.alignment.reliability / 1000;
        }
        if let Some((siblings, trust)) = &self.siblings
            && siblings.get(old) == Some(&Some(new))
        {
            rank += SIBLING * trust / 1000;
        }
        Ranked { old, new, similarity, rank }
    }
}

/// Pairs the items of all sections. Duties come last, as the statements that they need say much
/// about them.
pub(super) fn pair(
    texts: &PairingTexts<'_, '_>,
    sections: &[Section],
    user: &Resolved,
    taken: &mut Taken,
) -> Vec<Paired> {
    let started = sections.iter().map(|&section| Paired::new(section, texts, user, taken));
    let (duties, rest): (Vec<Paired>, Vec<Paired>) = started.partition(|one| one.section == Section::Duties);
    let mut all = settle_all(rest, &Needs::new(), texts);
    let same = counterparts(&all, texts);
    for one in duties {
        let needs = needs(&one, &same, texts);
        all.extend(settle_all(vec![one], &needs, texts));
    }
    all
}

/// Pairs the items of sections that stand by each other.
fn settle_all(mut all: Vec<Paired>, needs: &Needs, texts: &PairingTexts<'_, '_>) -> Vec<Paired> {
    for one in &mut all {
        one.alike = anchors(one);
    }
    let trust: Vec<u64> = all.iter().map(|one| sibling_trust(one, &all)).collect();
    for _ in 0..2 {
        let contexts = all.iter().zip(&trust).map(|(one, &trust)| context(one, &all, (trust, needs), texts));
        let contexts: Vec<Context<'_>> = contexts.collect();
        for (one, context) in all.iter_mut().zip(contexts) {
            settle(one, &context);
        }
    }
    all
}

/// For each old item, the new one that it became.
fn counterparts(all: &[Paired], texts: &PairingTexts<'_, '_>) -> Vec<Option<usize>> {
    let mut new_of = vec![None; texts.old.items.len()];
    for one in all {
        for (i, j) in one.pairs() {
            new_of[one.old[i]] = Some(one.new[j]);
        }
    }
    new_of
}

/// How much of what the duties need is the same, once the statements are paired.
fn needs(duties: &Paired, new_of: &[Option<usize>], texts: &PairingTexts<'_, '_>) -> Needs {
    let mut needs = Needs::new();
    for one in &duties.candidates {
        let old = &texts.old.lists[duties.old[one.old]];
        let new = &texts.new.lists[duties.new[one.new]];
        let kept = old.iter().filter(|&&i| new_of[i].is_some_and(|j| new.contains(&j))).count();
        if kept > 0 {
            needs.insert((one.old, one.new), 2000 * kept as u64 / (old.len() + new.len()) as u64);
        }
    }
    needs
}

/// Pairs that are so much alike that they need no context.
fn anchors(paired: &Paired) -> Vec<Ranked> {
    let alike = paired.free.iter().filter(|one| one.similarity >= ANCHOR);
    let ranked =
        alike.map(|&Scored { old, new, similarity }| Ranked { old, new, similarity, rank: similarity });
    assign(ranked.collect(), paired.old.len(), paired.new.len())
}

fn context<'n>(
    one: &Paired,
    all: &[Paired],
    (trust, needs): (u64, &'n Needs),
    texts: &PairingTexts<'_, '_>,
) -> Context<'n> {
    let siblings = sibling(one.section, all).filter(|_| trust >= RELIABLE).map(|other| {
        let mut new_of = vec![None; other.old.len()];
        for (i, j) in other.pairs() {
            new_of[i] = Some(j);
        }
        (new_of, trust)
    });
    Context { alignment: one.alignment(texts), siblings, needs }
}

/// Makes the best pairs that the context gives.
fn settle(one: &mut Paired, context: &Context<'_>) {
    let ranked = one.free.iter().map(|&scored| context.rank(scored)).filter(|pair| pair.rank >= LEAST_RANK);
    one.alike = assign(ranked.collect(), one.old.len(), one.new.len());
    one.ranked = one.candidates.iter().map(|&scored| context.rank(scored)).collect();
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

/// The section that goes with this one: knowledge with skills.
fn sibling(section: Section, all: &[Paired]) -> Option<&Paired> {
    let kind = match section.kind()? {
        Kind::Knowledge => Kind::Skill,
        Kind::Skill => Kind::Knowledge,
        Kind::TechnicalKnowledge => Kind::TechnicalSkill,
        Kind::TechnicalSkill => Kind::TechnicalKnowledge,
        Kind::Behaviour | Kind::Employability => return None,
    };
    all.iter().find(|other| other.section == Section::Statements(kind))
}

/// How often, in thousandths, what is certain of this section and its sibling moved together.
fn sibling_trust(one: &Paired, all: &[Paired]) -> u64 {
    let Some(other) = sibling(one.section, all) else { return 0 };
    let theirs: BTreeMap<usize, usize> = other.pairs().collect();
    let both: Vec<bool> =
        one.pairs().filter_map(|(i, j)| theirs.get(&i).map(|&sibling| sibling == j)).collect();
    let together = both.iter().filter(|together| **together).count();
    if both.len() < FEW { 0 } else { 1000 * together as u64 / both.len() as u64 }
}
