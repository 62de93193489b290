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
use super::mapping::{self, Gaps, MappingMatrix};
use super::narrative;
use super::overall::overall;
use super::pairing::{self, BehindCut, CodeReuse, Pair, Pairing, UserPairError, UserPairs, pair_items};
use crate::model::{Document, Standard};

/// Why two documents cannot be compared as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// One is an occupational map, which has no statements to follow.
    NoStandard(Which),
    /// A pair of the user does not fit the documents.
    UserPair(UserPairError),
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStandard(Which::Old) => {
                write!(f, "the old document is an occupational map, not a standard")
            }
            Self::NoStandard(Which::New) => {
                write!(f, "the new document is an occupational map, not a standard")
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

/// Compares two standards.
///
/// # Errors
/// If a document is no standard, or if a pair of the user does not fit them.
pub fn compare<'d>(
    old: &'d Document<'_>,
    new: &'d Document<'_>,
    choices: &Choices,
) -> Result<Comparison<'d>, CompareError> {
    compare_standards(standard(old, Which::Old)?, standard(new, Which::New)?, choices)
}

fn standard<'d, 's>(document: &'d Document<'s>, which: Which) -> Result<&'d Standard<'s>, CompareError> {
    match document {
        Document::Standard(standard) => Ok(standard),
        Document::Map(_) => Err(CompareError::NoStandard(which)),
    }
}

fn compare_standards<'d>(
    old: &'d Standard<'_>,
    new: &'d Standard<'_>,
    choices: &Choices,
) -> Result<Comparison<'d>, CompareError> {
    let (sides, pairing, behind_cut) = paired(old, new, &choices.user_pairs)?;
    let Pairing { pairs, unpaired, possible_pairs, possible_parts } = pairing;
    let mapping = mapping::follow(&sides, &pairs);
    let gaps = mapping::gaps(&sides, &pairs);
    let (facts, lists) = (facts::facts(old, new), facts::lists(old, new));
    let codes = pairing::lines(&sides.old, &sides.new, &pairs);
    let reused = pairing::reused(&sides.old, &sides.new, &pairs);
    let narrative = narrative::narrative((old, &sides.old), (new, &sides.new), &sides.not_stated);
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
    };
    let consequences = changes::consequences(&grounds);
    Ok(Comparison {
        counts: pairing::counts(&sides, &pairs),
        renumbering: pairing::ranges(&codes, &pairs),
        overall: overall(&changes, narrative.is_some()),
        user_pairs: choices.user_pairs.clone(),
        old: sides.old,
        new: sides.new,
        not_stated: sides.not_stated,
        facts,
        lists,
        behind_cut,
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
    })
}

/// The two sides and their pairing. Where one document breaks off, the other one is compared up to there.
fn paired<'d>(
    old: &'d Standard<'_>,
    new: &'d Standard<'_>,
    user_pairs: &UserPairs,
) -> Result<(Sides<'d>, Pairing, Vec<BehindCut>), UserPairError> {
    let whole = Sides::of(old, new, (Limit::default(), Limit::default()));
    let pairing = pair_items(&whole, user_pairs)?;
    let (of_old, of_new, behind_cut) = pairing::limits(&whole.old, &whole.new, &pairing.pairs);
    if behind_cut.is_empty() {
        return Ok((whole, pairing, behind_cut));
    }
    let sides = Sides::of(old, new, (of_old, of_new));
    let pairing = pair_items(&sides, user_pairs)?;
    Ok((sides, pairing, behind_cut))
}

/// What the steps have found of the two sides.
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
    all.extend(changes::of_silence(&sides.not_stated, found.mapping));
    all.extend(sides.sections.iter().flat_map(|section| changes::of_section(*section, both, found.pairs)));
    all.extend(changes::reused(found.reused, both.0, both.1));
    all.extend(changes::of_mapping(found.mapping, found.gaps, found.pairs, both.1));
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
