//! Fingerprints of changes: the same from run to run, whatever codes other items have.

use std::collections::BTreeMap;

use super::change::Fingerprint;
use super::difference::Difference;
use crate::diff::id::{ChangeId, Event};
use crate::diff::item::{Side, Sides};
use crate::diff::text::{digest, normalised};

/// The fingerprint of each difference. Differences that would have the same fingerprint are numbered, so that each is
/// unique.
pub(in crate::diff) fn fingerprints(differences: &[Difference<'_>], sides: &Sides<'_>) -> Vec<Fingerprint> {
    let mut seen: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    let fingerprint = |difference| {
        let mut parts = parts(difference, &sides.old, &sides.new);
        let count = seen.entry(parts.clone()).or_insert(0);
        if *count > 0 {
            parts.push(count.to_string());
        }
        *count += 1;
        Fingerprint(digest(parts.iter().map(String::as_str)))
    };
    differences.iter().map(fingerprint).collect()
}

/// What identifies a change: its id, and the texts that it is about.
fn parts(change: &Difference<'_>, old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let mut parts = vec![change.id.name()];
    parts.extend(change.field.map(|field| field.label().to_owned()));
    parts.push("old".to_owned());
    match change.old.as_slice() {
        [] => parts.extend(change.old_text.as_deref().map(normalised)),
        items => parts.extend(texts(items, old)),
    }
    parts.push("new".to_owned());
    match change.new.as_slice() {
        [] => parts.extend(change.new_text.as_deref().map(normalised)),
        items => parts.extend(texts(items, new)),
    }
    let is_of_note = match change.id {
        ChangeId::Item(section, Event::LevelChanged | Event::Moved) => section.is_of_map(),
        id => id == ChangeId::CodeReused,
    };
    if is_of_note {
        parts.push(change.note.clone());
    }
    parts
}

/// The texts of some items, in an order that does not depend on their places.
fn texts(items: &[usize], side: &Side<'_>) -> Vec<String> {
    let mut texts: Vec<String> = items.iter().map(|&item| normalised(side.items[item].text)).collect();
    texts.sort_unstable();
    texts
}
