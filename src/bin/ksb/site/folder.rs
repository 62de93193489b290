//! The folder of a site. New and changed files are all written aside first, then moved into their places: the new ones,
//! then those that lead to them, and last what no page leads to any more is removed. So whoever reads the site, and
//! whenever a run is killed, no page leads to one that is not there.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use ksb::project::{SiteFiles, reason, shown};
use ksb::source::sha256_hex;

use super::manifest::Manifest;
use crate::exit::Failure;

/// The folder of what is not part of the site.
const OWN: &str = ".ksb-site";

/// The page that leads to all others: of new pages it comes last.
const ENTRY: &str = "index.html";

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

/// What is to become of the folder.
#[derive(Default)]
struct Staged {
    new: Manifest,
    moves: Vec<Move>,
    /// Files that are in the way.
    foreign: BTreeSet<String>,
}

/// A file that waits to be moved into its place.
struct Move {
    from: PathBuf,
    to: String,
    is_new: bool,
}

/// What is done to the folder at once.
enum Step {
    /// The list of files is put into its place.
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
            return Err(Failure(format!("`{}` is a link: nothing is written", shown(&own))));
        }
        let manifest = Manifest::read(&manifest_path)?;
        if manifest.is_none() && !is_empty_but_for_own(root).map_err(failed)? {
            let root = shown(root);
            return Err(Failure(format!(
                "`{root}` is not empty, and ksb has written no site to it: name a new or an empty folder"
            )));
        }
        fs::create_dir_all(&own).map_err(failed)?;
        let lock = lock(&own.join("lock")).map_err(failed)?;
        let lock = lock.ok_or_else(|| Failure(format!("another run of ksb writes to `{}`", shown(root))))?;
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

    /// Whether the site was made of what `key` stands for, and no file of it has been touched since.
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

    /// Moves what is new into its place, and removes what is no longer part of the site.
    pub(super) fn commit(self, key: &str) -> Result<Outcome, Failure> {
        let (steps, mut outcome) = self.steps(key)?;
        for step in steps {
            outcome.removed += usize::from(self.take(step)?);
        }
        let _left = fs::remove_dir_all(self.root.join(OWN).join("new"));
        Ok(outcome)
    }

    /// What is to be done, one step after the other. Wherever it breaks off, all pages that can be reached are there.
    fn steps(&self, key: &str) -> Result<(Vec<Step>, Outcome), Failure> {
        let Staged { mut new, mut moves, foreign } = std::mem::take(&mut *self.staged());
        if let Some(one) = foreign.first() {
            let (path, more) = (shown(&self.root.join(one)), foreign.len() - 1);
            let more = if more == 0 { String::new() } else { format!(" (and {more} more)") };
            return Err(Failure(format!(
                "`{path}`{more} is not as ksb wrote it: nothing is written; move it away, or delete it"
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

    /// Takes a step; tells whether a file was removed.
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
    /// New files come before those that change, and what leads to all others last of the new ones.
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

/// What files hold that are as they were, or as they are to be.
fn either(old: &Manifest, new: &Manifest) -> Manifest {
    let mut both = Manifest { key: String::new(), ..old.clone() };
    for (path, all) in &new.files {
        for sha256 in all {
            both.add(path, sha256);
        }
    }
    both
}

/// Whether there is nothing in a folder, or only what a killed run has left.
fn is_empty_but_for_own(root: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(root)? {
        if entry?.file_name() != OWN {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The lock, if nobody else has it.
fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        // Where files cannot be locked, two runs at once are the user's affair.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
    }
}

/// Makes the folders of a file, none of which may lead elsewhere.
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

/// Removes a file that is as ksb wrote it, and the folders that are empty without it.
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

/// Whether there is a file at this path to which no link leads.
fn is_file_inside(root: &Path, path: &str) -> bool {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let is_folder =
        |end| fs::symlink_metadata(root.join(&path[..end])).is_ok_and(|metadata| metadata.is_dir());
    ends.into_iter().all(is_folder)
        && fs::symlink_metadata(root.join(path)).is_ok_and(|metadata| metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(root: &Path, files: &[(&str, &str)], key: &str) -> Result<Outcome, Failure> {
        let folder = SiteFolder::open(root)?;
        for (path, content) in files {
            folder.put(path, content)?;
        }
        folder.commit(key)
    }

    fn changed(root: &Path, path: &str) -> SystemTime {
        fs::metadata(root.join(path)).and_then(|metadata| metadata.modified()).expect("it is there")
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_not_ours_is_left() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = folder.path().join("site");
        let outcome = |files, written, removed| Ok(Outcome { files, written, removed });
        let said = |result: Result<Outcome, Failure>| result.map_err(|failure| failure.0);
        let first = [("index.html", "1"), ("a/b/x.html", "x"), ("a/y.html", "y")];
        assert_eq!(said(site(&root, &first, "one")), outcome(3, 3, 0));
        assert!(SiteFolder::open(&root).is_ok_and(|site| site.is_current("one") && !site.is_current("two")));
        let before = changed(&root, "a/y.html");
        fs::write(root.join("CNAME"), "example.org").expect("it can be written");
        assert_eq!(said(site(&root, &[("index.html", "2"), ("a/y.html", "y")], "two")), outcome(2, 1, 1));
        assert!(
            changed(&root, "a/y.html") == before && !root.join("a/b").exists() && root.join("CNAME").exists()
        );

        fs::write(root.join("a/y.html"), "mine").expect("it can be written");
        assert!(SiteFolder::open(&root).is_ok_and(|site| !site.is_current("two")));
        assert!(site(&root, &[("index.html", "3"), ("a/y.html", "z")], "three").is_err());
        assert!(site(&root, &[("index.html", "3"), ("CNAME", "z")], "three").is_err());
        assert_eq!(fs::read_to_string(root.join("index.html")).expect("it is there"), "2");
        assert_eq!(
            said(site(&root, &[("index.html", "3")], "three")),
            outcome(1, 1, 0),
            "theirs is not removed"
        );
        assert!(root.join("a/y.html").exists());
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("notes.txt"), "x").expect("it can be written");
        assert!(SiteFolder::open(folder.path()).is_err());
        assert!(!folder.path().join(OWN).exists());
    }

    #[test]
    fn two_runs_at_once_do_not_mix() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let one = SiteFolder::open(folder.path());
        assert!(one.is_ok() && SiteFolder::open(folder.path()).is_err());
    }

    /// Whether every page that can be reached is one of these, whole.
    fn is_whole(root: &Path, sites: &[&[(&str, &str)]]) -> bool {
        let known = |path: &str, text: &str| sites.iter().any(|site| site.contains(&(path, text)));
        let (mut seen, mut next) = (BTreeSet::new(), vec![ENTRY.to_owned()]);
        if !root.join(ENTRY).exists() {
            return sites.iter().any(|site| site.is_empty());
        }
        while let Some(path) = next.pop() {
            let Ok(text) = fs::read_to_string(root.join(&path)) else { return false };
            if !known(&path, &text) {
                return false;
            }
            next.extend(
                text.split_whitespace().filter(|word| seen.insert((*word).to_owned())).map(str::to_owned),
            );
        }
        true
    }

    #[test]
    fn wherever_a_run_breaks_off_no_page_leads_to_one_that_is_not_there() {
        let none: &[(&str, &str)] = &[];
        let one: &[(&str, &str)] = &[("index.html", "a/x b/y"), ("a/x", "index.html b/y"), ("b/y", "")];
        let two: &[(&str, &str)] = &[("index.html", "a/x c/z"), ("a/x", "c/z index.html"), ("c/z", "a/x")];
        for (before, after) in [(none, one), (one, two), (two, one)] {
            for broken_at in 0.. {
                let folder = tempfile::tempdir().expect("a folder can be made");
                let root = folder.path();
                if !before.is_empty() {
                    assert!(site(root, before, "before").is_ok());
                }
                let folder = SiteFolder::open(root).unwrap_or_else(|failure| panic!("{}", failure.0));
                assert!(after.iter().all(|(path, content)| folder.put(path, content).is_ok()));
                let (steps, _) = folder.steps("after").unwrap_or_else(|failure| panic!("{}", failure.0));
                let count = steps.len();
                assert!(steps.into_iter().take(broken_at).all(|step| folder.take(step).is_ok()));
                drop(folder);
                assert!(is_whole(root, &[before, after]), "{before:?} {broken_at}");
                assert!(
                    SiteFolder::open(root).is_ok_and(|site| broken_at >= count || !site.is_current("after"))
                );
                assert!(
                    site(root, after, "after").is_ok() && is_whole(root, &[after]),
                    "{before:?} {broken_at}"
                );
                let left = before.iter().filter(|(path, _)| after.iter().all(|(kept, _)| kept != path));
                assert!(left.into_iter().all(|(path, _)| !root.join(path).exists()));
                if broken_at >= count {
                    break;
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let [root, outside] = ["site", "outside"].map(|name| folder.path().join(name));
        fs::create_dir(&outside).expect("a folder can be made");
        assert!(site(&root, &[("a/x.html", "x")], "one").is_ok());
        fs::remove_dir_all(root.join("a")).expect("it can be removed");
        std::os::unix::fs::symlink(&outside, root.join("a")).expect("links can be made");
        assert!(site(&root, &[("a/x.html", "x")], "two").is_err());
        assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 0);
    }
}
