//! The one entry: two documents in, a comparison out.

use std::fmt;

use super::comparison::{Comparison, Which};
use super::overrides::{OverrideError, Overrides};
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
    let (old_side, new_side, not_stated) = super::sides::sides(old, new);
    let sections: Vec<_> =
        super::id::Section::ALL.into_iter().filter(|s| not_stated.iter().all(|(n, _)| n != s)).collect();
    let m = super::matching::matching(&old_side, &new_side, &sections, overrides)?;
    Ok(Comparison {
        old: old_side,
        new: new_side,
        facts: vec![],
        lists: vec![],
        counts: vec![],
        not_stated,
        pairs: m.pairs,
        unpaired: m.unpaired,
        possible_parts: m.possible_parts,
        changes: vec![],
        codes: vec![],
        reused: vec![],
        renumbering: vec![],
        mapping: Default::default(),
        consequences: vec![],
        narrative: None,
    })
}
