//! `ksb convert`.

use std::path::Path;

use ksb::convert::{Target, convert_to};
use ksb::diagnostic::Severity;
use ksb::project::shown;

use crate::cli::{ConvertArgs, WrittenFormat};
use crate::document;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::{refuse_existing, refuse_overwriting};
use crate::target;

/// Writes the document in another format. What could not be read is reported on standard error; if that is an error,
/// something may be missing from the document, and the exit code is 1.
pub(crate) fn run(args: &ConvertArgs) -> Result<Exit, Failure> {
    let to = args.output.as_deref();
    let target = format_of(args.to, to)?;
    refuse_overwriting(to, [args.file.as_path()])?;
    refuse_existing(to, args.force)?;
    output::refuse_screen(target, to)?;
    let wanted = args.document.as_deref();
    let Some(picked) = document::open(&args.file, wanted, args.input.reader(), &args.terminal)? else {
        return Ok(Exit::Failed);
    };
    let (reading, found) = picked.read(args.input.from);
    let written = reading.document.map(|document| convert_to(target, &document, &picked.source));
    let faulty = found.iter().any(|found| found.severity == Severity::Error);
    let is_written = written.is_some();
    if let Some(written) = written {
        let name = shown(&args.file);
        let written = written.map_err(|error| Failure(format!("`{name}` cannot be written: {error}")))?;
        output::deliver(&written, to)?;
    }
    document::report(picked, &found, is_written, &args.terminal)?;
    Ok(match is_written {
        false => Exit::Failed,
        true if faulty => Exit::Findings,
        true => Exit::Clean,
    })
}

/// The format to write: the one that was named, or the one for the name of the file; native JSON for standard output
/// and for a file name without an ending.
fn format_of(named: Option<WrittenFormat>, to: Option<&Path>) -> Result<Target, Failure> {
    let to = to.filter(|to| output::is_file(Some(to)));
    let Some(file) = to.filter(|to| named.is_some() || to.extension().is_some()) else {
        return Ok(named.map_or(Target::Json, WrittenFormat::target));
    };
    target::of_file(named, file, "--to")
}
