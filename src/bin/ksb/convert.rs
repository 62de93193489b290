//! `ksb convert`.

use std::io;

use ksb::convert;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::read;
use ksb::report::{Report, full};
use ksb::source::{Source, SourceId, Sources};

use crate::args::ConvertArgs;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;

/// Writes the document as native JSON. What could not be read is said on standard error; if that is an
/// error, the document may lack something, and the exit code is 1.
pub(crate) fn run(args: &ConvertArgs) -> Result<Exit, Failure> {
    let (source, mut found) = match Input::named(&args.file, None).read(SourceId(0), args.input.max_size) {
        Ok(read) => read,
        Err(failed) => {
            show(&[failed.diagnostic], failed.source, args)?;
            return Ok(Exit::Failed);
        }
    };
    let reading = read::read(&source, args.input.from);
    found.extend(reading.diagnostics);
    let json = reading.document.map(|document| convert::convert(&document, &source));
    let faulty = found.iter().any(|found| found.severity == Severity::Error);
    if let Some(json) = &json {
        output::deliver(json, args.output.as_deref())?;
    }
    if !found.is_empty() {
        show(&found, source, args)?;
    }
    Ok(match json {
        None => Exit::Failed,
        Some(_) if faulty => Exit::Findings,
        Some(_) => Exit::Clean,
    })
}

fn show(found: &[Diagnostic], source: Source, args: &ConvertArgs) -> Result<(), Failure> {
    let sources = Sources::from(source);
    let report =
        Report { diagnostics: found, sources: &sources, files: 1, documents: 1, hidden: 0, ignored: &[] };
    output::write_aside(&full::render(&report, &output::style(&args.look, 0, &io::stderr())))
}
