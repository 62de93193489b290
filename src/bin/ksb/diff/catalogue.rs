//! Which document of one catalogue belongs to which of another.
//!
//! Most documents of two downloads are the same to the byte: these are told apart first and never read. The
//! others go by reference and version.

use std::collections::{BTreeMap, BTreeSet};

use ksb::read::Reading;
use rayon::prelude::*;

use super::files::Files;
use super::folder::Matched;
use crate::document::{Name, Version};
use crate::exit::Failure;
use crate::output;

type Readings<'s> = [Option<Reading<'s>>];

/// Matches the documents of two sides, of which one at least holds several, and reads those that differ.
pub(crate) fn matched<'s>(
    files: &'s Files,
    (old, new): (&[usize], &[usize]),
    readings: &mut Readings<'s>,
    into: &mut Matched,
) -> Result<(), Failure> {
    if let [only] = old {
        return one_of(files, *only, new, readings)
            .map(|pick| into.pairs.extend(pick.map(|new| (*only, new))));
    }
    if let [only] = new {
        return one_of(files, *only, old, readings)
            .map(|pick| into.pairs.extend(pick.map(|old| (old, *only))));
    }
    let same = same(files, old, new);
    into.unchanged += same.len();
    let (same_old, same_new): (BTreeSet<usize>, BTreeSet<usize>) = same.into_iter().unzip();
    let rest = |side: &[usize], same: &BTreeSet<usize>| -> Vec<usize> {
        side.iter().copied().filter(|file| !same.contains(file)).collect()
    };
    let (old, rest_of_new) = (rest(old, &same_old), rest(new, &same_new));
    read(files, old.iter().chain(&rest_of_new), readings);
    let mut by_label: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &file in old.iter().rev() {
        by_label.entry(files.all[file].label()).or_default().push(file);
    }
    let mut came = Vec::new();
    for &file in &rest_of_new {
        match by_label.get_mut(files.all[file].label()).and_then(Vec::pop) {
            Some(old) => into.pairs.push((old, file)),
            None => came.push(file),
        }
    }
    let mut gone: Vec<usize> = by_label.into_values().flatten().collect();
    gone.sort_unstable();
    into.only_old.extend(gone);
    succeed(files, &came, new, readings, into);
    Ok(())
}

/// Documents that are the same to the byte, each with its counterpart.
fn same(files: &Files, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let text = |file: usize| files.all[file].source.text();
    // Most texts are told apart by their lengths.
    let mut by_text: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for &file in old.iter().rev() {
        by_text.entry((text(file).len(), text(file))).or_default().push(file);
    }
    let counterpart = |&new: &usize| Some((by_text.get_mut(&(text(new).len(), text(new)))?.pop()?, new));
    new.iter().filter_map(counterpart).collect()
}

/// Reads documents on all threads, unless they have been read.
fn read<'s, 'n>(files: &'s Files, numbers: impl Iterator<Item = &'n usize>, readings: &mut Readings<'s>) {
    let wanted: Vec<usize> = numbers.copied().filter(|&file| readings[file].is_none()).collect();
    let read: Vec<_> = wanted.par_iter().map(|&file| files.all[file].read()).collect();
    wanted.into_iter().zip(read).for_each(|(file, reading)| readings[file] = reading);
}

/// Finds for each document that came the version before it, in the new catalogue, and reads it.
fn succeed<'s>(
    files: &'s Files,
    came: &[usize],
    new: &[usize],
    readings: &mut Readings<'s>,
    into: &mut Matched,
) {
    if came.is_empty() {
        return;
    }
    // Those that are the same on both sides have not been read: for their names they are, and forgotten again.
    new.par_iter().filter(|&&file| files.all[file].name.get().is_none()).for_each(|&file| {
        drop(files.all[file].read());
    });
    let mut versions: BTreeMap<&str, Vec<(&Version, usize)>> = BTreeMap::new();
    for &file in new {
        if let Some((reference, version)) = of(files.all[file].name.get()) {
            versions.entry(reference).or_default().push((version, file));
        }
    }
    let before = |file: usize| {
        let (reference, version) = of(files.all[file].name.get())?;
        let earlier = versions.get(reference)?.iter().filter(|(other, _)| *other < version);
        earlier.max_by_key(|(other, _)| *other).map(|(_, old)| *old)
    };
    for &file in came {
        match before(file) {
            Some(old) => into.successors.push((old, file)),
            None => into.only_new.push(file),
        }
    }
    read(files, into.successors.iter().map(|(old, _)| old), readings);
}

fn of(name: Option<&Name>) -> Option<(&str, &Version)> {
    name.and_then(|name| name.reference.as_deref().zip(name.version.as_ref()))
}

/// The document of a catalogue that a single one is to be compared with: that of the same reference and version,
/// else the last version of the same reference. None if the single one cannot be read.
fn one_of<'s>(
    files: &'s Files,
    single: usize,
    among: &[usize],
    readings: &mut Readings<'s>,
) -> Result<Option<usize>, Failure> {
    read(files, [single].iter(), readings);
    if readings[single].as_ref().is_none_or(|reading| reading.document.is_none()) {
        return Ok(None);
    }
    among.par_iter().for_each(|&file| drop(files.all[file].read()));
    let name = |file: usize| files.all[file].name.get();
    let wanted = name(single).cloned().unwrap_or_default();
    let same_label = || among.iter().copied().find(|&file| files.all[file].label() == wanted.label);
    let reference = |&&file: &&usize| {
        wanted.reference.is_some() && name(file).map(|name| &name.reference) == Some(&wanted.reference)
    };
    let last = || {
        let versions = among.iter().filter(reference).copied();
        versions.max_by_key(|&file| name(file).and_then(|name| name.version.clone()))
    };
    let catalogue = among.first().map_or("", |&file| files.all[file].source.name());
    let (count, label) = (among.len(), &wanted.label);
    let Some(found) = same_label().or_else(last) else {
        return Err(Failure(format!(
            "`{catalogue}` holds {count} documents and no version of {label}: --document names the one to compare"
        )));
    };
    let (found_label, single_name) = (files.all[found].label(), files.all[single].source.name());
    output::write_aside(&format!(
        "note: `{catalogue}` holds {count} documents: its {found_label} is compared with `{single_name}`; --document names another\n"
    ))?;
    read(files, [found].iter(), readings);
    Ok(Some(found))
}
