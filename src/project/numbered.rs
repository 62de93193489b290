//! The numbers of files in a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Files;
use super::files::in_folder_resolved;
use super::input::Input;
use super::sections::Section;
use crate::hash::HashMap;
use crate::source::SourceId;

/// The numbers of the inputs of a run: one file has one number, however often it is named.
pub(super) struct Numbers<'f> {
    files: &'f dyn Files,
    pub(super) inputs: Vec<(SourceId, Input)>,
    known: HashMap<PathBuf, SourceId>,
    /// The folders that files are in, as named, and their paths with links resolved.
    folders: HashMap<PathBuf, PathBuf>,
}

impl<'f> Numbers<'f> {
    pub(super) fn new(files: &'f dyn Files, inputs: impl IntoIterator<Item = Input>) -> Self {
        let (known, folders) = (HashMap::default(), HashMap::default());
        let mut numbers = Self { files, inputs: Vec::new(), known, folders };
        for input in inputs {
            let key = numbers.key(&input);
            numbers.add(input, key);
        }
        numbers
    }

    fn add(&mut self, input: Input, key: Option<PathBuf>) -> SourceId {
        let id = SourceId::of_file(self.inputs.len());
        if let Some(key) = key {
            self.known.entry(key).or_insert(id);
        }
        self.inputs.push((id, input));
        id
    }

    fn of(&mut self, input: Input) -> SourceId {
        let key = self.key(&input);
        let known = key.as_ref().and_then(|key| self.known.get(key));
        known.copied().unwrap_or_else(|| self.add(input, key))
    }

    /// The path of an input with its folder resolved, as [`key`](super::inputs::key) gives it.
    fn key(&mut self, input: &Input) -> Option<PathBuf> {
        let (files, folders) = (self.files, &mut self.folders);
        let resolved = |folder: &Path| {
            let known = folders.entry(folder.to_owned()).or_insert_with(|| files.resolved(folder));
            known.clone()
        };
        Some(in_folder_resolved(input.path()?, resolved))
    }
}

/// A section whose inputs have numbers.
#[derive(Debug)]
pub(super) struct TracedSection {
    pub(super) section: Section,
    pub(super) standard: SourceId,
    pub(super) files: BTreeSet<SourceId>,
}

impl TracedSection {
    pub(super) fn new(mut section: Section, numbers: &mut Numbers<'_>) -> Self {
        let standard = numbers.of(section.standard.clone());
        let files = std::mem::take(&mut section.files);
        Self { section, standard, files: files.into_iter().map(|file| numbers.of(file)).collect() }
    }

    /// Whether rules about citations apply to this file: to the standard only if all documents are there.
    pub(super) fn looks_at(&self, id: SourceId) -> bool {
        self.files.contains(&id) || !self.section.choices.is_partial && self.standard == id
    }
}
