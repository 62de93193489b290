//! Which documents cite which standard, by the `[[trace]]` sections of `ksb.toml`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::input::{Input, InputOrigin};
use super::inputs::{CITING, key, may_cite, one_of_folder};
use super::settings::{AllSettings, path_from};
use super::trace::TraceChoices;
use super::{Files, FolderEntry};
use crate::citing::CitingOptions;
use crate::config::TraceSection;
use crate::diagnostic::Label;

/// A standard and documents that cite it: a `[[trace]]` section, with those of its documents that a run looks at, or
/// what a user names.
#[derive(Clone, Debug)]
pub struct Section {
    /// The standard.
    pub standard: Input,
    /// Which document of that file it is, if the file holds several.
    pub document: Option<String>,
    /// The documents that cite it.
    pub files: Vec<Input>,
    /// Where other versions of it are, each with the place in `ksb.toml` that says so.
    pub history: Vec<(PathBuf, Option<Label>)>,
    /// The choices for the trace.
    pub choices: TraceChoices,
    /// Where `ksb.toml` names the standard, if it does.
    pub place: Option<Label>,
}

/// What the user gave.
struct Given<'g> {
    files: &'g dyn Files,
    /// The keys by which the folders and files are recognised.
    keys: Vec<PathBuf>,
}

impl Given<'_> {
    fn holds(&self, path: &Path) -> bool {
        let own = key(self.files, path);
        self.keys.iter().any(|given| own.starts_with(given))
    }
}

/// The sections of all settings files read so far that have documents among these paths, and the inputs that are not
/// among those documents.
pub(super) fn among(
    paths: &[PathBuf],
    inputs: Vec<Input>,
    settings: &mut AllSettings<'_>,
) -> (Vec<Input>, Vec<Section>) {
    let files = settings.files();
    let is_folder = |path: &PathBuf| files.list(path, &mut |_| false).is_some();
    let folders: BTreeSet<&PathBuf> = paths.iter().filter(|path| is_folder(path)).collect();
    let resolved = |path: &PathBuf| {
        if folders.contains(path) { files.resolved(path) } else { key(files, path) }
    };
    let given = Given { files, keys: paths.iter().map(resolved).collect() };
    for file in paths.iter().filter(|path| !folders.contains(path)) {
        settings.of(&Input::named(file, None));
    }
    let mut found = Vec::new();
    for index in 0..settings.all().len() {
        for section in settings.all()[index].settings.traces.clone() {
            let is_named = |path: &PathBuf| {
                !folders.contains(path)
                    && settings.all()[index].seen(files, path).is_some_and(|path| section.matches(&path))
            };
            if !folders.is_empty() || paths.iter().any(is_named) {
                found.extend(resolve(index, &section, settings, &|path| given.holds(path)));
            }
        }
    }
    let cite: BTreeSet<PathBuf> = keys(files, found.iter().flat_map(|section| &section.files)).collect();
    let is_left = |input: &Input| match &input.origin {
        InputOrigin::Path(path) => !cite.contains(&key(files, path)),
        // A folder with nothing else to check.
        InputOrigin::Nothing { .. } => {
            let folder = files.resolved(Path::new(&input.name));
            !cite.iter().any(|path| path.starts_with(&folder))
        }
        _ => true,
    };
    (inputs.into_iter().filter(is_left).collect(), found)
}

/// The sections of the settings that apply in the current folder.
pub(super) fn here(settings: &mut AllSettings<'_>) -> Vec<Section> {
    let Some(index) = settings.here() else { return Vec::new() };
    let all = settings.all()[index].settings.traces.clone();
    all.iter().filter_map(|section| resolve(index, section, settings, &|_| true)).collect()
}

/// The recognised paths of inputs.
fn keys<'i>(files: &dyn Files, inputs: impl Iterator<Item = &'i Input>) -> impl Iterator<Item = PathBuf> {
    inputs.filter_map(Input::path).map(|path| key(files, path))
}

/// A section with those of its documents that are wanted; none if there are none. Mistakes are added to the settings.
fn resolve(
    index: usize,
    section: &TraceSection,
    settings: &mut AllSettings<'_>,
    is_wanted: &dyn Fn(&Path) -> bool,
) -> Option<Section> {
    let files = settings.files();
    let root = settings.all()[index].folder.clone();
    let standard = of_section(&root, section, files);
    if standard.is_none() {
        let why = format!("the standard `{}` does not exist", section.standard);
        let help = "write its path relative to the folder of this file";
        settings.mistake(index, &section.place, "standard", why, help);
    }
    let standard = standard?;
    let place_of = |(path, place): &(String, Label)| (root.join(path), Some(place.clone()));
    let history: Vec<(PathBuf, Option<Label>)> = section.history.iter().map(place_of).collect();
    let of_history = history.iter().map(|(path, _)| files.resolved(path));
    let versions: Vec<PathBuf> = keys(files, [&standard].into_iter()).chain(of_history).collect();
    let mut listed = listed(index, section, settings);
    listed.retain(|entry| {
        let own = key(files, &entry.path);
        !versions.iter().any(|version| own.starts_with(version))
    });
    let all = listed.len();
    listed.retain(|entry| is_wanted(&entry.path));
    if listed.is_empty() {
        return None;
    }
    let choices = TraceChoices {
        citing: CitingOptions { codes_in: section.codes_in.clone() },
        exactly_once: section.exactly_once,
        is_partial: listed.len() < all,
        min_coverage: section.min_coverage,
    };
    let one =
        |entry: FolderEntry| one_of_folder(FolderEntry { path: from_here(files, &entry.path), ..entry });
    Some(Section {
        standard,
        document: section.document.clone(),
        files: listed.into_iter().map(one).collect(),
        history,
        choices,
        place: Some(section.place.clone()),
    })
}

/// The standard of a section, if there is one: a file, or what git has by that name.
fn of_section(root: &Path, section: &TraceSection, files: &dyn Files) -> Option<Input> {
    let name = &section.standard;
    let path = root.join(name);
    if files.exists(&path) {
        return Some(Input::file(from_here(files, &path)));
    }
    name.contains(':').then(|| Input::of(name.clone(), InputOrigin::Git(name.clone())))
}

/// The documents that the patterns of a section match, each once. A pattern that matches none is a mistake.
fn listed(index: usize, section: &TraceSection, settings: &mut AllSettings<'_>) -> Vec<FolderEntry> {
    let files = settings.files();
    let root = settings.all()[index].folder.clone();
    let mut listed = Vec::new();
    for (globs, place) in &section.files {
        let mut is_taken = |path: &Path| {
            let below = path_from(files, &root.join("any"), path);
            globs.matches(&below) && may_cite(path, settings)
        };
        let found = files.list(&root, &mut is_taken).unwrap_or_default();
        if found.is_empty() {
            let why = format!("`{}` does not match any document", globs.patterns().join(", "));
            let help = format!("use a pattern for files that end with {}", CITING.join(", "));
            settings.mistake(index, place, "files", why, &help);
        }
        listed.extend(found);
    }
    listed.sort_by(|a, b| a.path.cmp(&b.path));
    listed.dedup_by(|a, b| a.path == b.path);
    listed
}

/// A path as a user in the current folder would write it.
fn from_here(files: &dyn Files, path: &Path) -> PathBuf {
    let here = files.resolved(Path::new("."));
    path.strip_prefix(here).map_or_else(|_| path.to_owned(), Path::to_owned)
}
