//! What a reviewer should look at in the pairing, in words.

use super::evidence::evidence;
use super::lookup::Lookup;
use super::report::DiffReport;
use crate::diff::{Band, ItemRef, Row};

/// A pairing to look at: its codes, and the evidence for and against it.
pub(in crate::report) fn checks(report: &DiffReport<'_>, lookup: &Lookup<'_>) -> Vec<(String, String)> {
    let pairs = report.comparison.pairs.iter().enumerate();
    let doubtful = pairs.filter(|(_, pair)| pair.band == Band::Check);
    doubtful
        .map(|(index, pair)| (lookup.codes(Row::Pair(index)), evidence(report.comparison, pair)))
        .collect()
}

/// Leftovers that a part of a pair may have gone into or come from, one sentence each.
pub(in crate::report) fn possible_parts(report: &DiffReport<'_>, lookup: &Lookup<'_>) -> Vec<String> {
    let parts = report.comparison.possible_parts.iter();
    parts
        .map(|part| {
            let name = report.comparison.item(part.item).subject();
            let codes = lookup.codes(Row::Pair(part.pair));
            match part.item {
                ItemRef::Old(_) => format!("{codes}: part of it may have come from old {name}."),
                ItemRef::New(_) => format!("{codes}: part of it may have gone into new {name}."),
            }
        })
        .collect()
}

/// What the user said about the pairing, one sentence each.
pub(in crate::report) fn user_pairs(report: &DiffReport<'_>) -> Vec<String> {
    let user_pairs = &report.comparison.user_pairs;
    let lists = [(user_pairs.pairs(), "Paired"), (user_pairs.ruled_out(), "Not paired")];
    lists
        .into_iter()
        .filter(|(pairs, _)| !pairs.is_empty())
        .map(|(pairs, said)| {
            let list: Vec<String> = pairs.iter().map(|(old, new)| format!("{old} = {new}")).collect();
            format!("{said} as you asked: {}.", list.join(", "))
        })
        .collect()
}
