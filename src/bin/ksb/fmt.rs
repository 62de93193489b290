//! `ksb fmt`.

use ksb::diagnostic::{Diagnostic, Label, Severity};
use ksb::layout::canonical;
use ksb::model::Format;
use ksb::project::{AllSettings, Disk, Input, InputOrigin, inputs};
use ksb::read::encoding::UNREADABLE_FILE;
use ksb::read::{format_of_file, read};
use ksb::report::{Report, patch, visible};
use ksb::source::{Source, SourceId, Sources, Span};

use crate::cli::FmtArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::replace::{self, replace};

/// Lays out every input; an input that cannot be read or written does not stop the others.
pub(crate) fn run(args: &FmtArgs) -> Result<Exit, Failure> {
    let (mut failed, mut changed) = (false, 0);
    let inputs = inputs(&args.paths, None, &mut AllSettings::none(&Disk), false);
    for input in &inputs {
        match one(input, args) {
            Ok(differs) => changed += usize::from(differs),
            Err(why) => {
                failed = true;
                why.say(args)?;
            }
        }
    }
    let would = args.check || args.diff;
    if !inputs.iter().all(|input| matches!(input.origin, InputOrigin::Stdin)) {
        let done = if would { "would be reformatted" } else { "reformatted" };
        output::write_aside(&format!("{changed} of {} {done}\n", counted(inputs.len())))?;
    }
    Ok(match (failed, would && changed > 0) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Clean,
    })
}

fn counted(files: usize) -> String {
    format!("{files} {}", if files == 1 { "file" } else { "files" })
}

/// Why a file was not laid out.
enum Why {
    /// What is wrong in it.
    Content(Box<Source>, Vec<Diagnostic>),
    /// It cannot be written.
    Failure(Failure),
}

impl Why {
    fn say(self, args: &FmtArgs) -> Result<(), Failure> {
        let (source, found) = match self {
            Self::Failure(failure) => {
                output::print_error(&failure);
                return Ok(());
            }
            Self::Content(source, found) => (*source, found),
        };
        let sources = Sources::from(source);
        let documents = usize::from(found.iter().all(|one| one.rule != UNREADABLE_FILE));
        let report = Report::new(&found, &sources, 1, documents);
        output::write_findings(&report, &args.terminal)
    }
}

/// Lays out one input. Returns whether that changes it.
fn one(input: &Input, args: &FmtArgs) -> Result<bool, Why> {
    let (source, encoding) = input
        .read(&Disk, SourceId::of_file(0), args.max_size)
        .map_err(|failed| Why::Content(Box::new(failed.source), vec![failed.diagnostic]))?;
    let faults = faults(&source, encoding);
    if !faults.is_empty() {
        return Err(Why::Content(Box::new(source), faults));
    }
    let text = canonical(source.text()).map_err(|errors| Why::Failure(not_json(input, errors.len())))?;
    let differs = text != source.text();
    let done = match &input.origin {
        _ if args.diff => output::write(&patch::render(&input.name, source.text(), &text)),
        _ if args.check && differs => output::write(&format!("{}\n", visible(&input.name))),
        InputOrigin::Path(_) if differs && !args.check && input.links_outside => {
            Err(replace::links_outside(&input.name))
        }
        InputOrigin::Path(path) if differs && !args.check => {
            replace(path, &text, Some(source.text().as_bytes()))
        }
        InputOrigin::Stdin if !args.check => output::write(&text),
        _ => Ok(()),
    };
    done.map(|()| differs).map_err(Why::Failure)
}

/// What prevents a file from being laid out: bytes or JSON that could not be written back unchanged, or another format.
fn faults(source: &Source, encoding: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let format = format_of_file(source);
    if let Some(format) = format.filter(|format| *format != Format::NativeJson) {
        let label = Label::new(source.id(), Span::at(0), "");
        let message = format!("this is {}, and only native JSON can be formatted", format.noun());
        let fault = Diagnostic::new(UNREADABLE_FILE, Severity::Error, "file", message, label);
        return vec![fault.help("run `ksb convert` to write it as native JSON")];
    }
    let mut found = encoding;
    found.extend(read(source, format).diagnostics);
    found
        .retain(|one| ["syntax", "invalid-utf8", "unrecognised-format", UNREADABLE_FILE].contains(&one.rule));
    found
}

fn not_json(input: &Input, mistakes: usize) -> Failure {
    Failure(format!("{}: {mistakes} mistakes in its JSON", input.name))
}
