//! Finds and reads `ksb.toml`: for each file the nearest one in its folder or above.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Files;
use super::files::folder_of;
use super::input::{Input, InputOrigin};
use crate::check::known_rules;
use crate::config::{self, Config, Date, KnownRule, Settings};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{Source, SourceId};

/// The name of the file.
pub const SETTINGS_FILE: &str = "ksb.toml";

/// Where to look for the settings of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SettingsFrom {
    /// In the nearest `ksb.toml` in its folder and above.
    #[default]
    Nearest,
    /// Nowhere.
    Nowhere,
    /// In this file.
    File(PathBuf),
}

/// A `ksb.toml` that has been read.
#[derive(Debug)]
pub struct SettingsFile {
    /// The folder that its patterns are relative to.
    pub(super) folder: PathBuf,
    /// Its text.
    pub source: Source,
    /// What it says.
    pub settings: Settings,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

impl SettingsFile {
    /// The path of a file as patterns match it, if it is below the folder.
    pub(super) fn seen(&self, files: &dyn Files, file: &Path) -> Option<String> {
        let path = files.resolved(folder_of(file)).join(file.file_name().unwrap_or_default());
        path.strip_prefix(&self.folder).ok().map(slashed)
    }
}

/// A folder, its links resolved, and which `ksb.toml` applies there.
#[derive(Clone, Debug)]
struct Folder {
    path: PathBuf,
    read: Option<usize>,
}

/// Where to look next.
#[derive(Clone, Copy, Debug)]
enum SettingsLookup {
    Upward,
    Nowhere,
    /// In the file that the user named.
    Named(usize),
}

/// Every `ksb.toml` of a run.
pub struct AllSettings<'f> {
    files: &'f dyn Files,
    rules: Vec<KnownRule>,
    today: Option<Date>,
    lookup: SettingsLookup,
    /// The size of the largest settings file that is read, in bytes.
    max_size: u64,
    read: Vec<SettingsFile>,
    folders: BTreeMap<PathBuf, Folder>,
}

/// The settings of one file.
#[derive(Debug)]
pub struct FileSettings {
    /// Its configuration, which many files share.
    pub config: Arc<Config>,
    /// Its path as patterns match it.
    pub path: String,
    /// Which `ksb.toml` applies to it, if any.
    read: Option<usize>,
}

impl<'f> AllSettings<'f> {
    /// No settings for any file.
    #[must_use]
    pub fn none(files: &'f dyn Files) -> Self {
        let (read, folders) = (Vec::new(), BTreeMap::new());
        let (rules, today, lookup, max_size) = (known_rules(), None, SettingsLookup::Nowhere, 0);
        Self { files, rules, today, lookup, max_size, read, folders }
    }

    /// The settings of each file, from settings files of at most `max_size` bytes. `today` decides which ignores have
    /// expired, unless the settings give another day.
    #[must_use]
    pub fn new(files: &'f dyn Files, from: &SettingsFrom, max_size: u64, today: Option<Date>) -> Self {
        let mut all = Self { today, max_size, ..Self::none(files) };
        all.lookup = match from {
            SettingsFrom::Nearest => SettingsLookup::Upward,
            SettingsFrom::Nowhere => SettingsLookup::Nowhere,
            SettingsFrom::File(path) => {
                SettingsLookup::Named(all.read(path, &files.resolved(folder_of(path))))
            }
        };
        all
    }

