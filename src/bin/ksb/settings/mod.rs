//! Finds and reads `ksb.toml`: for each file the nearest one in its folder or above.

mod args;
mod init;
mod show;

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use ksb::check::known_rules;
use ksb::config::{Config, Date, KnownRule, Settings};
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::source::{Source, SourceId};

pub(crate) use self::args::SettingsArgs;
pub(crate) use self::init::run as init;
pub(crate) use self::show::{files as show_files, settings as show_settings};
use crate::date::today;
use crate::input::{Input, Origin};

/// The name of the file.
const NAME: &str = "ksb.toml";

/// A `ksb.toml` that was read.
pub(crate) struct Read {
    /// The folder that its patterns start at.
    folder: PathBuf,
    pub(crate) source: Source,
    pub(crate) settings: Settings,
    /// What is wrong with it.
    pub(crate) found: Vec<Diagnostic>,
}

/// A folder, its links resolved, and which `ksb.toml` holds there.
#[derive(Clone)]
struct Folder {
    path: PathBuf,
    read: Option<usize>,
}

/// Where the settings of a file are looked for.
#[derive(Clone, Copy)]
enum Lookup {
    /// In its folder and above.
    Upward,
    /// Nowhere.
    Nowhere,
    /// In what the user named.
    Named(usize),
}

/// Every `ksb.toml` of a run.
pub(crate) struct AllSettings {
    rules: Vec<KnownRule>,
    today: Date,
    lookup: Lookup,
    /// The longest file of settings that is read, in bytes.
    max_size: u64,
    pub(crate) read: Vec<Read>,
    folders: BTreeMap<PathBuf, Folder>,
}

/// The settings of one file.
pub(crate) struct FileSettings {
    pub(crate) config: Config,
    /// Its path as patterns see it.
    pub(crate) path: String,
    /// Which `ksb.toml` it follows, if any.
    pub(crate) read: Option<usize>,
}

impl AllSettings {
    /// No settings for any file.
    pub(crate) fn none() -> Self {
        let (read, folders) = (Vec::new(), BTreeMap::new());
        Self { rules: known_rules(), today: today(), lookup: Lookup::Nowhere, max_size: 0, read, folders }
    }

    /// The settings of each file, from files of at most so many bytes.
    pub(crate) fn new(args: &SettingsArgs, max_size: u64) -> Self {
        let mut all = Self { max_size, ..Self::none() };
        if !args.no_config {
            all.lookup = Lookup::Upward;
        }
        if let Some(path) = &args.config {
            all.lookup = Lookup::Named(all.read(path, &resolved(&folder_of(path))));
        }
        all
    }

    /// The settings of an input.
    pub(crate) fn of(&mut self, input: &Input) -> FileSettings {
        let (read, path) = match &input.origin {
            Origin::Path(path) => self.place(path),
            Origin::Stdin | Origin::Begun(_) => self.place(Path::new(&input.name)),
            Origin::Git(_) | Origin::Nothing { .. } => (None, input.name.clone()),
        };
        let mut config = read.map_or_else(Config::default, |index| self.read[index].settings.for_file(&path));
        config.today.get_or_insert(self.today);
        FileSettings { config, path, read }
    }

    /// What the `ksb.toml` says that a file follows.
    pub(crate) fn followed(&self, file: &FileSettings) -> Option<&Settings> {
        file.read.map(|index| &self.read[index].settings)
    }

    /// Whether the settings say that a file is to be taken from a folder.
    pub(crate) fn includes(&mut self, path: &Path) -> bool {
        let (read, path) = self.place(path);
        read.is_some_and(|index| self.read[index].settings.include.matches(&path))
    }

    /// Whether the settings say that a file is to be left out.
    pub(crate) fn excludes(&mut self, path: &Path) -> bool {
        let (read, path) = self.place(path);
        read.is_some_and(|index| self.read[index].settings.exclude.matches(&path))
    }

    /// Whether there is an error in one of the files of settings.
    pub(crate) fn are_wrong(&self) -> bool {
        self.read.iter().flat_map(|read| &read.found).any(|found| found.severity == Severity::Error)
    }

    /// Which `ksb.toml` holds for a file, and the path of the file as its patterns see it.
    fn place(&mut self, file: &Path) -> (Option<usize>, String) {
        let folder = self.folder(&folder_of(file));
        let path = folder.path.join(file.file_name().unwrap_or_default());
        let below = folder.read.and_then(|index| path.strip_prefix(&self.read[index].folder).ok());
        let path = below.unwrap_or(&path);
        (folder.read, slashed(path))
    }

    fn folder(&mut self, folder: &Path) -> Folder {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let path = resolved(folder);
        let read = match self.lookup {
            Lookup::Upward => self.upward(&path),
            Lookup::Nowhere => None,
            Lookup::Named(index) => Some(index),
        };
        let found = Folder { path, read };
        self.folders.insert(folder.to_owned(), found.clone());
        found
    }

    /// The nearest `ksb.toml` in this folder or above.
    fn upward(&mut self, folder: &Path) -> Option<usize> {
        let nearest = folder.ancestors().find(|folder| folder.join(NAME).is_file())?;
        let known = self.read.iter().position(|read| read.folder == nearest);
        Some(known.unwrap_or_else(|| self.read(&nearest.join(NAME), nearest)))
    }

    fn read(&mut self, path: &Path, folder: &Path) -> usize {
        let index = self.read.len();
        let below = u32::try_from(index).expect("there are few files of settings");
        // Numbered from the end: the files to check are numbered from the start.
        let id = SourceId::of_file((u32::MAX - below) as usize);
        let here = env::current_dir().map(|here| resolved(&here)).unwrap_or_default();
        let input = Input::named(path.strip_prefix(here).unwrap_or(path), None);
        let (source, settings, found) = match input.read(id, self.max_size) {
            Ok((source, mut found)) => {
                let (settings, mistakes) = Settings::parse(&source, &self.rules);
                found.extend(mistakes);
                (source, settings, found)
            }
            Err(failed) => (failed.source, Settings::default(), vec![failed.diagnostic]),
        };
        self.read.push(Read { folder: folder.to_owned(), source, settings, found });
        index
    }
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// A folder without links, as far as it is there.
fn resolved(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// The path of a file, with `/`, from the folder that another one is in, if it is below.
pub(crate) fn path_from(other: &Path, file: &Path) -> String {
    let path = resolved(&folder_of(file)).join(file.file_name().unwrap_or_default());
    slashed(path.strip_prefix(resolved(&folder_of(other))).unwrap_or(&path))
}

/// A path with `/`.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
