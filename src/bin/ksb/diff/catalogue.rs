//! Reads the documents of two catalogues that must be compared.
//!
//! Most documents in two downloads are byte for byte the same: these are sorted out first and never read. The others
//! are matched by reference and version.

use std::collections::BTreeSet;

use ksb::catalogue::{by_label, of_one, same_texts, versions_before};
use ksb::read::Reading;
use rayon::prelude::*;

use super::files::OpenedFiles;
use super::matched::Matched;
use crate::exit::Failure;
use crate::output;

type Readings<'s> = [Option<Reading<'s>>];

/// Matches the documents of two sides, at least one of which holds several, and reads those that differ.
pub(crate) fn matched<'s>(
    files: &'s OpenedFiles,
    (old, new): (&[usize], &[usize]),
    readings: &mut Readings<'s>,
    into: &mut Matched,
) -> Result<(), Failure> {
    if let [only] = old {
        return counterpart(files, *only, new, readings)
            .map(|pick| into.pairs.extend(pick.map(|new| (*only, new))));
    }
    if let [only] = new {
        return counterpart(files, *only, old, readings)
            .map(|pick| into.pairs.extend(pick.map(|old| (old, *only))));
    }
    let same = same_texts(|file| files.all[file].source.text(), old, new);
    into.unchanged += same.len();
    let (same_old, same_new): (BTreeSet<usize>, BTreeSet<usize>) = same.into_iter().unzip();
    let rest = |side: &[usize], same: &BTreeSet<usize>| -> Vec<usize> {
        side.iter().copied().filter(|file| !same.contains(file)).collect()
    };
    let (old, rest_of_new) = (rest(old, &same_old), rest(new, &same_new));
    read(files, old.iter().chain(&rest_of_new), readings);
    let found = by_label(|file| files.all[file].label(), &old, &rest_of_new);
    into.pairs.extend(found.pairs);
    into.only_old.extend(found.only_old);
    succeed(files, &found.only_new, new, readings, into);
    Ok(())
}

/// Reads documents on all threads, unless they have been read.
fn read<'s, 'n>(
    files: &'s OpenedFiles,
    numbers: impl Iterator<Item = &'n usize>,
    readings: &mut Readings<'s>,
) {
    let wanted: Vec<usize> = numbers.copied().filter(|&file| readings[file].is_none()).collect();
    let read: Vec<_> = wanted.par_iter().map(|&file| files.all[file].read()).collect();
    wanted.into_iter().zip(read).for_each(|(file, reading)| readings[file] = reading);
}

/// For each document that was added, finds the version before it in the new catalogue, and reads it.
fn succeed<'s>(
    files: &'s OpenedFiles,
    came: &[usize],
    new: &[usize],
    readings: &mut Readings<'s>,
    into: &mut Matched,
) {
    if came.is_empty() {
        return;
    }
    // Those that are the same on both sides have not been read: they are read for their names, and dropped again.
    new.par_iter().filter(|&&file| files.all[file].name.get().is_none()).for_each(|&file| {
        drop(files.all[file].read());
    });
    let before = versions_before(|file| files.all[file].name.get(), came, new);
    for (&file, before) in came.iter().zip(before) {
        match before {
            Some(old) => into.successors.push((old, file)),
            None => into.only_new.push(file),
        }
    }
    read(files, into.successors.iter().map(|(old, _)| old), readings);
}

/// Reads a single document and the one in a catalogue to compare it with, and says which that is. `None` if the single
/// document cannot be read.
fn counterpart<'s>(
    files: &'s OpenedFiles,
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
    let catalogue = among.first().map_or("", |&file| files.all[file].source.name());
    let (count, label) = (among.len(), &wanted.label);
    let Some(found) = of_one(&wanted, among, |file| files.all[file].label(), name) else {
        return Err(Failure(format!(
            "`{catalogue}` has {count} documents but no version of {label}: choose one with `--document`"
        )));
    };
    let (found_label, single_name) = (files.all[found].label(), files.all[single].source.name());
    output::write_aside(&format!(
        "note: `{catalogue}` has {count} documents: its {found_label} is compared with `{single_name}`; choose another with `--document`\n"
    ))?;
    read(files, [found].iter(), readings);
    Ok(Some(found))
}
