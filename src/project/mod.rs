//! A project: files, the settings that apply to them, and the findings of a check.
//!
//! This is what every front shares: the command, and whatever else checks documents as the command does. A front gives
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
mod input;
mod inputs;
mod limits;
#[cfg(feature = "cli")]
mod older;
mod opened;
mod options;
mod parallel;
mod progress;
mod run;
mod settings;
mod sink;
mod stream;
mod suppressions;
mod trace;

use std::path::{Path, PathBuf};

pub use baseline::{BaselineFile, WrongBaseline};
pub use checked::Checked;
#[cfg(feature = "cli")]
pub use disk::Disk;
pub use documents::{Batches, Reader, Unit};
pub use failure::Failure;
pub use files::{EntryKind, Files, FolderEntry, InMemory, plainly, reason};
pub use findings::Findings;
pub use input::{Input, InputOrigin, STDIN, Unreadable, read_text, shown};
pub use inputs::{inputs, is_named_like_a_document};
pub use limits::Hidden;
#[cfg(feature = "cli")]
pub use older::older;
pub use opened::{Documents, Opened};
pub use options::{Options, RuleChoice, Selected};
pub use progress::Progress;
pub use run::{Ending, Run};
pub use settings::{AllSettings, FileSettings, SETTINGS_FILE, SettingsFile, SettingsFrom};
pub use sink::Sink;
pub use suppressions::{AllSuppressions, Suppressions};
pub use trace::{CitingFiles, Past, TraceChoices};

use crate::lint::Scope;
use crate::source::SourceId;
use limits::Room;
use parallel::PerThread;

/// Files, and the settings that apply to them.
pub struct Project<'f> {
    options: Options,
    settings: AllSettings<'f>,
}

impl<'f> Project<'f> {
    /// A project of these files.
    #[must_use]
    pub fn new(files: &'f dyn Files, options: Options) -> Self {
        let settings = AllSettings::new(files, &options.settings, options.max_size, options.today);
        Self { options, settings }
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
        self.options.rules.apply(&mut own.config);
        options::keep_to(self.options.scope, &mut own.config);
        (own, &self.settings)
    }

    /// A check of these inputs that reports its progress.
    pub fn run<'p>(
        &'p mut self,
        inputs: impl IntoIterator<Item = Input>,
        progress: &'p dyn Progress,
    ) -> Run<'p> {
        let inputs = inputs.into_iter().enumerate();
        let inputs: Vec<_> = inputs.map(|(index, input)| (SourceId::of_file(index), input)).collect();
        let each = inputs.iter().map(|(_, input)| self.settings_of(input).0);
        let each = each.map(|mut own| {
            options::without(Scope::Trace, &mut own.config);
            own
        });
        let each = each.collect();
        let (options, settings) = (&self.options, &self.settings);
        let (keeps_all, room) = (false, Room::default());
        Run { options, settings, inputs, each, keeps_all, progress, room, vocabularies: PerThread::new() }
    }

    /// Checks these inputs.
    ///
    /// # Errors
    /// If there are too many documents and findings.
    pub fn check(&mut self, inputs: impl IntoIterator<Item = Input>) -> Result<Findings<'_>, Failure> {
        self.run(inputs, &()).check(None, &[])
    }
}
