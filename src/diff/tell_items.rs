//! Tells what happened to statements, duties and paragraphs, one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::change::Change;
use super::comparison::{CodeReuse, Counts, Side};
use super::id::{ChangeId, Event, Section};
use super::normalise::normalised;
use super::pairing::{Band, Outcome, Pair};
use super::rows::{Row, rows};
use super::wording;
use super::words::{Words, word_ops};

/// Says of each pair what it comes to, and which facets differ.
pub(super) fn settle(pairs: &mut [Pair], old: &Side<'_>, new: &Side<'_>) {
    for pair in pairs {
        let (first, last) = (&old.items[pair.old[0]], &new.items[pair.new[0]]);
        let one_to_one = !pair.is_group();
        pair.facets.words = !one_to_one || normalised(first.text) != normalised(last.text);
        pair.facets.renumbered =
            one_to_one && first.section == last.section && first.code.is_some() && first.code != last.code;
        pair.outcome = if first.section != last.section {
            Outcome::KindChanged
        } else if pair.old.len() > 1 {
            Outcome::Merged
        } else if pair.new.len() > 1 {
            Outcome::Split
        } else if pair.facets.words {
            Outcome::Reworded
        } else if pair.facets.moved {
            Outcome::Moved
        } else if pair.facets.renumbered {
            Outcome::Renumbered
        } else {
            Outcome::Unchanged
        };
    }
}

/// How many items of each section came to what.
pub(super) fn counts(sections: &[Section], old: &Side<'_>, new: &Side<'_>, pairs: &[Pair]) -> Vec<Counts> {
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

/// The columns that count pairs are counted on the old side already.
fn count_new(row: &mut Counts, outcome: Outcome, items: usize) {
    match outcome {
        Outcome::Split => row.split.new += items,
        Outcome::Merged => row.merged.new += items,
        Outcome::KindChanged => row.kind_changed.new += items,
        Outcome::Unchanged | Outcome::Renumbered | Outcome::Moved | Outcome::Reworded => {}
    }
}

/// The changes of one section, row by row.
pub(super) fn section<'d>(
    section: Section,
    sides: (&Side<'d>, &Side<'d>),
    pairs: &[Pair],
) -> Vec<Change<'d>> {
    let (old, new) = sides;
    let mut changes = Vec::new();
    for row in rows(section, sides, pairs) {
        match row {
            Row::Pair(at) => changes.extend(pair(at, &pairs[at], old, new)),
            Row::Added(j) => changes.push(Change {
                new: vec![j],
                new_text: Some(Cow::Borrowed(new.items[j].text)),
                ..Change::new(ChangeId::Item(section, Event::Added))
            }),
            Row::Removed(i) => changes.push(Change {
                old: vec![i],
                old_text: Some(Cow::Borrowed(old.items[i].text)),
                ..Change::new(ChangeId::Item(section, Event::Removed))
            }),
        }
    }
    changes.extend(duplicates(section, old, new));
    changes
}

/// The changes of one pair: its words, its place, its code, and whether to look at it.
fn pair<'d>(at: usize, pair: &Pair, old: &Side<'d>, new: &Side<'d>) -> Vec<Change<'d>> {
    let (old_text, new_text) = (joined(&pair.old, old), joined(&pair.new, new));
    let change = |id: ChangeId, note: String, words: bool| {
        let words = if words { word_ops(&old_text, &new_text) } else { Words::default() };
        Change {
            old: pair.old.clone(),
            new: pair.new.clone(),
            pair: Some(at),
            words: words.ops,
            too_long: words.too_long,
            old_text: Some(old_text.clone()),
            new_text: Some(new_text.clone()),
            note,
            ..Change::new(id)
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
    if pair.facets.moved {
        changes.push(change(of_section(Event::Moved), codes(pair, old, new), false));
    }
    if pair.facets.renumbered {
        changes.push(change(of_section(Event::Renumbered), codes(pair, old, new), false));
    }
    if pair.band == Band::Check {
        changes.push(change(ChangeId::PairingUncertain, codes(pair, old, new), false));
    }
    changes
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

/// Items that say what another one of the new document says, more often than in the old one.
fn duplicates<'d>(section: Section, old: &Side<'d>, new: &Side<'d>) -> Vec<Change<'d>> {
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
    let change = |items: Vec<usize>| Change {
        new_text: Some(Cow::Borrowed(new.items[items[0]].text)),
        new: items,
        ..Change::new(ChangeId::DuplicateStatement)
    };
    repeated.into_iter().map(change).collect()
}

/// That codes stand for something else.
pub(super) fn reused<'d>(reused: &[CodeReuse], old: &Side<'d>, new: &Side<'d>) -> Vec<Change<'d>> {
    let change = |one: &CodeReuse| Change {
        old: vec![one.old],
        new: vec![one.new],
        old_text: Some(Cow::Borrowed(old.items[one.old].text)),
        new_text: Some(Cow::Borrowed(new.items[one.new].text)),
        note: one.code.to_string(),
        ..Change::new(ChangeId::CodeReused)
    };
    reused.iter().map(change).collect()
}
