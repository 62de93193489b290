//! The folder of a site. New and changed files are all written elsewhere first, then moved into place: first the new
//! ones, then those that link to them; last, files that no page links to are removed. So at any moment, even if a run
//! is killed, no page links to one that is missing.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use ksb::project::{SiteFiles, reason, shown};
use ksb::source::sha256_hex;

use super::manifest::Manifest;
use crate::exit::Failure;

/// The folder for what is not part of the site.
const OWN: &str = ".ksb-site";

/// The page that links to all others: of the new pages, it comes last.
const ENTRY: &str = "index.html";

/// How many times the lock is tried.
const TRIES: usize = 10;

/// A folder that nobody else writes a site to.
pub(super) struct SiteFolder {
    root: PathBuf,
    /// Held until the run ends.
    _lock: File,
    old: Manifest,
    written_at: Option<SystemTime>,
    staged: Mutex<Staged>,
    number: AtomicUsize,
}

/// What should become of the folder.
#[derive(Default)]
struct Staged {
    new: Manifest,
    moves: Vec<Move>,
    /// Files at the paths of new ones that ksb did not write.
    foreign: BTreeSet<String>,
}

/// A file waiting to be moved into place.
struct Move {
    from: PathBuf,
    to: String,
    is_new: bool,
}

/// What is done to the folder in one step.
enum Step {
    /// The list of files is put in place.
    List(Manifest),
    Move(Move),
    Remove(String),
}

/// What became of the files of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) files: usize,
    pub(super) written: usize,
    pub(super) removed: usize,
}

impl SiteFolder {
    /// Opens a folder that is empty, or not there yet, or holds a site.
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let own = root.join(OWN);
        let failed =
            |error: io::Error| Failure(format!("cannot write to `{}`: {}", shown(root), reason(&error)));
        fs::create_dir_all(root).map_err(failed)?;
        let manifest_path = own.join("manifest");
        if own.is_symlink() || manifest_path.is_symlink() {
            return Err(Failure(format!("`{}` is a link, so nothing was written", shown(&own))));
        }
        let manifest = Manifest::read(&manifest_path)?;
        if manifest.is_none() && !is_empty_but_for_own(root).map_err(failed)? {
            let root = shown(root);
            return Err(Failure(format!(
                "`{root}` is not empty and is not a site written by ksb: use a new or empty folder"
            )));
        }
        fs::create_dir_all(&own).map_err(failed)?;
        let lock = lock(&own.join("lock")).map_err(failed)?;
        let lock =
            lock.ok_or_else(|| Failure(format!("another run of ksb is writing to `{}`", shown(root))))?;
        let aside = own.join("new");
        if aside.is_symlink() || aside.exists() {
            fs::remove_dir_all(&aside).map_err(failed)?;
        }
        fs::create_dir(&aside).map_err(failed)?;
        let written_at = fs::metadata(&manifest_path).and_then(|metadata| metadata.modified()).ok();
        Ok(Self {
            root: root.to_owned(),
            _lock: lock,
            old: manifest.unwrap_or_default(),
            written_at,
            staged: Mutex::default(),
            number: AtomicUsize::new(0),
        })
    }

    /// Whether the site was made from what `key` stands for, and none of its files has been touched since.
    pub(super) fn is_current(&self, key: &str) -> bool {
        let untouched = |path: &String| {
            let metadata = fs::symlink_metadata(self.root.join(path)).ok().filter(fs::Metadata::is_file);
            metadata
                .and_then(|metadata| metadata.modified().ok())
                .zip(self.written_at)
                .is_some_and(|(file, list)| file <= list)
        };
        !key.is_empty() && self.old.key == key && self.old.files.keys().all(untouched)
    }

    /// How many files the site has.
    pub(super) fn count(&self) -> usize {
        self.old.files.len()
    }

    /// Moves what is new into place, and removes what is no longer part of the site.
    pub(super) fn commit(self, key: &str) -> Result<Outcome, Failure> {
        let (steps, mut outcome) = self.steps(key)?;
        for step in steps {
            outcome.removed += usize::from(self.take(step)?);
        }
        let _left = fs::remove_dir_all(self.root.join(OWN).join("new"));
        Ok(outcome)
    }

    /// What to do, step by step. Wherever it breaks off, all pages that can be reached are there.
    fn steps(&self, key: &str) -> Result<(Vec<Step>, Outcome), Failure> {
        let Staged { mut new, mut moves, foreign } = std::mem::take(&mut *self.staged());
        if let Some(one) = foreign.first() {
            let (path, more) = (shown(&self.root.join(one)), foreign.len() - 1);
            let more = if more == 0 { String::new() } else { format!(" (and {more} more)") };
            return Err(Failure(format!(
                "`{path}`{more} has changed since ksb wrote it, so nothing was written: move it or delete it"
            )));
        }
        let gone: Vec<&String> =
            self.old.files.keys().filter(|path| !new.files.contains_key(*path)).collect();
        let outcome = Outcome { files: new.files.len(), written: moves.len(), removed: 0 };
        let mut steps = Vec::new();
        if outcome.written > 0 || !gone.is_empty() {
            steps.push(Step::List(either(&self.old, &new)));
        }
        moves.sort_by(|one, other| one.order().cmp(&other.order()));
        steps.extend(moves.into_iter().map(Step::Move));
        steps.extend(gone.into_iter().cloned().map(Step::Remove));
        key.clone_into(&mut new.key);
        steps.push(Step::List(new));
        Ok((steps, outcome))
    }

    /// Takes a step. Returns whether a file was removed.
    fn take(&self, step: Step) -> Result<bool, Failure> {
        let failed = |error: io::Error| {
            Failure(format!("cannot write to `{}`: {}", shown(&self.root), reason(&error)))
        };
        match step {
            Step::List(manifest) => manifest.write(&self.root.join(OWN).join("manifest")).map(|()| false),
            Step::Move(Move { from, to, .. }) => {
                let place = self.root.join(&to);
                make_folder_of(&self.root, &to)
                    .and_then(|()| fs::rename(from, place))
                    .map(|()| false)
                    .map_err(failed)
            }
            Step::Remove(path) => remove(&self.root, &path, &self.old).map_err(failed),
        }
    }

    fn staged(&self) -> std::sync::MutexGuard<'_, Staged> {
        self.staged.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Move {
    /// New files come before those that change, and the page that links to all others comes last of the new ones.
    fn order(&self) -> (bool, bool, &str) {
        (!self.is_new, self.to == ENTRY, &self.to)
    }
}

