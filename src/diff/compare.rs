//! The one entry point: two documents in, a comparison out.
//!
//! Each step gives a value that the next ones read: the two sides, the pairing, the mapping followed through it, the
//! differences, the proposed categories. Nothing is filled in later.

use std::fmt;

use super::changes::{self, Change, Difference, Grounds};
use super::classify::Categories;
use super::comparison::Comparison;
use super::facts::{self, Fact, ListedValues};
use super::item::{Limit, Sides, Which};
use super::map;
use super::mapping::{self, Gaps, MappingMatrix};
use super::narrative::{self, Narrative};
use super::overall::overall;
use super::pairing::{self, BeyondCut, CodeReuse, Pair, Pairing, UserPairError, UserPairs, pair_items};
use crate::model::{Document, OccupationalMap, Standard};

/// Why two documents cannot be compared as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// This document is an occupational map, and the other is a standard.
    NotAStandard(Which),
    /// A pair given by the user does not fit the documents.
    UserPair(UserPairError),
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAStandard(Which::Old) => {
                write!(f, "the old document is an occupational map, the new one a standard")
            }
            Self::NotAStandard(Which::New) => {
                write!(f, "the new document is an occupational map, the old one a standard")
            }
            Self::UserPair(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CompareError {}

impl From<UserPairError> for CompareError {
    fn from(error: UserPairError) -> Self {
        Self::UserPair(error)
    }
}

/// What the user chose for a comparison.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The pairs that the user asks for or rules out.
    pub user_pairs: UserPairs,
    /// The category that each change proposes.
    pub categories: Categories,
}

/// Compares two standards, or two occupational maps.
///
/// # Errors
/// If only one document is a standard, or if a pair given by the user does not fit them.
pub fn compare<'d>(
    old: &'d Document<'_>,
    new: &'d Document<'_>,
    choices: &Choices,
) -> Result<Comparison<'d>, CompareError> {
    match (old, new) {
        (Document::Standard(old), Document::Standard(new)) => compare_standards(old, new, choices),
        (Document::Map(old), Document::Map(new)) => compare_maps(old, new, choices),
        (Document::Map(_), Document::Standard(_)) => Err(CompareError::NotAStandard(Which::Old)),
        (Document::Standard(_), Document::Map(_)) => Err(CompareError::NotAStandard(Which::New)),
    }
}

fn compare_standards<'d>(
    old: &'d Standard<'_>,
    new: &'d Standard<'_>,
    choices: &Choices,
) -> Result<Comparison<'d>, CompareError> {
    let (sides, pairing, beyond_cut) = paired(old, new, &choices.user_pairs)?;
    let (facts, lists) = (facts::facts(old, new), facts::lists(old, new));
    let narrative = narrative::narrative((old, &sides.old), (new, &sides.new), &sides.not_stated);
    Ok(whole(Paired { sides, pairing, beyond_cut, facts, lists, narrative }, choices))
}

fn compare_maps<'d>(
    old: &'d OccupationalMap<'_>,
    new: &'d OccupationalMap<'_>,
    choices: &Choices,
) -> Result<Comparison<'d>, CompareError> {
    let sides = map::sides(old, new);
    let pairing = map::settled(pair_items(&sides, &choices.user_pairs)?, &sides);
    let facts = map::facts(old, new);
    let lists = map::options(old, new, &sides, &pairing.pairs).into_iter().collect();
    Ok(whole(Paired { sides, pairing, beyond_cut: Vec::new(), facts, lists, narrative: None }, choices))
}

/// Two documents whose items are paired, and what else they state.
struct Paired<'d> {
    sides: Sides<'d>,
    pairing: Pairing,
    beyond_cut: Vec<BeyondCut>,
    facts: Vec<Fact>,
    lists: Vec<ListedValues>,
    narrative: Option<Narrative<'d>>,
}

