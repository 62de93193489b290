//! `ksb matrix`.

use std::io;
use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::model::Document;
use ksb::read;
use ksb::report::matrix::{self, Matrix};
use ksb::report::{Report, full};
use ksb::source::{Source, SourceId, Sources};

use crate::args::{InputArgs, LookArgs};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;

#[derive(Debug, ClapArgs)]
pub(crate) struct MatrixArgs {
    /// The standard to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// How the table is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: MatrixFormat,
    /// Where to write; standard output if not given, or if `-`
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    look: LookArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MatrixFormat {
    /// Columns for a terminal, in pieces where they are too wide
    Text,
    /// A table for each kind
    Markdown,
    /// One table, for spreadsheets
    Csv,
    /// A page
    Html,
}

/// Writes which duty lists which statements. What could not be read is said on standard error; if that
/// is an error, the table may lack something, and the exit code is 1.
pub(crate) fn run(args: &MatrixArgs) -> Result<Exit, Failure> {
    let (source, mut found) = match Input::named(&args.file, None).read(SourceId(0), args.input.max_size) {
        Ok(read) => read,
        Err(failed) => {
            show(&[failed.diagnostic], failed.source, args)?;
            return Ok(Exit::Failed);
        }
    };
    let reading = read::read(&source, args.input.from);
    found.extend(reading.diagnostics);
    let matrix = reading.document.map(|document| mapping(&document)).transpose();
    let exit = match &matrix {
        Ok(Some(matrix)) => {
            output::deliver(&rendered(matrix, args), args.output.as_deref())?;
            let faulty = found.iter().any(|found| found.severity == Severity::Error);
            if faulty { Exit::Findings } else { Exit::Clean }
        }
        Ok(None) | Err(_) => Exit::Failed,
    };
    if !found.is_empty() {
        show(&found, source, args)?;
    }
    matrix.map(|_shown| exit)
}

fn mapping(document: &Document<'_>) -> Result<Matrix, Failure> {
    let matrix = match document {
        Document::Standard(standard) => Matrix::new(standard),
        Document::Map(_) => Err("an occupational map has no duties, so there is no mapping to show"),
    };
    matrix.map_err(|why| Failure(why.to_owned()))
}

fn rendered(matrix: &Matrix, args: &MatrixArgs) -> String {
    match args.format {
        MatrixFormat::Text => matrix::terminal::render(matrix, &output::style(&args.look, 0, &io::stdout())),
        MatrixFormat::Markdown => matrix::markdown::render(matrix),
        MatrixFormat::Csv => matrix::csv::render(matrix),
        MatrixFormat::Html => matrix::html::render(matrix),
    }
}

fn show(found: &[Diagnostic], source: Source, args: &MatrixArgs) -> Result<(), Failure> {
    let sources = Sources::from(source);
    let report =
        Report { diagnostics: found, sources: &sources, files: 1, documents: 1, hidden: 0, ignored: &[] };
    output::write_aside(&full::render(&report, &output::style(&args.look, 0, &io::stderr())))
}
