//! Finds the changes of statements, duties and paragraphs, one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::difference::Difference;
use super::wording;
use super::words::{WordDiff, word_ops};
use crate::diff::id::{ChangeId, Event};
use crate::diff::item::{Section, Side};
use crate::diff::pairing::{Band, CodeReuse, Outcome, Pair, Row, rows};
use crate::diff::text::normalised;

/// The changes of one section, row by row.
pub(in crate::diff) fn of_section<'d>(
    section: Section,
    sides: (&Side<'d>, &Side<'d>),
    pairs: &[Pair],
) -> Vec<Difference<'d>> {
    let (old, new) = sides;
    let mut changes = Vec::new();
    for row in rows(section, sides, pairs) {
        match row {
            Row::Pair(at) => changes.extend(pair(at, &pairs[at], old, new)),
            Row::Added(j) => changes.push(Difference {
                new: vec![j],
                new_text: Some(Cow::Borrowed(new.items[j].text)),
                note: place(new, j),
                ..Difference::new(ChangeId::Item(section, Event::Added))
            }),
            Row::Removed(i) => changes.push(Difference {
                old: vec![i],
                old_text: Some(Cow::Borrowed(old.items[i].text)),
                note: place(old, i),
                ..Difference::new(ChangeId::Item(section, Event::Removed))
            }),
        }
    }
    changes.extend(duplicates(section, old, new));
    changes
}

/// The changes of one pair: its words, its place, its code, and whether a reviewer should check it.
fn pair<'d>(at: usize, pair: &Pair, old: &Side<'d>, new: &Side<'d>) -> Vec<Difference<'d>> {
    let (old_text, new_text) = (joined(&pair.old, old), joined(&pair.new, new));
    let change = |id: ChangeId, note: String, words: bool| {
        let words = if words { word_ops(&old_text, &new_text) } else { WordDiff::default() };
        Difference {
            old: pair.old.clone(),
            new: pair.new.clone(),
            pair: Some(at),
            words,
            old_text: Some(old_text.clone()),
            new_text: Some(new_text.clone()),
            note,
            ..Difference::new(id)
        }
    };
    let of_section = |event| ChangeId::Item(pair.section, event);
    let mut changes = Vec::new();
    let group = match pair.outcome {
        Outcome::Split => Some(of_section(Event::Split)),
        Outcome::Merged => Some(of_section(Event::Merged)),
        Outcome::KindChanged => Some(ChangeId::KindChanged),
        _ => None,
    };
    changes.extend(group.map(|id| change(id, codes(pair, old, new), true)));
    for (event, note) in wording::events(pair.section, &old_text, &new_text) {
        if group.is_none() || wording::is_specific(event) {
            changes.push(change(of_section(event), note, true));
        }
    }
    if pair.facets.level {
        let levels = [level(old, pair.old[0]), level(new, pair.new[0])];
        // Next to the words "level changed", two numbers are enough.
        let [from, to] = match levels.map(|level| level.strip_prefix("level ")) {
            [Some(from), Some(to)] => [from, to],
            _ => levels,
        };
        let note = format!("{from} → {to}");
        changes.push(change(of_section(Event::LevelChanged), note, false));
    }
    if pair.facets.moved {
        let parents = parent(old, pair.old[0]).zip(parent(new, pair.new[0]));
        let note = parents.map_or_else(|| codes(pair, old, new), |(old, new)| format!("{old} → {new}"));
        changes.push(change(of_section(Event::Moved), note, false));
    }
    if pair.facets.renumbered {
        changes.push(change(of_section(Event::Renumbered), codes(pair, old, new), false));
    }
    if pair.band == Band::Check {
        changes.push(change(ChangeId::PairingUncertain, codes(pair, old, new), false));
    }
    changes
}

/// Where an item is on a map: its level, and what it is in. Empty if it is not on a map.
fn place(side: &Side<'_>, item: usize) -> String {
    let level = side.places.get(item).map(|place| place.level.clone()).filter(|level| !level.is_empty());
    let parent = parent(side, item).map(|parent| format!("in {parent}"));
    level.into_iter().chain(parent).collect::<Vec<_>>().join(", ")
}

/// What an item on a map is in.
fn parent(side: &Side<'_>, item: usize) -> Option<String> {
    let parent = side.places.get(item)?.parent?;
    Some(side.items[parent].subject())
}

/// The level of an item on a map, in words.
fn level<'s>(side: &'s Side<'_>, item: usize) -> &'s str {
    match side.places.get(item).map(|place| place.level.as_str()) {
        None | Some("") => "no level",
        Some(level) => level,
    }
}

/// The texts of some items as one.
fn joined<'d>(items: &[usize], side: &Side<'d>) -> Cow<'d, str> {
    match items {
        [one] => Cow::Borrowed(side.items[*one].text),
        _ => Cow::Owned(items.iter().map(|&item| side.items[item].text).collect::<Vec<_>>().join(" ")),
    }
}

/// Which became which: `K34, K35 → K43`.
fn codes(pair: &Pair, old: &Side<'_>, new: &Side<'_>) -> String {
    let names = |items: &[usize], side: &Side<'_>| -> String {
        items.iter().map(|&item| side.items[item].subject()).collect::<Vec<_>>().join(", ")
    };
    format!("{} → {}", names(&pair.old, old), names(&pair.new, new))
}

/// Items that repeat another item of the new document, more often than in the old one.
fn duplicates<'d>(section: Section, old: &Side<'d>, new: &Side<'d>) -> Vec<Difference<'d>> {
    let by_text = |side: &Side<'_>| {
        let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, item) in side.section(section) {
            by_text.entry(normalised(item.text)).or_default().push(index);
        }
        by_text
    };
    let before = by_text(old);
    let is_more = |(text, items): &(String, Vec<usize>)| {
        items.len() > 1.max(before.get(text).map_or(0, Vec::len)) && !text.is_empty()
    };
    let repeated = by_text(new).into_iter().filter(is_more);
    let mut repeated: Vec<Vec<usize>> = repeated.map(|(_, items)| items).collect();
    repeated.sort_unstable();
    let change = |items: Vec<usize>| Difference {
        new_text: Some(Cow::Borrowed(new.items[items[0]].text)),
        new: items,
        ..Difference::new(ChangeId::DuplicateStatement)
    };
    repeated.into_iter().map(change).collect()
}

/// The changes of codes that now stand for something else.
pub(in crate::diff) fn reused<'d>(
    reused: &[CodeReuse],
    old: &Side<'d>,
    new: &Side<'d>,
) -> Vec<Difference<'d>> {
    let change = |one: &CodeReuse| Difference {
        old: vec![one.old],
        new: vec![one.new],
        old_text: Some(Cow::Borrowed(old.items[one.old].text)),
        new_text: Some(Cow::Borrowed(new.items[one.new].text)),
        note: one.code.to_string(),
        ..Difference::new(ChangeId::CodeReused)
    };
    reused.iter().map(change).collect()
}
