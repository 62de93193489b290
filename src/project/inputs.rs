//! From paths to the inputs of a run, in a fixed order.

use std::path::{Path, PathBuf};

use super::Files;
use super::files::{EntryKind, FolderEntry, in_folder_resolved};
use super::input::{Input, InputOrigin, STDIN, shown};
use super::settings::AllSettings;
use crate::hash::HashSet;

/// The file name endings of documents to check that are taken from a folder.
const TAKEN: [&str; 2] = [".standard.json", ".occupational-map.json"];

/// The file name endings of documents that cite, when taken from a folder.
pub(super) const CITING: [&str; 13] = [
    ".csv",
    ".docx",
    ".htm",
    ".html",
    ".json",
    ".markdown",
    ".md",
    ".ods",
    ".tsv",
    ".txt",
    ".xlsx",
    ".yaml",
    ".yml",
];

/// An input, and the key by which one that is named twice is recognised.
struct Recognised {
    key: PathBuf,
    input: Input,
}

/// The inputs that `paths` name: sorted by name, each once, whatever the order of the paths.
/// What the settings exclude is left out of folders, and with `force_exclude` everywhere.
pub fn inputs(
    paths: &[PathBuf],
    stdin_name: Option<&Path>,
    settings: &mut AllSettings<'_>,
    force_exclude: bool,
) -> Vec<Input> {
    named(paths, stdin_name, settings, (force_exclude, &is_taken, &TAKEN))
}

/// The documents that `paths` name as citing a standard; from folders, all that can be read as such.
pub(super) fn citing(paths: &[PathBuf], settings: &mut AllSettings<'_>) -> Vec<Input> {
    named(paths, None, settings, (false, &may_cite, &CITING))
}

/// Whether a file is taken from a folder.
type IsTaken<'t> = &'t dyn Fn(&Path, &mut AllSettings<'_>) -> bool;

/// The inputs that `paths` name. `endings` says which files are taken from a folder.
fn named(
    paths: &[PathBuf],
    stdin_name: Option<&Path>,
    settings: &mut AllSettings<'_>,
    (force_exclude, is_taken, endings): (bool, IsTaken<'_>, &[&str]),
) -> Vec<Input> {
    let files = settings.files();
    let mut found = Vec::new();
    for path in paths {
        if let Some(listed) = files.list(path, &mut |path| is_taken(path, settings)) {
            found.extend(in_folder(files, path, listed, endings));
            continue;
        }
        let named = if path.as_os_str() == STDIN { stdin_name } else { Some(path.as_path()) };
        if !(force_exclude && named.is_some_and(|named| settings.excludes(named))) {
            found.push(Recognised { key: key(files, path), input: Input::named(path, stdin_name) });
        }
    }
    found.sort_by(|a, b| {
        Path::new(&a.input.name).cmp(Path::new(&b.input.name)).then_with(|| a.key.cmp(&b.key))
    });
    let mut seen = HashSet::default();
    found.retain(|one| seen.insert(one.key.clone()));
    found.into_iter().map(|one| one.input).collect()
}

/// The path of a file with its folder resolved, so that one file is recognised under several names.
/// A link to a file counts as a separate file.
pub(super) fn key(files: &dyn Files, path: &Path) -> PathBuf {
    in_folder_resolved(path, |folder| files.resolved(folder))
}

/// The documents in a folder and the folders below it, or an input that says that there are none.
fn in_folder(files: &dyn Files, root: &Path, listed: Vec<FolderEntry>, endings: &[&str]) -> Vec<Recognised> {
    let resolved = files.resolved(root);
    if listed.is_empty() {
        let looked_for: Vec<String> = endings.iter().map(|end| format!("*{end}")).collect();
        let looked_for = looked_for.join(" or ");
        let help = format!(
            "in folders, only {looked_for} files are checked: to check any other file, give its name"
        );
        let why = "there is nothing to check in this folder".to_owned();
        let origin = InputOrigin::Nothing { why, help: Some(help) };
        return vec![Recognised { key: resolved, input: Input::of(shown(root), origin) }];
    }
    let one = |entry: FolderEntry| {
        let key = match entry.kind {
            EntryKind::Unlisted(_) => key(files, &entry.path),
            _ => resolved.join(entry.path.strip_prefix(root).unwrap_or(&entry.path)),
        };
        Recognised { key, input: one_of_folder(entry) }
    };
    listed.into_iter().map(one).collect()
}

/// What was found in a folder, as an input.
pub(super) fn one_of_folder(FolderEntry { path, kind }: FolderEntry) -> Input {
    match kind {
        EntryKind::File => Input::file(&path),
        EntryKind::LinkOutside => Input { links_outside: true, ..Input::file(&path) },
        EntryKind::Special => {
            let why = "this is a pipe, socket or device, not a regular file, so it was skipped".to_owned();
            let help = Some("name it on the command line to read what comes out of it".to_owned());
            Input::of(shown(&path), InputOrigin::Nothing { why, help })
        }
        EntryKind::Unlisted(why) => Input::of(shown(&path), InputOrigin::Nothing { why, help: None }),
    }
}

/// Whether a file in a folder is a document by its name or by the settings.
fn is_taken(path: &Path, settings: &mut AllSettings<'_>) -> bool {
    (is_named_like_a_document(path) || settings.includes(path)) && !settings.excludes(path)
}

/// Whether, by its name, a file in a folder may cite a standard, and is not itself a standard.
pub(super) fn may_cite(path: &Path, settings: &mut AllSettings<'_>) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let has_ending = CITING.iter().any(|end| name.ends_with(end));
    has_ending && !is_named_like_a_document(path) && !settings.excludes(path)
}

/// Whether a file would be taken from a folder, by its name.
#[must_use]
pub fn is_named_like_a_document(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    TAKEN.iter().any(|end| name.ends_with(end))
}
