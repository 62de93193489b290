//! Counts of outcomes, section by section.

use std::collections::BTreeMap;

use super::pair::{Outcome, Pair};
use crate::diff::item::{Section, Sides};

/// How many items of a section had each outcome. Every item is counted in one column:
/// `old` = unchanged + renumbered + moved + reworded + removed + `old` of split, merged and kind-changed,
/// `new` = unchanged + renumbered + moved + reworded + added + `new` of split, merged and kind-changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The section.
    pub section: Section,
    /// Items of the old document.
    pub old: usize,
    /// Items of the new document.
    pub new: usize,
    /// Same words, same code, same place.
    pub unchanged: usize,
    /// Same words under a different code.
    pub renumbered: usize,
    /// Same words in another place.
    pub moved: usize,
    /// Other words.
    pub reworded: usize,
    /// Items of splits.
    pub split: SideCounts,
    /// Items of merges.
    pub merged: SideCounts,
    /// Items that moved to another kind (old) or from another kind (new).
    pub kind_changed: SideCounts,
    /// New items without a counterpart.
    pub added: usize,
    /// Old items without a counterpart.
    pub removed: usize,
}

impl Counts {
    /// A section in which nothing has been counted yet.
    #[must_use]
    pub fn new(section: Section) -> Self {
        let none = SideCounts::default();
        Self {
            section,
            old: 0,
            new: 0,
            unchanged: 0,
            renumbered: 0,
            moved: 0,
            reworded: 0,
            split: none,
            merged: none,
            kind_changed: none,
            added: 0,
            removed: 0,
        }
    }
}

/// A count on each side, for outcomes where the two may differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideCounts {
    /// On the old side.
    pub old: usize,
    /// On the new side.
    pub new: usize,
}

/// Counts the outcomes of the items, section by section.
pub(in crate::diff) fn counts(sides: &Sides<'_>, pairs: &[Pair]) -> Vec<Counts> {
    let Sides { old, new, sections, .. } = sides;
    let mut counts: BTreeMap<Section, Counts> = BTreeMap::new();
    for &section in sections {
        let row = Counts {
            old: old.section(section).count(),
            new: new.section(section).count(),
            ..Counts::new(section)
        };
        if row.old + row.new > 0 {
            counts.insert(section, Counts { removed: row.old, added: row.new, ..row });
        }
    }
    for pair in pairs {
        for &i in &pair.old {
            if let Some(row) = counts.get_mut(&old.items[i].section) {
                row.removed -= 1;
                count_old(row, pair.outcome);
            }
        }
        if let Some(row) = counts.get_mut(&pair.section) {
            row.added -= pair.new.len();
            count_new(row, pair.outcome, pair.new.len());
        }
    }
    counts.into_values().collect()
}

fn count_old(row: &mut Counts, outcome: Outcome) {
    match outcome {
        Outcome::Unchanged => row.unchanged += 1,
        Outcome::Renumbered => row.renumbered += 1,
        Outcome::Moved => row.moved += 1,
        Outcome::Reworded => row.reworded += 1,
        Outcome::Split => row.split.old += 1,
        Outcome::Merged => row.merged.old += 1,
        Outcome::KindChanged => row.kind_changed.old += 1,
    }
}

/// The columns that count pairs have already been counted on the old side.
fn count_new(row: &mut Counts, outcome: Outcome, items: usize) {
    match outcome {
        Outcome::Split => row.split.new += items,
        Outcome::Merged => row.merged.new += items,
        Outcome::KindChanged => row.kind_changed.new += items,
        Outcome::Unchanged | Outcome::Renumbered | Outcome::Moved | Outcome::Reworded => {}
    }
}
