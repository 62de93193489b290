//! The files that the page was given.

use std::path::Path;

use ksb::model::Format;
use ksb::project::{Files as _, InMemory, Input, Picked, Reader};
use ksb::source::SourceId;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Problem;

/// The size of the largest file that is read.
const MAX_SIZE: u64 = 512 << 20;

/// Files, by name.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files {
    pub(crate) memory: InMemory,
    pub(crate) names: Vec<String>,
}

#[wasm_bindgen]
impl Files {
    /// No files.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. No two have the same name.
    pub fn add(&mut self, name: String, content: Vec<u8>) {
        self.memory.insert(&name, content);
        self.names.push(name);
    }

    /// What the documents of a file are called, if it holds several.
    #[must_use]
    pub fn documents(&self, name: &str) -> Vec<String> {
        let opened = self.reader(None).documents(&Input::file(name), SourceId::of_file(0));
        if opened.file.is_none() {
            return Vec::new();
        }
        let sources: Vec<_> = opened.all.into_iter().map(|one| one.source).collect();
        ksb::project::document_names(&sources, None).into_iter().map(|name| name.label).collect()
    }
}

impl Files {
    /// A reader of these files.
    pub(crate) fn reader(&self, from: Option<Format>) -> Reader<'_> {
        Reader { files: &self.memory, from, max_size: MAX_SIZE }
    }

    /// The document that is meant in a file: the one called `wanted`, or the only one.
    pub(crate) fn pick(&self, name: &str, number: usize, wanted: Option<&str>) -> Result<Picked, Problem> {
        let picked = self.reader(None).pick(&Input::file(name), SourceId::of_file(number), wanted)?;
        if picked.is_read { Ok(picked) } else { Err(Problem::unread(&picked)) }
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, name: &str) -> Result<Vec<u8>, Problem> {
        self.memory.read(Path::new(name), u64::MAX).map_err(|why| Problem(format!("`{name}`: {why}")))
    }
}
