//! `ksb convert`.

use ksb::convert;
use ksb::diagnostic::Severity;

use crate::cli::ConvertArgs;
use crate::document;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;

/// Writes the document as native JSON. What could not be read is said on standard error; if that is an
/// error, the document may lack something, and the exit code is 1.
pub(crate) fn run(args: &ConvertArgs) -> Result<Exit, Failure> {
    refuse_overwriting(args.output.as_deref(), [args.file.as_path()])?;
    let wanted = args.document.as_deref();
    let Some(picked) = document::open(&args.file, wanted, args.input.reader(), &args.terminal)? else {
        return Ok(Exit::Failed);
    };
    let (reading, found) = picked.read(args.input.from);
    let json = reading.document.map(|document| convert::convert(&document, &picked.source));
    let faulty = found.iter().any(|found| found.severity == Severity::Error);
    if let Some(json) = &json {
        output::deliver(json, args.output.as_deref())?;
    }
    picked.report(&found, json.is_some(), &args.terminal)?;
    Ok(match json {
        None => Exit::Failed,
        Some(_) if faulty => Exit::Findings,
        Some(_) => Exit::Clean,
    })
}
