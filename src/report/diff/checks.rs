//! What a reviewer should look at in the pairing, in words.

use std::fmt::Write;

use super::words::paired_by_word;
use super::{DiffReport, Lookup, Row};
use crate::diff::{Band, Pair, Place};

/// A pairing to look at: its codes, and what speaks for and against it.
pub(in crate::report) fn checks(report: &DiffReport<'_>, lookup: &Lookup<'_>) -> Vec<(String, String)> {
    let pairs = report.comparison.pairs.iter().enumerate();
    let doubtful = pairs.filter(|(_, pair)| pair.band == Band::Check);
    doubtful.map(|(index, pair)| (lookup.codes(Row::Pair(index)), said(report, pair))).collect()
}

fn said(report: &DiffReport<'_>, pair: &Pair) -> String {
    let mut said = format!("{} % alike, paired by {}", pair.score.percent(), paired_by_word(pair.paired_by));
    if let Some(next) = pair.runner_up {
        let name = report.comparison.item(next.place).subject();
        let _infallible = write!(said, "; also like new {name}, {} %", next.score.percent());
    }
    said
}

/// Leftovers that a part of a pair may have gone into or come from, one sentence each.
pub(in crate::report) fn possible_parts(report: &DiffReport<'_>, lookup: &Lookup<'_>) -> Vec<String> {
    let parts = report.comparison.possible_parts.iter();
    parts
        .map(|part| {
            let name = report.comparison.item(part.place).subject();
            let codes = lookup.codes(Row::Pair(part.pair));
            match part.place {
                Place::Old(_) => format!("{codes}: a part may have come from old {name}."),
                Place::New(_) => format!("{codes}: a part may have gone into new {name}."),
            }
        })
        .collect()
}

/// What the reviewer said of the pairing, one sentence each.
pub(in crate::report) fn overrides(report: &DiffReport<'_>) -> Vec<String> {
    let lists = [(report.overrides.pairs(), "Paired"), (report.overrides.parted(), "Not paired")];
    lists
        .into_iter()
        .filter(|(pairs, _)| !pairs.is_empty())
        .map(|(pairs, said)| {
            let list: Vec<String> = pairs.iter().map(|(old, new)| format!("{old} = {new}")).collect();
            format!("{said} because you said so: {}.", list.join(", "))
        })
        .collect()
}
