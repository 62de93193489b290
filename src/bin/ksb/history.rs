//! `ksb history`.

use std::io;

use ksb::check;
use ksb::config::Date;
use ksb::diagnostic::Severity;
use ksb::project::{DatedDocuments, FoundVersions, Input, history_report};
use ksb::report::Style;
use ksb::report::history::{HistoryReport, html, json, markdown, terminal};
use ksb::report::starts::{self, StartsReport};

use crate::cli::{Color, HistoryArgs, HistoryFormat};
use crate::exit::{Exit, Failure};
use crate::named_inputs::named_inputs;
use crate::opened_inputs::OpenedInputs;
use crate::output;
use crate::overwrite::refuse_overwriting;

pub(crate) fn run(args: &HistoryArgs) -> Result<Exit, Failure> {
    let (reference, paths) = args.reference_and_paths();
    let inputs = named_inputs(&paths);
    refuse_overwriting(args.output.as_deref(), inputs.iter().filter_map(Input::path))?;
    let opened = OpenedInputs::open(&inputs, args.input.reader());
    match (args.on, reference) {
        (Some(day), _) => on_a_day(args, day, reference, opened),
        (None, Some(reference)) => history(args, reference, opened),
        (None, None) => Err(Failure("give a reference, or a date with `--on`".to_owned())),
    }
}

/// Shows what each version changed.
fn history(args: &HistoryArgs, reference: &str, mut opened: OpenedInputs) -> Result<Exit, Failure> {
    let versions = FoundVersions::new(reference, &opened.documents, args.input.from);
    let mut found = std::mem::take(&mut opened.found);
    found.extend(versions.failed.iter().flat_map(|reading| &reading.diagnostics).cloned());
    if versions.versions.is_empty() {
        let unknown = versions.unknown(reference, &opened.documents, args.input.from);
        drop(versions);
        // What could not be read may be what was asked for.
        opened.print(&found, &args.terminal)?;
        return Err(unknown);
    }
    let of_versions = versions.versions.iter().flat_map(|one| check::check_reading(&one.reading));
    found.extend(of_versions.filter(|one| one.severity == Severity::Error));
    let failed = opened.unopened > 0 || !versions.failed.is_empty();
    let version = env!("CARGO_PKG_VERSION");
    let text = history_report(&versions, version, |history| rendered(args, history))??;
    drop(versions);
    output::deliver(&text, args.output.as_deref())?;
    opened.print(&found, &args.terminal)?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

/// Shows which versions are open for starts on a date.
fn on_a_day(
    args: &HistoryArgs,
    day: Date,
    reference: Option<&str>,
    mut opened: OpenedInputs,
) -> Result<Exit, Failure> {
    let dated = DatedDocuments::new(reference, &opened.documents, args.input.from);
    let mut found = std::mem::take(&mut opened.found);
    found.extend(dated.findings());
    let failed = opened.unopened > 0 || dated.has_failed();
    if !dated.has_standards() {
        let unknown = match reference {
            Some(reference) => {
                FoundVersions::default().unknown(reference, &opened.documents, args.input.from)
            }
            None => Failure("none of the documents is a standard with a reference".to_owned()),
        };
        drop(dated);
        opened.print(&found, &args.terminal)?;
        return Err(unknown);
    }
    let text = dated.report(day, &opened.documents, |report| rendered_starts(args, report))?;
    drop(dated);
    output::deliver(&text, args.output.as_deref())?;
    opened.print(&found, &args.terminal)?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

/// The history in the format that was asked for.
fn rendered(args: &HistoryArgs, history: &HistoryReport<'_>) -> Result<String, Failure> {
    Ok(match args.format {
        HistoryFormat::Terminal => terminal::render(history, &style(args)),
        HistoryFormat::Markdown => markdown::render(history),
        HistoryFormat::Html => html::render(history),
        HistoryFormat::Json => json::render(history),
        HistoryFormat::Csv => {
            return Err(Failure("`--format csv` works only with `--on`".to_owned()));
        }
    })
}

/// The versions that are open for starts, in the format that was asked for.
fn rendered_starts(args: &HistoryArgs, report: &StartsReport<'_>) -> Result<String, Failure> {
    Ok(match args.format {
        HistoryFormat::Terminal => starts::terminal::render(report, &style(args)),
        HistoryFormat::Json => starts::json::render(report),
        HistoryFormat::Csv => starts::csv::render(report),
        HistoryFormat::Markdown | HistoryFormat::Html => {
            return Err(Failure("`--on` works only with the formats terminal, json and csv".to_owned()));
        }
    })
}

/// How the report looks; a file gets no colours unless they are asked for.
fn style(args: &HistoryArgs) -> Style {
    let mut style = output::style(&args.terminal, 0, &io::stdout());
    if output::is_file(args.output.as_deref()) && args.terminal.color == Color::Auto {
        style.colour = false;
    }
    style
}
