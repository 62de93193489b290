//! A project: files, the settings that apply to them, and the findings of a check.
//!
//! This is what every host shares: the command, and whatever else checks documents as the command does. A host supplies
//! its own [`Files`] and [`Options`], and gets [`Findings`]: settings are found and findings suppressed as in the
//! command. An editor checks the buffer that has changed:
//!
//! ```
//! use ksb::project::{InMemory, Input, Options, Project};
//!
//! let settings = r#"
//!     [rules]
//!     missing-title = "error"
//!     [[ignore]]
//!     path = "standards"
//!     rule = "no-duties"
//!     subject = "duties"
//!     reason = "they are being written"
//! "#;
//! let buffer = r#"{"format":"ksb.standard/1","kind":"apprenticeship","reference":"ST9901","version":"1.0"}"#;
//! let files = InMemory::default()
//!     .with("ksb.toml", settings)
//!     .with("standards/lock-keeper.standard.json", buffer);
//!
//! let mut project = Project::new(&files, Options::default());
//! let findings = project.check([Input::file("standards/lock-keeper.standard.json")])?;
//! let severity = |rule| findings.shown.iter().find(|one| one.rule == rule).map(|one| one.severity.name());
//! assert_eq!(severity("missing-title"), Some("error"));
//! assert_eq!(severity("no-duties"), None);
//! # Ok::<(), ksb::project::Failure>(())
//! ```
//!
//! Without the feature `cli`, nothing here touches a disk, a clock or a thread.

mod baseline;
mod checked;
#[cfg(feature = "cli")]
mod disk;
mod documents;
mod failure;
mod files;
mod findings;
#[cfg(feature = "cli")]
pub mod git;
mod history;
mod input;
mod inputs;
mod known;
mod limits;
mod named;
mod numbered;
#[cfg(feature = "cli")]
mod older;
mod opened;
mod options;
mod parallel;
mod past;
mod pick;
mod progress;
mod progression;
mod run;
mod sections;
mod settings;
mod sink;
mod site;
mod starts;
mod stream;
mod suppressions;
mod trace;
mod traced;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use baseline::{BaselineFile, WrongBaseline};
pub use checked::Checked;
#[cfg(feature = "cli")]
pub use disk::Disk;
pub use documents::{Batches, Reader, Unit};
pub use failure::Failure;
pub use files::{EntryKind, Files, FolderEntry, InMemory, plain_message, reason};
pub use findings::Findings;
pub use history::{FoundVersion, FoundVersions, history_report};
pub use input::{Input, InputOrigin, STDIN, Unreadable, read_text, shown};
pub use inputs::{inputs, is_named_like_a_document};
pub use limits::Hidden;
pub use named::{document_called, document_names};
#[cfg(feature = "cli")]
pub use older::older;
pub use opened::{Documents, Opened};
pub use options::{Options, RuleChoice, Selected};
pub use pick::Picked;
pub use progress::Progress;
pub use progression::{
    Block, OccupationRecords, links_of_block, record as occupation_record, strongest_links,
};
pub use run::{Ending, Run};
pub use sections::Section;
pub use settings::{AllSettings, FileSettings, SETTINGS_FILE, SettingsFile, SettingsFrom};
pub use sink::Sink;
pub use site::{BuiltSite, SiteFiles, build_site, older_counts};
pub use starts::DatedDocuments;
pub use suppressions::{AllSuppressions, Suppressions};
pub use trace::TraceChoices;

use crate::lint::Scope;
use crate::text_index::Vocabulary;
use known::Known;
use limits::Room;
use numbered::{Numbers, TracedSection};
use parallel::PerThread;

/// Files, and the settings that apply to them.
pub struct Project<'f> {
    options: Options,
    settings: AllSettings<'f>,
    /// What is known about words, for all documents that a thread checks, in this run and the next.
    vocabularies: PerThread<Vocabulary>,
}

impl<'f> Project<'f> {
    /// A project of these files.
    #[must_use]
    pub fn new(files: &'f dyn Files, options: Options) -> Self {
        let settings = AllSettings::new(files, &options.settings, options.max_size, options.today);
        Self { options, settings, vocabularies: PerThread::new() }
    }

