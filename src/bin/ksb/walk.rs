//! From the paths of the command line to the inputs of a run, in a fixed order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::input::{Input, Origin, STDIN, reason, shown};
use crate::settings::AllSettings;

/// How the names of the files end that are taken from a folder.
const TAKEN: [&str; 2] = [".standard.json", ".occupational-map.json"];

/// An input and what it is recognised by if it is given twice.
struct Found {
    key: PathBuf,
    input: Input,
}

/// The inputs that `paths` name: sorted by name, each once, whatever the order of the paths.
/// What the settings exclude is left out of folders, and with `force_exclude` everywhere.
pub(crate) fn inputs(
    paths: &[PathBuf],
    stdin_name: Option<&Path>,
    settings: &mut AllSettings,
    force_exclude: bool,
) -> Vec<Input> {
    let mut found = Vec::new();
    for path in paths {
        if fs::metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
            folder(path, settings, &mut found);
            continue;
        }
        let named = if path.as_os_str() == STDIN { stdin_name } else { Some(path.as_path()) };
        if !(force_exclude && named.is_some_and(|named| settings.excludes(named))) {
            found.push(Found { key: key(path), input: Input::named(path, stdin_name) });
        }
    }
    found.sort_by(|a, b| {
        Path::new(&a.input.name).cmp(Path::new(&b.input.name)).then_with(|| a.key.cmp(&b.key))
    });
    let mut seen = BTreeSet::new();
    found.retain(|one| seen.insert(one.key.clone()));
    found.into_iter().map(|one| one.input).collect()
}

/// The path of a file with its folder resolved, so that one file is recognised under several names.
/// A link to a file stays a file of its own.
fn key(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Adds the documents in a folder and the folders below it, or says that there are none.
fn folder(root: &Path, settings: &mut AllSettings, found: &mut Vec<Found>) {
    let before = found.len();
    let resolved = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    for entry in WalkBuilder::new(root).require_git(false).build() {
        match entry {
            Ok(entry) if is_taken(&entry, settings) => {
                let path = entry.path();
                let key = resolved.join(path.strip_prefix(root).unwrap_or(path));
                found.push(Found { key, input: in_folder(path, &resolved) });
            }
            Ok(_) => {}
            Err(error) => found.push(unlisted(root, &error)),
        }
    }
    if found.len() == before {
        let looked_for = TAKEN.map(|end| format!("*{end}")).join(" or ");
        let help = format!("looked for {looked_for}; name a file to check it whatever its name");
        let why = "there is nothing to check in this folder".to_owned();
        let origin = Origin::Nothing { why, help: Some(help) };
        found.push(Found { key: resolved, input: Input::of(shown_folder(root), origin) });
    }
}

/// A file in a folder. What is no file but has the name of one, like a named pipe, is not opened: that might wait for
/// ever, or set off what it stands for.
fn in_folder(path: &Path, root: &Path) -> Input {
    let mut input = Input::named(path, None);
    let is_special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if is_special {
        let why = "not a regular file (a pipe, socket or device): skipped".to_owned();
        let help = Some("name it on the command line to read what comes out of it".to_owned());
        input.origin = Origin::Nothing { why, help };
    }
    input.leads_out = path.is_symlink() && !path.canonicalize().is_ok_and(|target| target.starts_with(root));
    input
}

/// Whether a file in a folder is a document by its name or by the settings. What is no folder but cannot
/// be looked at either, like a link to nowhere, is taken: reading it says what is wrong.
fn is_taken(entry: &DirEntry, settings: &mut AllSettings) -> bool {
    let path = entry.path();
    !entry.file_type().is_some_and(|kind| kind.is_dir())
        && (is_named_like_a_document(path) || settings.includes(path))
        && !settings.excludes(path)
        && !fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Whether a file would be taken from a folder, by its name.
pub(crate) fn is_named_like_a_document(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    TAKEN.iter().any(|end| name.ends_with(end))
}

/// A folder that cannot be listed.
fn unlisted(root: &Path, error: &ignore::Error) -> Found {
    let path = path_of(error).unwrap_or(root);
    let why = error.io_error().map_or_else(|| error.to_string(), reason);
    let origin = Origin::Nothing { why, help: None };
    Found { key: key(path), input: Input::of(shown_folder(path), origin) }
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

/// The name of a folder; the one at hand is `.`.
fn shown_folder(path: &Path) -> String {
    let name = shown(path);
    if name.is_empty() { ".".to_owned() } else { name }
}
