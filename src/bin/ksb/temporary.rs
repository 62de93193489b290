//! The file that replaces another: it never has more permissions than that one, and it is removed when the run ends or,
//! if the run was killed, when the next run writes to that folder.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, NamedTempFile};

/// The beginning and the ending of its name: hidden, so that nobody takes it for a document.
const NAME: (&str, &str) = (".ksb-", ".tmp");

/// How many times a new one is made if another run takes it for one that was left behind.
const TRIES: usize = 8;

/// The folders that have been looked through.
static CLEANED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file in a folder that will replace `old`, if there is an old file. It is locked while it is open, so that a file
/// without a lock is one that was left behind.
pub(crate) fn temporary(folder: &Path, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    if CLEANED.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned()) {
        clean(folder);
    }
    for _ in 1..TRIES {
        let file = create(folder, old)?;
        // If files cannot be locked, none is taken for one that was left behind.
        if file.as_file().lock().is_err() || file.path().exists() {
            return Ok(file);
        }
    }
    create(folder, old)
}

/// Removes what killed runs have left behind in a folder. What cannot be removed does no harm.
fn clean(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in
        entries.filter(|entry| is_ours(&entry.file_name().to_string_lossy())).map(|entry| entry.path())
    {
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let is_left = || File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if is_file && is_left() {
            let _left = fs::remove_file(&path);
        }
    }
}

fn is_ours(name: &str) -> bool {
    let (start, end) = NAME;
    let middle = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    middle.is_some_and(|middle| {
        middle.len() == RANDOM && middle.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// How many letters of the name are random.
const RANDOM: usize = 12;

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1).rand_bytes(RANDOM);
    builder
}

#[cfg(unix)]
fn create(folder: &Path, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;

    // The umask of the process sets the permissions of a new file; those of an old file are set once its owner is
    // known.
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    builder().permissions(fs::Permissions::from_mode(mode)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn create(folder: &Path, _old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    builder().tempfile_in(folder)
}

/// Gives a file the owner, the group and the permissions of `old`, but never the permission to run as somebody else.
#[cfg(unix)]
pub(crate) fn hand_over(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (old.uid(), old.gid()) {
        fchown(file, Some(old.uid()), Some(old.gid()))
            .map_err(|_| io::Error::other("it belongs to another user, and the new file would not"))?;
    }
    file.set_permissions(fs::Permissions::from_mode(old.mode() & 0o777))
}

#[cfg(not(unix))]
pub(crate) fn hand_over(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_run_has_left_is_removed_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let left = folder.path().join(".ksb-abcdefghijkl.tmp");
        let others = [".ksb-notes.tmp", "ksb-abcdefghijkl.tmp"].map(|name| folder.path().join(name));
        for path in others.iter().chain([&left]) {
            fs::write(path, "x").expect("it can be written");
        }
        let held = create(folder.path(), None).expect("a file can be made");
        held.as_file().lock().expect("it can be locked");
        clean(folder.path());
        assert!(!left.exists() && held.path().exists() && others.iter().all(|path| path.exists()));
    }
}