impl SiteFiles for SiteFolder {
    fn put(&self, path: &str, content: &str) -> Result<(), Failure> {
        let place = self.root.join(path);
        let failed =
            |error: io::Error| Failure(format!("cannot write `{}`: {}", shown(&place), reason(&error)));
        let sha256 = sha256_hex(content.as_bytes());
        let on_disk = match fs::symlink_metadata(&place) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
            Ok(metadata) if metadata.is_file() => Some(fs::read(&place).map_err(failed)?),
            Ok(_) => {
                self.staged().foreign.insert(path.to_owned());
                return Ok(());
            }
        };
        let is_same = on_disk.as_ref().is_some_and(|bytes| bytes == content.as_bytes());
        let is_foreign = match &on_disk {
            Some(_) if is_same => !self.old.files.contains_key(path),
            Some(bytes) => !self.old.knows(path, &sha256_hex(bytes)),
            None => false,
        };
        let from =
            self.root.join(OWN).join("new").join(self.number.fetch_add(1, Ordering::Relaxed).to_string());
        if !is_same && !is_foreign {
            fs::write(&from, content).map_err(failed)?;
        }
        let mut staged = self.staged();
        staged.new.add(path, &sha256);
        if is_foreign {
            staged.foreign.insert(path.to_owned());
        } else if !is_same {
            staged.moves.push(Move { from, to: path.to_owned(), is_new: on_disk.is_none() });
        }
        Ok(())
    }
}

/// What files may hold: their old content or their new content.
fn either(old: &Manifest, new: &Manifest) -> Manifest {
    let mut both = Manifest { key: String::new(), ..old.clone() };
    for (path, all) in &new.files {
        for sha256 in all {
            both.add(path, sha256);
        }
    }
    both
}

/// Whether a folder is empty, or has only what a killed run left.
fn is_empty_but_for_own(root: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(root)? {
        if entry?.file_name() != OWN {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The lock, if nobody else has it. A process that is just being started has a copy of all open files for a moment.
fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
            // If files cannot be locked, avoiding two runs at once is up to the user.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(Some(file)),
        }
    }
    Ok(None)
}

/// Makes the folders of a file, none of which may be a link.
fn make_folder_of(root: &Path, path: &str) -> io::Result<()> {
    let mut folder = root.to_owned();
    let Some((folders, _)) = path.rsplit_once('/') else { return Ok(()) };
    for name in folders.split('/') {
        folder.push(name);
        match fs::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(io::Error::other(format!("`{}` is not a folder", shown(&folder)))),
            Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir(&folder)?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Removes a file that is still as ksb wrote it, and the folders that are then empty.
fn remove(root: &Path, path: &str, old: &Manifest) -> io::Result<bool> {
    let place = root.join(path);
    let is_ours = is_file_inside(root, path)
        && fs::read(&place).is_ok_and(|bytes| old.knows(path, &sha256_hex(&bytes)));
    if !is_ours {
        return Ok(false);
    }
    fs::remove_file(&place)?;
    let mut folders = path;
    while let Some((folder, _)) = folders.rsplit_once('/') {
        folders = folder;
        if fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
    }
    Ok(true)
}

/// Whether there is a file at this path that is not reached through a link.
fn is_file_inside(root: &Path, path: &str) -> bool {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let is_folder =
        |end| fs::symlink_metadata(root.join(&path[..end])).is_ok_and(|metadata| metadata.is_dir());
    ends.into_iter().all(is_folder)
        && fs::symlink_metadata(root.join(path)).is_ok_and(|metadata| metadata.is_file())
}

#[cfg(test)]
mod tests;
