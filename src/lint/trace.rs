//! What documents cite from a standard, for rules about citations.

use std::collections::{BTreeMap, BTreeSet};

use crate::citing::{Citable, Citation, Citations, CitingDocument};
use crate::model::{Code, Kind};

/// A document that cites, and what it cites.
#[derive(Debug)]
pub struct DocumentCitations<'a> {
    /// The document.
    pub document: CitingDocument<'a>,
    /// What it cites.
    pub citations: Citations<'a>,
    /// Whether it must have each knowledge statement and skill exactly once, because it is an assessment plan.
    pub is_plan: bool,
    /// The codes that it cites, either as codes or through the texts of statements.
    pub codes: BTreeSet<Code>,
}

impl<'a> DocumentCitations<'a> {
    /// A document that cites a standard.
    #[must_use]
    pub fn new(
        document: CitingDocument<'a>,
        citations: Citations<'a>,
        is_plan: bool,
        citable: &Citable<'_>,
    ) -> Self {
        let mut codes = Vec::new();
        for citation in citations.codes.iter().filter(|citation| citation.is_covered()) {
            match citation.last {
                Some(last) => codes.extend(citable.between(citation.first, last)),
                None => codes.push(citation.first),
            }
        }
        codes.extend(citations.quotes.iter().flat_map(|quote| quote.codes.iter().copied()));
        Self { document, citations, is_plan, codes: codes.into_iter().collect() }
    }
}

/// An earlier version of the standard that is cited.
#[derive(Debug)]
pub struct PastVersion<'a> {
    /// Its number: `1.1`.
    pub label: String,
    /// Its statements.
    pub citable: Citable<'a>,
    /// What each of its codes became, where that is a different code.
    pub became: BTreeMap<Code, Vec<Code>>,
}

/// A standard that documents cite.
#[derive(Debug)]
pub struct CitedStandard<'a> {
    /// The standard.
    pub citable: Citable<'a>,
    /// Its earlier versions that are available, the latest first.
    pub history: Vec<PastVersion<'a>>,
    /// The newest available version that is approved for delivery, if it is newer than the standard.
    pub newer: Option<String>,
}

impl CitedStandard<'_> {
    /// The codes of a citation; for a range, those that the standard has, and both ends.
    #[must_use]
    pub fn codes(&self, citation: &Citation<'_>) -> Vec<Code> {
        match citation.last {
            Some(last) => self.citable.between(citation.first, last),
            None => vec![citation.first],
        }
    }

    /// The codes of the standard of this kind, in order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = Code> + '_ {
        self.citable.statements().filter(move |(_, one)| one.kind == kind).map(|(code, _)| code)
    }

    /// Whether an assessment plan should name this code: a knowledge statement or a skill of the standard.
    #[must_use]
    pub fn is_assessed(&self, code: Code) -> bool {
        self.citable.statement(code).is_some_and(|one| one.kind.plain() != Kind::Behaviour)
    }
}

/// The codes that a document cites, which is what is kept of it.
#[derive(Debug)]
pub struct CitedCodes {
    /// The name of its file.
    pub name: String,
    /// Whether it is an assessment plan.
    pub is_plan: bool,
    /// The codes that it cites, either as codes or through the texts of statements.
    pub codes: BTreeSet<Code>,
}

/// The documents that cite one standard.
#[derive(Debug)]
pub struct Trace<'a> {
    /// The standard.
    pub standard: CitedStandard<'a>,
    /// The documents.
    pub cited: Vec<CitedCodes>,
    /// Whether these are all the documents that cite it. Only then is it reported what none of them cites.
    pub is_whole: bool,
    /// The share of the statements that must be cited, in per cent.
    pub min_coverage: Option<u8>,
}

impl Trace<'_> {
    /// How many statements the documents cite, and how many there are.
    #[must_use]
    pub fn coverage(&self) -> (usize, usize) {
        let (cited, citable) = (Self::cited_in(&self.cited), &self.standard.citable);
        let has = |(code, _): &(Code, _)| cited.contains(code);
        (citable.statements().filter(has).count(), citable.statements().count())
    }

    /// The codes that any of these documents cites, either as codes or through the texts of statements.
    #[must_use]
    pub fn cited_in<'c>(documents: impl IntoIterator<Item = &'c CitedCodes>) -> BTreeSet<Code> {
        let mut cited = BTreeSet::new();
        for one in documents {
            cited.extend(&one.codes);
        }
        cited
    }
}
