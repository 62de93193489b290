//! Which texts a row shows, and how significant it is: the same decisions in every report.

use super::lookup::Lookup;
use super::report::{DiffReport, REDLINE_FROM};
use crate::diff::{
    Category, Change, ChangeId, Item, ItemRef, Outcome, Pair, PairedBy, Row, highest_category,
};

/// How the texts of a row are shown.
#[derive(Clone, Debug)]
pub(in crate::report) enum RowTexts<'a> {
    /// Word by word: the change has the words.
    Redline(&'a Change<'a>),
    /// As whole texts, because there is only one side, or because the two have little in common.
    Whole {
        /// The old items.
        old: Vec<&'a Item<'a>>,
        /// The new items.
        new: Vec<&'a Item<'a>>,
    },
}

/// The texts of a row.
pub(in crate::report) fn texts<'a>(lookup: &Lookup<'a>, row: Row) -> RowTexts<'a> {
    let comparison = lookup.comparison;
    if let Row::Pair(index) = row {
        let alike = comparison.pairs[index].score >= REDLINE_FROM;
        let reworded = lookup.changes_of(index).find(|change| is_wording(change));
        if let Some(change) = reworded.filter(|_| alike) {
            return RowTexts::Redline(change);
        }
    }
    let (old, new) = lookup.items(row);
    RowTexts::Whole {
        old: old.iter().map(|&item| comparison.item(ItemRef::Old(item))).collect(),
        new: new.iter().map(|&item| comparison.item(ItemRef::New(item))).collect(),
    }
}

/// Whether a change says how the words of a pair differ.
fn is_wording(change: &Change<'_>) -> bool {
    matches!(change.id, ChangeId::Item(..) | ChangeId::KindChanged) && !change.words.is_empty()
}

/// Whether a row is shown in full; others have the same words on both sides and are only counted.
pub(in crate::report) fn is_shown(report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) -> bool {
    let Row::Pair(index) = row else { return true };
    let pair = &report.comparison.pairs[index];
    match pair.outcome {
        Outcome::Moved if pair.section.is_of_map() => true,
        Outcome::Reworded | Outcome::Split | Outcome::Merged | Outcome::KindChanged => true,
        Outcome::Unchanged | Outcome::Renumbered | Outcome::Moved => {
            report.options.typography && lookup.changes_of(index).any(|change| change.id.is_hidden())
        }
    }
}

/// The category that a row proposes, or `None` if it has no change that warrants one.
pub(in crate::report) fn category(lookup: &Lookup<'_>, row: Row) -> Option<Category> {
    highest_category(lookup.changes_of_row(row))
}

/// How alike the sides of a row are, if its words differ and it was paired by that: `84% alike`.
pub(in crate::report) fn similarity(pair: &Pair) -> Option<String> {
    let differs = pair.facets.words || pair.is_group();
    let what = if pair.paired_by == PairedBy::Contents { "of its contents are the same" } else { "alike" };
    differs.then(|| format!("{}% {what}", pair.score.percent()))
}
