//! Everything that was given, opened.

use ksb::diagnostic::Diagnostic;
use ksb::project::{Documents, Input, Reader};
use ksb::report::Report;
use ksb::source::{Source, SourceId, Sources};

use crate::cli::TerminalArgs;
use crate::exit::Failure;
use crate::output;

/// Everything that was given, document by document.
#[derive(Default)]
pub(crate) struct OpenedInputs {
    pub(crate) documents: Vec<Source>,
    /// Files that hold several documents, or could not be opened.
    pub(crate) files: Vec<Source>,
    pub(crate) found: Vec<Diagnostic>,
    pub(crate) unopened: usize,
}

impl OpenedInputs {
    /// Opens the inputs.
    pub(crate) fn open(inputs: &[Input], reader: Reader<'_>) -> Self {
        let mut opened = Self::default();
        for (index, input) in inputs.iter().enumerate() {
            let Documents { file, around, all } = reader.documents(input, SourceId::of_file(index));
            opened.found.extend(around);
            opened.files.extend(file);
            for one in all {
                opened.found.extend(one.found);
                if one.is_read {
                    opened.documents.push(one.source);
                } else {
                    opened.files.push(one.source);
                    opened.unopened += 1;
                }
            }
        }
        opened
    }

    /// Shows on standard error what is wrong with what was given.
    pub(crate) fn print(self, found: &[Diagnostic], terminal: &TerminalArgs) -> Result<(), Failure> {
        if found.is_empty() {
            return Ok(());
        }
        let (files, documents) = (self.files.len(), self.documents.len());
        let sources: Sources = self.files.into_iter().chain(self.documents).collect();
        let report = Report::new(found, &sources, files, documents);
        output::write_findings(&report, terminal)
    }
}
