//! No result is written over a file that the same run reads, and some results are never written over an existing file.

use std::fs;
use std::path::{Path, PathBuf};

use ksb::project::shown;

use crate::exit::Failure;
use crate::output;

/// Refuses to write to a file that this run reads, by whatever name.
pub(crate) fn refuse_overwriting<'p>(
    to: Option<&Path>,
    read: impl IntoIterator<Item = &'p Path>,
) -> Result<(), Failure> {
    let Some((path, target)) = to.filter(|_| output::is_file(to)).and_then(|path| Some((path, file(path)?)))
    else {
        return Ok(());
    };
    if read.into_iter().any(|one| file(one).as_ref() == Some(&target)) {
        let name = shown(path);
        return Err(Failure(format!(
            "the result would overwrite `{name}`, which this command reads: write to another file"
        )));
    }
    Ok(())
}

/// Refuses to write over an existing file, unless the user wants that.
pub(crate) fn refuse_existing(to: Option<&Path>, force: bool) -> Result<(), Failure> {
    let there = to.filter(|_| output::is_file(to) && !force).filter(|path| file(path).is_some());
    match there {
        Some(path) => Err(Failure(format!(
            "`{}` already exists: write to another file, or use `--force` to replace it",
            shown(path)
        ))),
        None => Ok(()),
    }
}

/// An existing file, with its links followed. Pipes and devices lose nothing.
fn file(path: &Path) -> Option<PathBuf> {
    fs::metadata(path).is_ok_and(|found| found.is_file()).then(|| path.canonicalize().ok())?
}