    /// The inputs that `paths` name, which may be files or folders: see [`inputs`].
    pub fn inputs(
        &mut self,
        paths: &[PathBuf],
        stdin_name: Option<&Path>,
        force_exclude: bool,
    ) -> Vec<Input> {
        let changes = self.options.changes;
        let found = inputs(paths, stdin_name, &mut self.settings, force_exclude);
        found.into_iter().map(|input| Input { changes, ..input }).collect()
    }

    /// The settings of one input, and all settings files found so far.
    pub fn settings_of(&mut self, input: &Input) -> (FileSettings, &AllSettings<'f>) {
        let mut own = self.settings.of(input);
        let config = Arc::make_mut(&mut own.config);
        self.options.rules.apply(config);
        options::keep_to(self.options.scope, config);
        (own, &self.settings)
    }

    /// Whether this file should be checked, according to its name or the settings, or is excluded by the settings; none
    /// if neither says.
    pub fn takes(&mut self, path: &Path) -> Option<bool> {
        if self.settings.excludes(path) {
            return Some(false);
        }
        (is_named_like_a_document(path) || self.settings.includes(path)).then_some(true)
    }

    /// A check of these inputs that reports its progress.
    pub fn run<'p>(
        &'p mut self,
        inputs: impl IntoIterator<Item = Input>,
        progress: &'p dyn Progress,
    ) -> Run<'p> {
        self.run_with(inputs, Vec::new(), progress)
    }

    /// The documents that `paths` name as citing a standard: files, and from folders all that can be read as such.
    pub fn citing_inputs(&mut self, paths: &[PathBuf]) -> Vec<Input> {
        let changes = self.options.changes;
        let found = inputs::citing(paths, &mut self.settings);
        found.into_iter().map(|input| Input { changes, ..input }).collect()
    }

    /// The `[[trace]]` sections that have documents among these paths, and the inputs that are not among those
    /// documents.
    pub fn sections(&mut self, paths: &[PathBuf], inputs: Vec<Input>) -> (Vec<Input>, Vec<Section>) {
        // A run limited to one scope is for standards that are checked on several machines.
        match self.options.scope {
            Some(_) => (inputs, Vec::new()),
            None => sections::among(paths, inputs, &mut self.settings),
        }
    }

    /// The `[[trace]]` sections of the settings in the current folder.
    pub fn sections_here(&mut self) -> Vec<Section> {
        sections::here(&mut self.settings)
    }

    /// A check of these inputs, and of the documents of these sections.
    pub fn run_with<'p>(
        &'p mut self,
        inputs: impl IntoIterator<Item = Input>,
        sections: Vec<Section>,
        progress: &'p dyn Progress,
    ) -> Run<'p> {
        let mut numbers = Numbers::new(self.settings.files(), inputs);
        let checked = numbers.inputs.len();
        let sections: Vec<TracedSection> =
            sections.into_iter().map(|section| TracedSection::new(section, &mut numbers)).collect();
        let inputs = numbers.inputs;
        let is_traced = |id| sections.iter().any(|section| section.looks_at(id));
        let (mut each, mut for_citing) = (Vec::new(), options::ForCiting::default());
        for (id, input) in &inputs {
            let mut own = self.settings_of(input).0;
            if id.file() >= checked {
                own.config = for_citing.of(own.config);
            }
            if !is_traced(*id) {
                options::without(Scope::Trace, Arc::make_mut(&mut own.config));
            }
            each.push(own);
        }
        let (options, settings) = (&self.options, &self.settings);
        let (known, keeps_all, room) = (Known::default(), false, Room::default());
        let vocabularies = &self.vocabularies;
        Run {
            options,
            settings,
            inputs,
            checked,
            sections,
            each,
            known,
            keeps_all,
            progress,
            room,
            vocabularies,
        }
    }

    /// Checks these inputs.
    ///
    /// # Errors
    /// If there are too many documents and findings.
    pub fn check(&mut self, inputs: impl IntoIterator<Item = Input>) -> Result<Findings<'_>, Failure> {
        self.run(inputs, &()).check(None, &[])
    }
}
