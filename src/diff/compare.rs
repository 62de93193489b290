//! The one entry: two documents in, a comparison out.

use std::fmt;

use super::comparison::{Comparison, Which};
use super::fingerprint::fingerprint_all;
use super::id::Section;
use super::matching::{Matching, matching};
use super::overrides::{OverrideError, Overrides};
use super::sides;
use super::{codes, covering, cut, fact_values, followed, tell_facts, tell_items, tell_mapping};
use crate::model::{Document, Standard};

/// Two documents cannot be compared as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// One is an occupational map, which has no statements to follow.
    NoStandard(Which),
    /// A pairing that the reviewer gave does not fit the documents.
    Override(OverrideError),
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
            Self::Override(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CompareError {}

impl From<OverrideError> for CompareError {
    fn from(error: OverrideError) -> Self {
        Self::Override(error)
    }
}

/// Compares two standards.
///
/// # Errors
/// If a document is no standard, or if a pairing that the reviewer gave does not fit them.
pub fn compare<'d>(
    old: &'d Document<'_>,
    new: &'d Document<'_>,
    overrides: &Overrides,
) -> Result<Comparison<'d>, CompareError> {
    compare_standards(standard(old, Which::Old)?, standard(new, Which::New)?, overrides)
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
    overrides: &Overrides,
) -> Result<Comparison<'d>, CompareError> {
    let (mut old_side, mut new_side, not_stated) = sides::sides(old, new, Default::default());
    let is_compared = |section: &Section| not_stated.iter().all(|(other, _)| other != section);
    let sections: Vec<Section> = Section::ALL.into_iter().filter(is_compared).collect();
    let mut found = matching(&old_side, &new_side, &sections, overrides)?;
    let (of_old, of_new, behind_cut) = cut::limits(&old_side, &new_side, &found.pairs);
    if !behind_cut.is_empty() {
        (old_side, new_side, _) = sides::sides(old, new, (of_old, of_new));
        found = matching(&old_side, &new_side, &sections, overrides)?;
    }
    let Matching { mut pairs, unpaired, possible_parts } = found;
    let mapping = followed::mapping(&old_side, &new_side, &pairs, &sections);
    tell_items::settle(&mut pairs, &old_side, &new_side);
    followed::mark(&mut pairs, &mapping);
    let codes = codes::lines(&old_side, &new_side, &pairs);
    let mut comparison = Comparison {
        facts: fact_values::facts(old, new),
        lists: fact_values::lists(old, new),
        counts: tell_items::counts(&sections, &old_side, &new_side, &pairs),
        reused: codes::reused(&old_side, &new_side, &pairs),
        renumbering: codes::ranges(&codes, &pairs),
        narrative: covering::narrative((old, &old_side), (new, &new_side), &not_stated),
        old: old_side,
        new: new_side,
        not_stated,
        behind_cut,
        pairs,
        unpaired,
        possible_parts,
        changes: Vec::new(),
        codes,
        mapping,
        consequences: Vec::new(),
    };
    tell(&mut comparison, &sections);
    Ok(comparison)
}

/// Fills in the changes and what follows from them.
fn tell(comparison: &mut Comparison<'_>, sections: &[Section]) {
    let sides = (&comparison.old, &comparison.new);
    let pairs = &comparison.pairs;
    let gaps = followed::gaps(sides.0, sides.1, pairs, sections);
    let mut changes = tell_facts::facts(&comparison.facts, &comparison.lists);
    changes.extend(tell_facts::sections(&comparison.not_stated, &comparison.mapping));
    for &section in sections {
        changes.extend(tell_items::section(section, sides, pairs));
    }
    changes.extend(tell_items::reused(&comparison.reused, sides.0, sides.1));
    changes.extend(tell_mapping::mapping(&comparison.mapping, &gaps, pairs, sides.1));
    fingerprint_all(&mut changes, sides.0, sides.1);
    let grounds = tell_mapping::Grounds {
        old: sides.0,
        new: sides.1,
        facts: &comparison.facts,
        unpaired: &comparison.unpaired,
        pairs,
        reused: &comparison.reused,
        gaps: &gaps,
    };
    comparison.consequences = tell_mapping::consequences(&grounds);
    comparison.changes = changes;
}
