//! The document that is meant, in a file that may hold several.

use std::path::Path;

use ksb::diagnostic::Diagnostic;
use ksb::project::{Input, Picked, Reader};
use ksb::report::Report;
use ksb::source::SourceId;

use crate::cli::TerminalArgs;
use crate::exit::Failure;
use crate::output;

/// Shows on standard error what is wrong with a document and its file, or with a file that is not a document.
pub(crate) fn report(
    picked: Picked,
    found: &[Diagnostic],
    is_document: bool,
    terminal: &TerminalArgs,
) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let sources = picked.into_sources();
    output::write_findings(&Report::new(found, &sources, 1, usize::from(is_document)), terminal)
}

/// Reads a file and picks a document in it: the one called `wanted`, or the only one. `None` if the file cannot be
/// read, which is shown.
pub(crate) fn open(
    path: &Path,
    wanted: Option<&str>,
    reader: Reader<'_>,
    terminal: &TerminalArgs,
) -> Result<Option<Picked>, Failure> {
    open_input(&Input::named(path, None), wanted, reader, terminal)
}

/// The same for an input that need not be a file.
pub(crate) fn open_input(
    input: &Input,
    wanted: Option<&str>,
    reader: Reader<'_>,
    terminal: &TerminalArgs,
) -> Result<Option<Picked>, Failure> {
    let mut picked = reader.pick(input, SourceId::of_file(0), wanted)?;
    if picked.is_read {
        return Ok(Some(picked));
    }
    let found = std::mem::take(&mut picked.around);
    report(picked, &found, false, terminal)?;
    Ok(None)
}
