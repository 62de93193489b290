//! What every part of a page is made from.

use maud::Markup;

use crate::diff::{Band, Change, ItemRef, Outcome, Row, Section};
use crate::report::diff::{DiffReport, Lookup};

/// What every part of the page is made from.
pub(super) struct Page<'a> {
    pub(super) report: &'a DiffReport<'a>,
    pub(super) lookup: Lookup<'a>,
    /// What the ids of this comparison begin with, if it is one of several on the page. Then only what differs is
    /// shown.
    pub(super) id_prefix: Option<&'a str>,
}

impl<'a> Page<'a> {
    pub(super) fn new(report: &'a DiffReport<'a>, id_prefix: Option<&'a str>) -> Self {
        Self { report, lookup: Lookup::new(report.comparison), id_prefix }
    }

    /// Where an item is on the page, as the value of an `id`.
    pub(super) fn anchor(&self, item: ItemRef) -> String {
        let id_prefix = self.id_prefix.unwrap_or_default();
        match item {
            ItemRef::Old(index) => format!("{id_prefix}o{index}"),
            ItemRef::New(index) => format!("{id_prefix}n{index}"),
        }
    }

    /// Whether the page has a row for an item.
    pub(super) fn shows(&self, item: ItemRef) -> bool {
        let row: Option<Row> = self.lookup.row_of(item);
        row.is_some_and(|row| self.id_prefix.is_none() || !self.says_the_same(row))
    }

    /// An old item as what it is now, or otherwise as it was.
    pub(super) fn now(&self, old: usize) -> ItemRef {
        let pair = match self.lookup.row_of(ItemRef::Old(old)) {
            Some(Row::Pair(index)) => self.report.comparison.pairs[index].new.first(),
            _ => None,
        };
        pair.map_or(ItemRef::Old(old), |&new| ItemRef::New(new))
    }

    /// Whether both documents state a section; what only one states was neither added nor removed.
    pub(super) fn compares(&self, section: Section) -> bool {
        self.report.comparison.not_stated.iter().all(|(silent, _)| *silent != section)
    }

    /// Whether a row has nothing to read: its words are the same, and its pairing is beyond doubt.
    pub(super) fn says_the_same(&self, row: Row) -> bool {
        let Row::Pair(index) = row else { return false };
        let pair = &self.report.comparison.pairs[index];
        let is_same_place = !pair.section.is_of_map() || !pair.facets.moved;
        let plain = is_same_place
            && matches!(pair.outcome, Outcome::Unchanged | Outcome::Renumbered | Outcome::Moved);
        plain && !pair.facets.words && pair.band != Band::Check && self.words_of(index).is_none()
    }

    /// The change that says how the words of a pair differ, if they should be shown.
    pub(super) fn words_of(&self, index: usize) -> Option<&'a Change<'a>> {
        let shown = |change: &&Change<'_>| !change.id.is_hidden() || self.report.options.typography;
        self.lookup.changes_of(index).filter(shown).find(|change| !change.words.is_empty())
    }
}

/// A part of the page that the contents list.
pub(super) struct PagePart {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) body: Markup,
}

/// What is in the cells of a row of changes.
pub(super) struct Cells {
    pub(super) name: Markup,
    pub(super) change: Markup,
    pub(super) old: Markup,
    pub(super) new: Markup,
}
