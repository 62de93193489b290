//! Where to find what belongs to an item or a row of a report.

use std::collections::BTreeMap;

use crate::diff::{Change, ChangeId, Comparison, Event, ItemRef, Row};

/// A comparison and where to find what belongs to an item, without looking through everything.
#[derive(Debug)]
pub(in crate::report) struct Lookup<'a> {
    /// The comparison.
    pub(in crate::report) comparison: &'a Comparison<'a>,
    old: Vec<Option<Row>>,
    new: Vec<Option<Row>>,
    /// The changes of each pair.
    changes: Vec<Vec<usize>>,
    /// The change that says that an item was added or removed.
    alone: BTreeMap<ItemRef, usize>,
}

impl<'a> Lookup<'a> {
    /// Looks through the comparison once.
    pub(in crate::report) fn new(comparison: &'a Comparison<'a>) -> Self {
        let mut old = vec![None; comparison.old.items.len()];
        let mut new = vec![None; comparison.new.items.len()];
        for (index, pair) in comparison.pairs.iter().enumerate() {
            pair.old.iter().for_each(|&item| old[item] = Some(Row::Pair(index)));
            pair.new.iter().for_each(|&item| new[item] = Some(Row::Pair(index)));
        }
        for unpaired in &comparison.unpaired {
            match unpaired.item {
                ItemRef::Old(item) => old[item] = Some(Row::Removed(item)),
                ItemRef::New(item) => new[item] = Some(Row::Added(item)),
            }
        }
        let mut changes = vec![Vec::new(); comparison.pairs.len()];
        let mut alone = BTreeMap::new();
        for (index, change) in comparison.changes.iter().enumerate() {
            if let Some(pair) = change.pair {
                changes[pair].push(index);
            }
            match (change.id, change.old.as_slice(), change.new.as_slice()) {
                (ChangeId::Item(_, Event::Added), [], [item]) => alone.insert(ItemRef::New(*item), index),
                (ChangeId::Item(_, Event::Removed), [item], []) => alone.insert(ItemRef::Old(*item), index),
                _ => None,
            };
        }
        Self { comparison, old, new, changes, alone }
    }

    /// The row that an item is in, or `None` if its section is not compared.
    pub(in crate::report) fn row_of(&self, item: ItemRef) -> Option<Row> {
        match item {
            ItemRef::Old(item) => self.old[item],
            ItemRef::New(item) => self.new[item],
        }
    }

    /// The changes of the pair at `pair` of [`Comparison::pairs`].
    pub(in crate::report) fn changes_of(&self, pair: usize) -> impl Iterator<Item = &'a Change<'a>> {
        self.changes[pair].iter().map(|&index| &self.comparison.changes[index])
    }

    /// The changes of a row.
    pub(in crate::report) fn changes_of_row(&self, row: Row) -> impl Iterator<Item = &'a Change<'a>> {
        let pair = if let Row::Pair(index) = row { Some(index) } else { None };
        let alone = match row {
            Row::Pair(_) => None,
            Row::Added(item) => self.alone.get(&ItemRef::New(item)),
            Row::Removed(item) => self.alone.get(&ItemRef::Old(item)),
        };
        let alone = alone.map(|&index| &self.comparison.changes[index]);
        pair.into_iter().flat_map(|pair| self.changes_of(pair)).chain(alone)
    }

    /// The old and the new items of a row.
    pub(in crate::report) fn items(&self, row: Row) -> (Vec<usize>, Vec<usize>) {
        match row {
            Row::Pair(index) => {
                let pair = &self.comparison.pairs[index];
                (pair.old.clone(), pair.new.clone())
            }
            Row::Added(item) => (Vec::new(), vec![item]),
            Row::Removed(item) => (vec![item], Vec::new()),
        }
    }

    /// The codes, or names, of a row's items: `K34 + K35 → K43`, `– → K5`.
    pub(in crate::report) fn codes(&self, row: Row) -> String {
        let (old, new) = self.items(row);
        let old = self.names(old.into_iter().map(ItemRef::Old));
        let new = self.names(new.into_iter().map(ItemRef::New));
        if old == new { new } else { format!("{old} → {new}") }
    }

    fn names(&self, items: impl Iterator<Item = ItemRef>) -> String {
        let names: Vec<String> = items.map(|item| self.comparison.item(item).subject()).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(" + ") }
    }
}
