//! The files on this machine.
#![allow(clippy::disallowed_methods, reason = "this is where a project touches the machine")]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::files::{EntryKind, Files, FolderEntry, reason, take};
use super::{git, parallel};

/// A file with at least this many bytes is read on two threads.
const LONG: u64 = 8 << 20;

/// The files on this machine: its disk, standard input, and what git has.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, max_size: u64) -> Result<Vec<u8>, String> {
        let file = File::open(path).map_err(|error| reason(&error))?;
        let length = file.metadata().map_err(|error| reason(&error))?.len();
        let halves = if (LONG..=max_size).contains(&length) { halves(&file, length) } else { None };
        halves.map_or_else(|| take(file, length, max_size), Ok)
    }

    fn exists(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn list(&self, path: &Path, is_taken: &mut dyn FnMut(&Path) -> bool) -> Option<Vec<FolderEntry>> {
        if !is_folder(path) {
            return None;
        }
        let root = self.resolved(path);
        let entries = WalkBuilder::new(path).require_git(false).build();
        let listed = entries.filter_map(|entry| match entry {
            Ok(entry) => may_be_read(&entry, is_taken).then(|| listed(entry, &root)),
            Err(error) => Some(unlisted(path, &error)),
        });
        Some(listed.collect())
    }

    fn resolved(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }

    fn lines_of(&self, path: &Path) -> Option<Box<dyn BufRead>> {
        // What is read from a pipe cannot be read again.
        let file = path.is_file().then(|| File::open(path).ok()).flatten()?;
        Some(Box::new(BufReader::new(file)))
    }

    fn standard_input(&self) -> Box<dyn BufRead> {
        Box::new(BufReader::new(io::stdin()))
    }

    fn committed(&self, name: &str, max_size: u64) -> Result<Vec<u8>, String> {
        git::file(name, max_size)
    }
}

fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Whether an entry is wanted and is not a folder. One that cannot be examined, such as a broken link, is taken too:
/// reading it reports what is wrong.
fn may_be_read(entry: &DirEntry, is_taken: &mut dyn FnMut(&Path) -> bool) -> bool {
    let is_folder_itself = entry.file_type().is_some_and(|kind| kind.is_dir());
    !is_folder_itself && is_taken(entry.path()) && (is_file_itself(entry) || !is_folder(entry.path()))
}

/// Whether an entry is a regular file and not a link to one, which the folder says.
fn is_file_itself(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

/// An entry below the folder `root`.
fn listed(entry: DirEntry, root: &Path) -> FolderEntry {
    if is_file_itself(&entry) {
        return FolderEntry { path: entry.into_path(), kind: EntryKind::File };
    }
    let path = entry.into_path();
    let is_special = fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file());
    let links_outside =
        || path.is_symlink() && !path.canonicalize().is_ok_and(|target| target.starts_with(root));
    let kind = match is_special {
        true => EntryKind::Special,
        false if links_outside() => EntryKind::LinkOutside,
        false => EntryKind::File,
    };
    FolderEntry { path, kind }
}

/// A folder below `root` that cannot be listed.
fn unlisted(root: &Path, error: &ignore::Error) -> FolderEntry {
    let path = path_of(error).unwrap_or(root).to_owned();
    FolderEntry {
        path,
        kind: EntryKind::Unlisted(error.io_error().map_or_else(|| error.to_string(), reason)),
    }
}

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// The bytes of a long file, read in halves at the same time: most of the time goes into providing memory, and two
/// threads share that. None if its length changes meanwhile.
#[cfg(unix)]
fn halves(file: &File, length: u64) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;

    let mut bytes = vec![0; usize::try_from(length).ok()?];
    let half = bytes.len() / 2;
    let (start, end) = bytes.split_at_mut(half);
    let (start, end) =
        parallel::both(|| file.read_exact_at(start, 0), || file.read_exact_at(end, half as u64));
    let is_whole = start.is_ok() && end.is_ok() && file.metadata().ok()?.len() == length;
    is_whole.then_some(bytes)
}

#[cfg(not(unix))]
fn halves(_file: &File, _length: u64) -> Option<Vec<u8>> {
    None
}
