//! The settings of a `ksb.toml`, and what they amount to for one file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Config, Date, Globs, Ignore, TraceSection};
use crate::diagnostic::Severity;

/// What a `ksb.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The rules that do not run: not selected, or deselected.
    pub(super) unselected: BTreeSet<&'static str>,
    pub(super) severities: BTreeMap<String, Option<Severity>>,
    pub(super) overrides: Vec<Override>,
    pub(super) options: BTreeMap<String, BTreeMap<String, usize>>,
    pub(super) today: Option<Date>,
    pub(super) forbids_document_ignores: bool,
    /// What is taken from a folder, besides the documents that are recognised by their names.
    pub include: Globs,
    /// What is not taken from a folder.
    pub exclude: Globs,
    /// The findings to ignore.
    pub ignores: Vec<Ignore>,
    /// The documents that cite standards.
    pub traces: Vec<TraceSection>,
}

/// Severities for some files.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) paths: Globs,
    pub(super) severities: BTreeMap<String, Option<Severity>>,
}

impl Settings {
    /// The choices for the file at this path, which is written with `/` and relative to the folder of `ksb.toml`.
    /// `[rules]` overrides `select` and `deselect`, and each of the `[[overrides]]` in turn overrides that.
    #[must_use]
    pub fn for_file(&self, path: &str) -> Config {
        let mut severities = self.severities.clone();
        for one in self.overrides.iter().filter(|one| one.paths.matches(path)) {
            severities.extend(one.severities.clone());
        }
        Config {
            unselected: self.unselected.clone(),
            severities,
            options: self.options.clone(),
            today: self.today,
            forbids_document_ignores: self.forbids_document_ignores,
        }
    }
}
