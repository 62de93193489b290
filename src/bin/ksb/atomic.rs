//! Writing files whole: whoever reads one sees what was there before or what is there now, never a part.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Writes `text` to the file at `path`: to a file beside it first, which then takes its place. What is no
/// regular file, such as a pipe, is written to as it is. Permissions and links are kept.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }
    let beside = beside(&target)?;
    let written = fill(&beside, text)
        .and_then(|()| before.map_or(Ok(()), |before| fs::set_permissions(&beside, before.permissions())))
        .and_then(|()| fs::rename(&beside, &target));
    if written.is_err() {
        // The error that counts is the first one; a file that was never made cannot be removed either.
        let _left_behind = fs::remove_file(&beside);
    }
    written
}

/// The path of a file of our own in the same folder, so that it can take the other's place.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::other("it has no name of a file"))?;
    let mut own = OsString::from(".");
    own.push(name);
    own.push(format!(".{}.tmp", process::id()));
    Ok(path.with_file_name(own))
}

fn fill(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
