//! The order in which a report shows the items of a section: that of the new document, removed ones
//! behind their old neighbour; a split or a merge is one row.

use crate::diff::{Change, Comparison, Place, Section, Unpaired};

/// A row of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Row {
    /// An index into [`Comparison::pairs`].
    Pair(usize),
    /// A new item, as an index into [`Comparison::unpaired`].
    Added(usize),
    /// An old item, as an index into [`Comparison::unpaired`].
    Removed(usize),
}

/// A comparison and where to find what belongs to an item, without looking through everything.
#[derive(Debug)]
pub(in crate::report) struct Lookup<'a> {
    /// The comparison.
    pub(in crate::report) comparison: &'a Comparison<'a>,
    old: Vec<Option<Row>>,
    new: Vec<Option<Row>>,
    changes: Vec<Vec<usize>>,
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
        for (index, unpaired) in comparison.unpaired.iter().enumerate() {
            match unpaired.place {
                Place::Old(item) => old[item] = Some(Row::Removed(index)),
                Place::New(item) => new[item] = Some(Row::Added(index)),
            }
        }
        let mut changes = vec![Vec::new(); comparison.pairs.len()];
        for (index, change) in comparison.changes.iter().enumerate() {
            if let Some(pair) = change.pair {
                changes[pair].push(index);
            }
        }
        Self { comparison, old, new, changes }
    }

    /// The row that an item stands in; none if its section is not compared.
    pub(in crate::report) fn row_of(&self, place: Place) -> Option<Row> {
        match place {
            Place::Old(item) => self.old[item],
            Place::New(item) => self.new[item],
        }
    }

    /// The changes of the pair at `pair` of [`Comparison::pairs`].
    pub(in crate::report) fn changes_of(&self, pair: usize) -> impl Iterator<Item = &'a Change<'a>> {
        self.changes[pair].iter().map(|&index| &self.comparison.changes[index])
    }

    /// The old and the new items of a row.
    pub(in crate::report) fn items(&self, row: Row) -> (&'a [usize], &'a [usize]) {
        let one = |index: usize| -> &'a Unpaired { &self.comparison.unpaired[index] };
        match row {
            Row::Pair(index) => {
                let pair = &self.comparison.pairs[index];
                (&pair.old, &pair.new)
            }
            Row::Added(index) => (&[], item_of(&one(index).place)),
            Row::Removed(index) => (item_of(&one(index).place), &[]),
        }
    }

    /// The codes, or names, of a row's items: `K34 + K35 → K43`, `– → K5`.
    pub(in crate::report) fn codes(&self, row: Row) -> String {
        let (old, new) = self.items(row);
        let names = |places: Vec<Place>| match places.as_slice() {
            [] => "–".to_owned(),
            places => {
                let names: Vec<String> =
                    places.iter().map(|&place| self.comparison.item(place).subject()).collect();
                names.join(" + ")
            }
        };
        let old = names(old.iter().map(|&item| Place::Old(item)).collect());
        let new = names(new.iter().map(|&item| Place::New(item)).collect());
        if old == new { new } else { format!("{old} → {new}") }
    }
}

fn item_of(place: &Place) -> &[usize] {
    let (Place::Old(item) | Place::New(item)) = place;
    std::slice::from_ref(item)
}

/// The rows of a section. A pair stands where its first new item does, in the new item's section.
pub(in crate::report) fn rows(lookup: &Lookup<'_>, section: Section) -> Vec<Row> {
    let comparison = lookup.comparison;
    let mut keyed: Vec<((usize, usize), Row)> = Vec::new();
    for (item, _) in comparison.new.section(section) {
        let first = |row: &Row| lookup.items(*row).1.first() == Some(&item);
        if let Some(row) = lookup.row_of(Place::New(item)).filter(first) {
            keyed.push(((item + 1, 0), row));
        }
    }
    let mut neighbour = 0;
    for (item, _) in comparison.old.section(section) {
        match lookup.row_of(Place::Old(item)) {
            Some(Row::Pair(pair)) if comparison.pairs[pair].section == section => {
                neighbour = comparison.pairs[pair].new.first().map_or(neighbour, |new| new + 1);
            }
            Some(row @ Row::Removed(_)) => keyed.push(((neighbour, item + 1), row)),
            _ => {}
        }
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, row)| row).collect()
}
