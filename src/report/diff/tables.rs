//! What is in the cells of tables: counts, and facts side by side.

use super::words::NOT_STATED;
use crate::diff::{Counts, Fact, SideCounts};

/// A line of the counts: its name, and what it says about a section.
pub(in crate::report) type CountLine = (&'static str, fn(&Counts) -> String);

fn number(count: usize) -> String {
    count.to_string()
}

fn tally(tally: SideCounts) -> String {
    if tally == SideCounts::default() { number(0) } else { format!("{} → {}", tally.old, tally.new) }
}

/// The lines of a table of counts: what the old document has, what became of it, what the new one has.
pub(in crate::report) const COUNTS: [CountLine; 11] = [
    ("old", |one| number(one.old)),
    ("unchanged", |one| number(one.unchanged)),
    ("renumbered", |one| number(one.renumbered)),
    ("moved", |one| number(one.moved)),
    ("reworded", |one| number(one.reworded)),
    ("split", |one| tally(one.split)),
    ("merged", |one| tally(one.merged)),
    ("another kind", |one| tally(one.kind_changed)),
    ("removed", |one| number(one.removed)),
    ("added", |one| number(one.added)),
    ("new", |one| number(one.new)),
];

/// What the two sides state; a value that was calculated says so.
pub(in crate::report) fn stated(fact: &Fact) -> [String; 2] {
    [&fact.old, &fact.new].map(|side| match side {
        None => NOT_STATED.to_owned(),
        Some(stated) if stated.inferred => format!("{} (inferred)", stated.value),
        Some(stated) => stated.value.clone(),
    })
}

/// The name of a line of the counts: on a map, what is elsewhere called reworded is an item with another name or level.
pub(in crate::report) fn count_name(name: &'static str, counts: &[Counts]) -> &'static str {
    let is_of_map = counts.iter().any(|one| one.section.is_of_map());
    if is_of_map && name == "reworded" { "changed" } else { name }
}
