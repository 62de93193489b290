//! Siblings: in some standards, the knowledge and the skill with the same number are about one thing. There, which
//! statement became which for one says something about the other.

use super::made::Made;
use super::score::shared_content;
use super::texts::PairingTexts;
use crate::diff::item::{Section, Side};
use crate::diff::text::{StemWeights, Stems};
use crate::model::Kind;

/// The kinds that go together.
const COUPLES: [(Kind, Kind); 2] =
    [(Kind::Knowledge, Kind::Skill), (Kind::TechnicalKnowledge, Kind::TechnicalSkill)];
/// Fewer couples than this say nothing.
const FEW: usize = 8;
/// With more than this, finding out costs more than it is worth.
const MANY: usize = 300;
/// At least one in this many couples has to be about one thing, in both documents.
const COHERENT: usize = 3;

/// For each item, the item of the other kind with the same number, if that means something in these documents.
#[derive(Debug)]
pub(super) struct Siblings {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Siblings {
    pub(super) fn of(texts: &PairingTexts<'_, '_>) -> Self {
        let (mut old, mut new) = (vec![None; texts.old.items.len()], vec![None; texts.new.items.len()]);
        for kinds in COUPLES {
            let (in_old, in_new) = (couples(texts.old, kinds), couples(texts.new, kinds));
            if cohere(&in_old, (texts.old, kinds.1), &texts.old_stems, &texts.weights)
                && cohere(&in_new, (texts.new, kinds.1), &texts.new_stems, &texts.weights)
            {
                join(&mut old, &in_old);
                join(&mut new, &in_new);
            }
        }
        Self { old, new }
    }

    /// The siblings of two items, if both have one.
    pub(super) fn of_pair(&self, old: usize, new: usize) -> Option<(usize, usize)> {
        Some((self.old[old]?, self.new[new]?))
    }

    /// How similar the siblings of two items are as a pair; none if they are not a pair.
    pub(super) fn as_pair(&self, old: usize, new: usize, made: &Made) -> Option<u64> {
        self.of_pair(old, new).and_then(|(old, new)| made.as_pair(old, new))
    }

    /// Whether the sibling of one of two items is surely paired with something other than the sibling of the other.
    pub(super) fn disagree(&self, old: usize, new: usize, made: &Made) -> bool {
        self.of_pair(old, new).is_some_and(|(old, new)| made.is_elsewhere(old, new))
    }
}

/// The statements of two kinds with the same number.
fn couples(side: &Side<'_>, (one, other): (Kind, Kind)) -> Vec<(usize, usize)> {
    let numbered = |kind: Kind| {
        let items = side.section(Section::Statements(kind));
        let mut found: Vec<(u32, usize)> =
            items.filter_map(|(index, item)| Some((item.code?.number, index))).collect();
        found.sort_unstable();
        found.dedup_by_key(|(number, _)| *number);
        found
    };
    let others = numbered(other);
    let with_other = |(number, index): (u32, usize)| {
        let at = others.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        Some((index, others[at].1))
    };
    numbered(one).into_iter().filter_map(with_other).collect()
}

/// Whether enough couples are about one thing: no other statement of the second kind shares more with the first.
fn cohere(
    couples: &[(usize, usize)],
    (side, other): (&Side<'_>, Kind),
    stems: &[Stems],
    weights: &StemWeights,
) -> bool {
    if couples.len() < FEW || couples.len() > MANY {
        return false;
    }
    let others: Vec<usize> = side.section(Section::Statements(other)).map(|(index, _)| index).collect();
    let is_closest = |(one, sibling): &&(usize, usize)| {
        let shared = |other: usize| shared_content(&stems[*one], &stems[other], weights);
        let own = shared(*sibling);
        own > 0 && others.iter().all(|&other| shared(other) <= own)
    };
    COHERENT * couples.iter().filter(is_closest).count() >= couples.len()
}

fn join(siblings: &mut [Option<usize>], couples: &[(usize, usize)]) {
    for &(one, other) in couples {
        siblings[one] = Some(other);
        siblings[other] = Some(one);
    }
}