    /// Where files are read from.
    pub(super) fn files(&self) -> &'f dyn Files {
        self.files
    }

    /// The settings files read so far.
    #[must_use]
    pub fn all(&self) -> &[SettingsFile] {
        &self.read
    }

    /// The settings of an input.
    pub fn of(&mut self, input: &Input) -> FileSettings {
        let (read, path) = match &input.origin {
            InputOrigin::Path(path) => self.place(path),
            InputOrigin::Stdin | InputOrigin::Begun(_) => self.place(Path::new(&input.name)),
            InputOrigin::Git(_) | InputOrigin::Nothing { .. } => (None, input.name.clone()),
        };
        let mut config = read.map_or_else(Config::default, |index| self.read[index].settings.for_file(&path));
        config.today = config.today.or(self.today);
        FileSettings { config: Arc::new(config), path, read }
    }

    /// The `ksb.toml` that applies to a file.
    #[must_use]
    pub fn settings_file(&self, file: &FileSettings) -> Option<&SettingsFile> {
        file.read.map(|index| &self.read[index])
    }

    /// Whether the settings include this file of a folder.
    pub fn includes(&mut self, path: &Path) -> bool {
        let (read, path) = self.place(path);
        read.is_some_and(|index| self.read[index].settings.include.matches(&path))
    }

    /// Whether the settings exclude this file.
    pub fn excludes(&mut self, path: &Path) -> bool {
        let (read, path) = self.place(path);
        read.is_some_and(|index| self.read[index].settings.exclude.matches(&path))
    }

    /// The number of the settings that apply in the current folder.
    pub(super) fn here(&mut self) -> Option<usize> {
        self.folder(Path::new(".")).read
    }

    /// Adds a mistake to those of a settings file, once.
    pub(super) fn mistake(&mut self, index: usize, place: &Label, subject: &str, why: String, help: &str) {
        let mistake = config::mistake(subject, why, place.clone()).help(help);
        let found = &mut self.read[index].found;
        if !found.contains(&mistake) {
            found.push(mistake);
        }
    }

    /// Whether one of the settings files has an error.
    #[must_use]
    pub fn have_errors(&self) -> bool {
        self.read.iter().flat_map(|read| &read.found).any(|found| found.severity == Severity::Error)
    }

    /// Which `ksb.toml` applies to a file, and the path of the file as its patterns match it.
    fn place(&mut self, file: &Path) -> (Option<usize>, String) {
        let folder = self.folder(folder_of(file));
        let path = folder.path.join(file.file_name().unwrap_or_default());
        let below = folder.read.and_then(|index| path.strip_prefix(&self.read[index].folder).ok());
        let path = below.unwrap_or(&path);
        (folder.read, slashed(path))
    }

    fn folder(&mut self, folder: &Path) -> Folder {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let path = self.files.resolved(folder);
        let read = match self.lookup {
            SettingsLookup::Upward => self.upward(&path),
            SettingsLookup::Nowhere => None,
            SettingsLookup::Named(index) => Some(index),
        };
        let found = Folder { path, read };
        self.folders.insert(folder.to_owned(), found.clone());
        found
    }

    /// The nearest `ksb.toml` in this folder or above.
    fn upward(&mut self, folder: &Path) -> Option<usize> {
        let nearest = folder.ancestors().find(|folder| self.files.exists(&folder.join(SETTINGS_FILE)))?;
        let known = self.read.iter().position(|read| read.folder == nearest);
        Some(known.unwrap_or_else(|| self.read(&nearest.join(SETTINGS_FILE), nearest)))
    }

    fn read(&mut self, path: &Path, folder: &Path) -> usize {
        let index = self.read.len();
        let here = self.files.resolved(Path::new("."));
        let input = Input::named(path.strip_prefix(here).unwrap_or(path), None);
        let (source, settings, found) = match input.read(self.files, id(index), self.max_size) {
            Ok((source, mut found)) => {
                let (settings, mistakes) = Settings::parse(&source, &self.rules);
                found.extend(mistakes);
                (source, settings, found)
            }
            Err(failed) => (failed.source, Settings::default(), vec![failed.diagnostic]),
        };
        self.read.push(SettingsFile { folder: folder.to_owned(), source, settings, found });
        index
    }
}

/// The number of a settings file. They are numbered from the end: the files to check are numbered from the start.
fn id(index: usize) -> SourceId {
    SourceId::of_file(u32::MAX as usize - index)
}

/// The path of a file, with `/`, relative to the folder of another one, if it is below that.
pub(super) fn path_from(files: &dyn Files, other: &Path, file: &Path) -> String {
    let path = files.resolved(folder_of(file)).join(file.file_name().unwrap_or_default());
    slashed(path.strip_prefix(files.resolved(folder_of(other))).unwrap_or(&path))
}

/// A path with `/`.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
