//! One document of an input.

use super::Failure;
use super::documents::Reader;
use super::input::Input;
use super::named::document_called;
use super::opened::Documents;
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::model::Format;
use crate::read::{self, Reading};
use crate::source::{Source, SourceId, Sources};

/// One document of a file.
#[derive(Debug)]
pub struct Picked {
    /// The document.
    pub source: Source,
    /// The file as a whole, if it holds several documents.
    pub file: Option<Source>,
    /// What is wrong with the file, its encoding and what is around the document.
    pub around: Vec<Diagnostic>,
    /// Whether it could be read.
    pub is_read: bool,
}

impl Picked {
    /// What is read from the document, and all findings about it and its file.
    #[must_use]
    pub fn read(&self, from: Option<Format>) -> (Reading<'_>, Vec<Diagnostic>) {
        let reading = read::read(&self.source, from);
        let found = self.around.iter().cloned().chain(check::check_reading(&reading)).collect();
        (reading, found)
    }

    /// What its findings point into.
    #[must_use]
    pub fn into_sources(self) -> Sources {
        self.file.into_iter().chain([self.source]).collect()
    }
}

impl Reader<'_> {
    /// Opens an input and picks a document of it: the one that is called `wanted`, or its only one.
    ///
    /// # Errors
    /// If there is no such document, or there are several and none was asked for: a list of those that there are.
    pub fn pick(&self, input: &Input, id: SourceId, wanted: Option<&str>) -> Result<Picked, Failure> {
        let Documents { file, mut around, mut all } = self.documents(input, id);
        let at = match (wanted, all.as_slice()) {
            (None, [_]) => 0,
            (Some(_), [only]) if !only.is_read => 0,
            _ => {
                let name = all.first().map_or("", |one| one.source.name()).to_owned();
                let sources: Vec<&Source> = all.iter().map(|one| &one.source).collect();
                document_called(&name, &sources, wanted, self.from, "--document").map_err(Failure)?
            }
        };
        let picked = all.swap_remove(at);
        around.extend(picked.found);
        let file = file.filter(|_| picked.is_read);
        Ok(Picked { source: picked.source, file, around, is_read: picked.is_read })
    }
}
