//! `ksb fmt`.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use ksb::diagnostic::{Diagnostic, Label, Severity};
use ksb::layout::canonical;
use ksb::model::Format;
use ksb::read::encoding::UNREADABLE_FILE;
use ksb::read::{format_of_file, read};
use ksb::report::{Report, full, patch, visible};
use ksb::source::{Source, SourceId, Sources, Span};

use crate::args::{LookArgs, size};
use crate::exit::{Exit, Failure};
use crate::input::{Input, Origin};
use crate::replace::{self, replace};
use crate::settings::AllSettings;
use crate::{output, walk};

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    /// Files or folders; `-` lays out standard input and writes it to standard output
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change
    #[arg(long)]
    check: bool,
    /// Write nothing; show what would change as a unified diff
    #[arg(long, conflicts_with = "check")]
    diff: bool,
    /// Refuse files longer than this many bytes; K, M and G stand for powers of 1024
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size)]
    #[arg(hide_short_help = true)]
    max_size: u64,
    #[command(flatten)]
    look: LookArgs,
}

/// Lays out every input; what cannot be read or written stops none of the others.
pub(crate) fn run(args: &FmtArgs) -> Result<Exit, Failure> {
    let (mut failed, mut changed) = (false, 0);
    let inputs = walk::inputs(&args.paths, None, &mut AllSettings::none(), false);
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
    if !inputs.iter().all(|input| matches!(input.origin, Origin::Stdin)) {
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
                output::complain(&failure);
                return Ok(());
            }
            Self::Content(source, found) => (*source, found),
        };
        let sources = Sources::from(source);
        let report = Report {
            diagnostics: &found,
            sources: &sources,
            files: 1,
            documents: usize::from(found.iter().all(|one| one.rule != UNREADABLE_FILE)),
            hidden: 0,
            ignored: &[],
        };
        output::write_aside(&full::render(&report, &output::style(&args.look, 0, &io::stderr())))
    }
}

/// Lays out one input; whether that changes it.
fn one(input: &Input, args: &FmtArgs) -> Result<bool, Why> {
    let (source, encoding) = input
        .read(SourceId(0), args.max_size)
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
        Origin::Path(_) if differs && !args.check && input.leads_out => Err(replace::leads_out(&input.name)),
        Origin::Path(path) if differs && !args.check => replace(path, &text, Some(source.text())),
        Origin::Stdin if !args.check => output::write(&text),
        _ => Ok(()),
    };
    done.map(|()| differs).map_err(Why::Failure)
}

/// What keeps a file from being laid out: bytes or JSON that nobody could write back as they are, or
/// another format.
fn faults(source: &Source, encoding: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let format = format_of_file(source);
    if let Some(format) = format.filter(|format| *format != Format::NativeJson) {
        let label = Label::new(source.id(), Span::at(0), "");
        let message = format!("this is {}: only native JSON has a layout", format.noun());
        let fault = Diagnostic::new(UNREADABLE_FILE, Severity::Error, "file", message, label);
        return vec![fault.help("`ksb convert` writes it as native JSON")];
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
