//! Whether what a script built exists, and was built from the current files.
#![allow(clippy::disallowed_methods, reason = "these tests look at files and their times")]

use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder and below it, in order; for a file, the file itself.
pub(crate) fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let Ok(entries) = std::fs::read_dir(path) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| files(&path)).collect()
}

/// A file in the target folder that a `just` recipe makes from these parts, or why it cannot be used.
pub(crate) fn built(name: &str, recipe: &str, parts: &[&str]) -> Result<PathBuf, String> {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name);
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let Some(age) = changed(&built) else {
        return Err(format!("there is no {}: run just {recipe}", built.display()));
    };
    let sources = parts.iter().flat_map(|part| files(&root().join(part)));
    let newest: Option<SystemTime> = sources.filter_map(|path| changed(&path)).max();
    if newest > Some(age) {
        return Err(format!("{} is older than what it is built from: run just {recipe}", built.display()));
    }
    Ok(built)
}
