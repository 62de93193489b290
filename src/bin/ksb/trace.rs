//! `ksb trace`.

use std::io;
use std::path::Path;

use ksb::citing::CitingOptions;
use ksb::project::{Disk, Findings, Input, Options, Project, Section, SettingsFrom, TraceChoices};
use ksb::report::coverage::Coverage;
use ksb::report::matrix;

use crate::cli::{TraceArgs, TraceFormat};
use crate::date::today;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;
use crate::plan::Display;
use crate::reports;

/// Shows what documents cite from a standard, and what is wrong with that.
pub(crate) fn run(args: &TraceArgs) -> Result<Exit, Failure> {
    let mut project = Project::new(&Disk, options(args));
    let sections = match &args.standard {
        Some(standard) => vec![section(args, standard, project.citing_inputs(&args.files))],
        None => project.sections_here(),
    };
    let mut run = project.run_with([], sections, &());
    if run.citing().next().is_none() && !run.settings().have_errors() {
        let why =
            "name a standard and the documents that cite it: `ksb.toml` has no [[trace]] with documents";
        return Err(Failure(why.to_owned()));
    }
    let read = run.all_inputs().iter().filter_map(|(_, input)| input.path());
    let settings = run.settings().all().iter().map(|file| Path::new(file.source.name()));
    refuse_overwriting(args.output.as_deref(), read.chain(settings))?;
    let findings = run.check(None, &[])?;
    write(args, &findings)?;
    Ok(exit(args, &findings))
}

/// The standard and the documents that the user names.
fn section(args: &TraceArgs, standard: &Path, files: Vec<Input>) -> Section {
    Section {
        standard: Input::named(standard, None),
        document: args.document.clone(),
        files,
        history: args.history.iter().map(|path| (path.clone(), None)).collect(),
        choices: TraceChoices {
            citing: CitingOptions { codes_in: args.codes_in.clone() },
            exactly_once: args.exactly_once,
            is_partial: false,
            min_coverage: args.min_coverage,
        },
        place: None,
    }
}

fn options(args: &TraceArgs) -> Options {
    let settings = match &args.config {
        Some(path) => SettingsFrom::File(path.clone()),
        None if args.no_config => SettingsFrom::Nowhere,
        None => SettingsFrom::Nearest,
    };
    Options {
        settings,
        rules: args.rules.clone().into(),
        min_severity: args.severity.into(),
        from: args.input.from,
        max_size: args.input.max_size,
        today: Some(today()),
        ..Options::default()
    }
}

/// Writes the findings or the coverage.
fn write(args: &TraceArgs, findings: &Findings<'_>) -> Result<(), Failure> {
    let to = args.output.as_deref();
    let Some(format) = args.format.of_findings() else {
        return output::deliver(&shown(&findings.coverage, args)?, to);
    };
    let display = Display { terminal: args.terminal.clone(), limit: 0, statistics: false, from: None };
    let mut text = reports::rendered(&findings.report(), format, output::is_file(to), &display);
    if format.is_prose() {
        text.extend(findings.coverage.iter().flat_map(|one| [one.summary(), "\n".to_owned()]));
    }
    output::deliver(&text, to)
}

/// The coverage, as requested.
fn shown(all: &[Coverage], args: &TraceArgs) -> Result<String, Failure> {
    if args.format == TraceFormat::Coverage {
        let style = output::style(&args.terminal, 0, &io::stdout());
        let one = |one: &Coverage| {
            let table = matrix::terminal::render(&one.matrix, &style);
            format!("{table}\n{}\n{}\n", one.of_duties(), one.summary())
        };
        return Ok(all.iter().map(one).collect::<Vec<_>>().join("\n"));
    }
    let [coverage] = all else {
        let why = "this format shows one standard: name the standard and the documents that cite it";
        return Err(Failure(why.to_owned()));
    };
    Ok(match args.format {
        TraceFormat::Csv => matrix::csv::render(&coverage.matrix),
        _ => matrix::html::render(&coverage.matrix),
    })
}

fn exit(args: &TraceArgs, findings: &Findings<'_>) -> Exit {
    let is_grave = args.fail_on.severity().is_some_and(|least| findings.worst >= Some(least));
    let is_short = |one: &Coverage| args.min_coverage.is_some_and(|least| one.percent() < usize::from(least));
    Exit::of(findings.is_complete, is_grave || findings.coverage.iter().any(is_short))
}
