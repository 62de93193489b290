//! What differs between two out of several documents, without what stays the same.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::{CauseLine, ConsequenceLine, SectionCounts, causes, consequence_line, counts};
use super::{changes, pairs, parts};
use crate::diff::{Category, FactChange};
use crate::report::diff::DiffReport;

/// What differs, and what follows from it.
#[derive(Serialize)]
pub(in crate::report) struct Differences<'a> {
    category: Option<&'static str>,
    verdict: String,
    reasons: Vec<CauseLine>,
    counts: BTreeMap<&'static str, SectionCounts>,
    facts: Vec<parts::FactLine<'a>>,
    lists: Vec<parts::List<'a>>,
    changes: Vec<changes::ChangeLine<'a>>,
    renumbering: Vec<pairs::Range>,
    consequences: Vec<ConsequenceLine>,
}

/// What differs in a comparison.
pub(in crate::report) fn differences<'a>(report: &DiffReport<'a>) -> Differences<'a> {
    let comparison = report.comparison;
    let facts = comparison.facts.iter().filter(|fact| fact.change != FactChange::Same);
    let lists = comparison.lists.iter().filter(|list| list.change != FactChange::Same);
    Differences {
        category: report.category().map(Category::name),
        verdict: report.headline(),
        reasons: causes(comparison),
        counts: counts(comparison),
        facts: facts.map(parts::fact).collect(),
        lists: lists.map(parts::list).collect(),
        changes: comparison.changes.iter().map(|change| changes::change(comparison, change)).collect(),
        renumbering: comparison.renumbering.iter().map(pairs::range).collect(),
        consequences: comparison.consequences.iter().map(|one| consequence_line(comparison, one)).collect(),
    }
}
