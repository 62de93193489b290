//! Which document of a file is meant, where it holds several.

use std::borrow::Borrow;
use std::path::Path;

use ksb::check;
use ksb::diagnostic::Diagnostic;
use ksb::model::Format;
use ksb::project::{Documents, Input, Reader, document_called};
use ksb::read::{self, Reading};
use ksb::report::Report;
use ksb::source::{Source, SourceId, Sources};

use crate::cli::TerminalArgs;
use crate::exit::Failure;
use crate::output;

/// One document of a file.
pub(crate) struct Picked {
    pub(crate) source: Source,
    /// The file as a whole, if it holds several documents.
    pub(crate) file: Option<Source>,
    /// What is wrong with the file, its encoding and what stands around the document.
    pub(crate) around: Vec<Diagnostic>,
}

impl Picked {
    /// What is read from the document, and all findings about it and its file.
    pub(crate) fn read(&self, from: Option<Format>) -> (Reading<'_>, Vec<Diagnostic>) {
        let reading = read::read(&self.source, from);
        let found = self.around.iter().cloned().chain(check::check_reading(&reading)).collect();
        (reading, found)
    }

    /// Shows on standard error what is wrong with the document and its file, or with a file that is none.
    pub(crate) fn report(
        self,
        found: &[Diagnostic],
        is_document: bool,
        terminal: &TerminalArgs,
    ) -> Result<(), Failure> {
        if found.is_empty() {
            return Ok(());
        }
        let sources: Sources = self.file.into_iter().chain([self.source]).collect();
        let documents = usize::from(is_document);
        let report = Report::new(found, &sources, 1, documents);
        output::write_findings(&report, terminal)
    }
}

/// Reads a file and picks a document of it: the one that is called `wanted`, or its only one. None if the file cannot
/// be read, which is shown.
pub(crate) fn open(
    path: &Path,
    wanted: Option<&str>,
    reader: Reader<'_>,
    terminal: &TerminalArgs,
) -> Result<Option<Picked>, Failure> {
    open_input(&Input::named(path, None), wanted, reader, terminal)
}

/// The same of an input that need not be a file.
pub(crate) fn open_input(
    input: &Input,
    wanted: Option<&str>,
    reader: Reader<'_>,
    terminal: &TerminalArgs,
) -> Result<Option<Picked>, Failure> {
    let Documents { file, mut around, mut all } = reader.documents(input, SourceId::of_file(0));
    let at = match (wanted, all.as_slice()) {
        (None, [_]) => 0,
        (Some(_), [only]) if !only.is_read => 0,
        _ => {
            let name = all.first().map_or("", |one| one.source.name()).to_owned();
            let sources: Vec<&Source> = all.iter().map(|one| &one.source).collect();
            index(&name, &sources, wanted, reader.from)?
        }
    };
    let picked = all.swap_remove(at);
    around.extend(picked.found);
    if picked.is_read {
        return Ok(Some(Picked { source: picked.source, file, around }));
    }
    Picked { source: picked.source, file: None, around: Vec::new() }.report(&around, false, terminal)?;
    Ok(None)
}

/// The index of the document that is called `wanted`.
pub(crate) fn index<S: Borrow<Source> + Sync>(
    file: &str,
    documents: &[S],
    wanted: Option<&str>,
    from: Option<Format>,
) -> Result<usize, Failure> {
    document_called(file, documents, wanted, from, "--document").map_err(Failure)
}