/// The comparison of two documents whose items are paired.
fn whole<'d>(paired: Paired<'d>, choices: &Choices) -> Comparison<'d> {
    let Paired { sides, pairing, beyond_cut, facts, lists, narrative } = paired;
    let Pairing { pairs, unpaired, possible_pairs, possible_parts } = pairing;
    let mapping = mapping::follow(&sides, &pairs);
    let gaps = mapping::gaps(&sides, &pairs);
    let codes = pairing::lines(&sides.old, &sides.new, &pairs);
    let reused = pairing::reused(&sides.old, &sides.new, &pairs);
    let found = StepResults {
        facts: &facts,
        lists: &lists,
        pairs: &pairs,
        reused: &reused,
        mapping: &mapping,
        gaps: &gaps,
    };
    let changes = classified(differences(&sides, &found), &sides, &choices.categories);
    let grounds = Grounds {
        sides: &sides,
        facts: &facts,
        unpaired: &unpaired,
        pairs: &pairs,
        reused: &reused,
        gaps: &gaps,
        changes: &changes,
        is_cut: !beyond_cut.is_empty(),
    };
    let consequences = changes::consequences(&grounds);
    Comparison {
        counts: pairing::counts(&sides, &pairs),
        renumbering: pairing::ranges(&codes, &pairs),
        overall: overall(&changes, narrative.is_some()),
        user_pairs: choices.user_pairs.clone(),
        old: sides.old,
        new: sides.new,
        not_stated: sides.not_stated,
        facts,
        lists,
        beyond_cut,
        pairs,
        unpaired,
        possible_pairs,
        possible_parts,
        changes,
        codes,
        reused,
        mapping,
        consequences,
        narrative,
    }
}

/// The two sides and their pairing. If one document is cut off, the other is compared only up to that point.
fn paired<'d>(
    old: &'d Standard<'_>,
    new: &'d Standard<'_>,
    user_pairs: &UserPairs,
) -> Result<(Sides<'d>, Pairing, Vec<BeyondCut>), UserPairError> {
    let whole = Sides::of(old, new, (Limit::default(), Limit::default()));
    let pairing = pair_items(&whole, user_pairs)?;
    let (of_old, of_new, beyond_cut) = pairing::limits(&whole.old, &whole.new, &pairing.pairs);
    if beyond_cut.is_empty() {
        return Ok((whole, pairing, beyond_cut));
    }
    let sides = Sides::of(old, new, (of_old, of_new));
    let pairing = pair_items(&sides, user_pairs)?;
    Ok((sides, pairing, beyond_cut))
}

/// What the steps have found about the two sides.
struct StepResults<'f> {
    facts: &'f [Fact],
    lists: &'f [ListedValues],
    pairs: &'f [Pair],
    reused: &'f [CodeReuse],
    mapping: &'f MappingMatrix,
    gaps: &'f Gaps,
}

/// All differences, in the order in which reports list them.
fn differences<'d>(sides: &Sides<'d>, found: &StepResults<'_>) -> Vec<Difference<'d>> {
    let both = (&sides.old, &sides.new);
    let mut all = changes::of_facts(found.facts, found.lists);
    all.extend(changes::of_unstated_sections(&sides.not_stated, found.mapping));
    all.extend(sides.sections.iter().flat_map(|section| changes::of_section(*section, both, found.pairs)));
    all.extend(changes::reused(found.reused, both.0, both.1));
    all.extend(changes::of_mapping(found.mapping, found.gaps, found.pairs, both));
    all
}

/// The differences as changes: each with its fingerprint and the category that it proposes.
fn classified<'d>(
    differences: Vec<Difference<'d>>,
    sides: &Sides<'d>,
    categories: &Categories,
) -> Vec<Change<'d>> {
    let fingerprints = changes::fingerprints(&differences, sides);
    let change = |(difference, fingerprint): (Difference<'d>, _)| {
        let proposal = categories.of(difference.id);
        difference.change(proposal, fingerprint)
    };
    differences.into_iter().zip(fingerprints).map(change).collect()
}
