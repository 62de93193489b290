//! What a comparison proposes, its counts and its consequences.

use std::collections::BTreeMap;

use serde::Serialize;

use super::items::{ItemName, item_name};
use crate::diff::{Cause, Comparison, Consequence, Counts, SideCounts};
use crate::report::diff::consequence;

#[derive(Serialize)]
pub(super) struct CauseLine {
    id: String,
    count: usize,
    reason: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SectionCounts {
    old: usize,
    new: usize,
    unchanged: usize,
    renumbered: usize,
    reworded: usize,
    split: Both,
    merged: Both,
    moved: usize,
    kind_changed: Both,
    added: usize,
    removed: usize,
}

#[derive(Serialize)]
struct Both {
    old: usize,
    new: usize,
}

#[derive(Serialize)]
pub(super) struct ConsequenceLine {
    id: &'static str,
    message: String,
    items: Vec<ItemName>,
    facts: Vec<String>,
}

pub(super) fn causes(comparison: &Comparison<'_>) -> Vec<CauseLine> {
    let line = |cause: &Cause| CauseLine { id: cause.id.name(), count: cause.count, reason: cause.reason };
    comparison.overall.causes.iter().map(line).collect()
}

pub(super) fn counts(comparison: &Comparison<'_>) -> BTreeMap<&'static str, SectionCounts> {
    comparison.counts.iter().map(|one| (one.section.plural(), count(one))).collect()
}

fn count(one: &Counts) -> SectionCounts {
    let both = |tally: SideCounts| Both { old: tally.old, new: tally.new };
    SectionCounts {
        old: one.old,
        new: one.new,
        unchanged: one.unchanged,
        renumbered: one.renumbered,
        reworded: one.reworded,
        split: both(one.split),
        merged: both(one.merged),
        moved: one.moved,
        kind_changed: both(one.kind_changed),
        added: one.added,
        removed: one.removed,
    }
}

pub(super) fn consequence_line(comparison: &Comparison<'_>, one: &Consequence) -> ConsequenceLine {
    ConsequenceLine {
        id: one.id.name(),
        message: consequence(comparison, one).sentence,
        items: one.items.iter().map(|item| item_name(comparison, *item)).collect(),
        facts: one.fields.iter().map(|field| field.label().to_owned()).collect(),
    }
}
