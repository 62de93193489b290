//! The numbers of files in a run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Files;
use super::input::Input;
use super::inputs::key;
use super::sections::Section;
use crate::source::SourceId;

/// The numbers of the inputs of a run: one file has one number, however often it is named.
pub(super) struct Numbers<'f> {
    files: &'f dyn Files,
    pub(super) inputs: Vec<(SourceId, Input)>,
    known: BTreeMap<PathBuf, SourceId>,
}

impl<'f> Numbers<'f> {
    pub(super) fn new(files: &'f dyn Files, inputs: impl IntoIterator<Item = Input>) -> Self {
        let mut numbers = Self { files, inputs: Vec::new(), known: BTreeMap::new() };
        for input in inputs {
            numbers.add(input);
        }
        numbers
    }

    fn add(&mut self, input: Input) -> SourceId {
        let id = SourceId::of_file(self.inputs.len());
        if let Some(path) = input.path() {
            self.known.entry(key(self.files, path)).or_insert(id);
        }
        self.inputs.push((id, input));
        id
    }

    fn of(&mut self, input: Input) -> SourceId {
        let known = input.path().and_then(|path| self.known.get(&key(self.files, path)));
        known.copied().unwrap_or_else(|| self.add(input))
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
