//! `ksb check`.

use std::io;

use ksb::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::ignores::{self, Ignores};
use ksb::lint::Extract;
use ksb::read;
use ksb::report::{Report, concise, full, json};
use ksb::source::{Source, SourceId, Sources};
use rayon::prelude::*;

use crate::args::{CheckArgs, CheckFormat};
use crate::exit::{Exit, Failure};
use crate::input::{Input, STDIN};
use crate::output;
use crate::progress::Progress;
use crate::screen::{self, Screen, Screens};
use crate::settings::{self, AllSettings, FileSettings};
use crate::walk;

/// What is kept of one checked file: its text only if findings in it will be shown.
struct Checked<'s> {
    source: Option<Source>,
    found: Found,
    extract: Option<Extract>,
    /// None if the file cannot be read.
    screen: Option<Screen<'s>>,
}

/// Findings, those that the user chose not to see only counted.
#[derive(Default)]
struct Found {
    shown: Vec<Diagnostic>,
    hidden: usize,
    worst: Option<Severity>,
}

impl Found {
    fn new(diagnostics: Vec<Diagnostic>, least: Severity) -> Self {
        let (all, worst) = (diagnostics.len(), diagnostics.iter().map(|found| found.severity).max());
        let shown: Vec<_> = diagnostics.into_iter().filter(|found| found.severity >= least).collect();
        Self { hidden: all - shown.len(), shown, worst }
    }

    fn add(&mut self, other: Self) {
        self.shown.extend(other.shown);
        self.hidden += other.hidden;
        self.worst = self.worst.max(other.worst);
    }
}

pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    if args.stdin_filename.is_some() && !args.paths.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Failure("--stdin-filename is for standard input: give the path `-` too".to_owned()));
    }
    let mut settings = AllSettings::new(&args.settings);
    if let Some(path) = &args.settings.show_settings {
        return settings::show_settings(path, &mut settings, &args.rules);
    }
    let (stdin, force) = (args.stdin_filename.as_deref(), args.settings.force_exclude);
    let inputs = walk::inputs(&args.paths, stdin, &mut settings, force);
    let each = settings_of(&inputs, &mut settings, args);
    if args.settings.show_files {
        return settings::show_files(&inputs, &settings);
    }
    let checked = check_each(&inputs, args, &each, &settings);
    let readable = checked.iter().all(|one| one.screen.is_some()) && !settings.are_wrong();
    let (mut found, mut sources, extracts, mut screens) = gather(checked);
    let config = |id: SourceId| &each[id.0 as usize].config;
    let among = screen::pass_group(check::check_group(&extracts, config), &mut screens);
    found.add(Found::new(among, args.severity.into()));
    let stale = ignores::stale(screens.values().map(|screen| &screen.ignores));
    found.add(Found::new(stale, args.severity.into()));
    drop(screens);
    for read in settings.read {
        found.add(Found::new(read.found, args.severity.into()));
        sources.insert(read.source);
    }
    keep_sources(&mut found, &mut sources, &inputs, args);
    check::sort(&mut found.shown);
    let report =
        Report { diagnostics: &found.shown, sources: &sources, files: inputs.len(), hidden: found.hidden };
    output::write(&rendered(&report, args))?;
    let fails = args.fail_on.severity().is_some_and(|least| found.worst >= Some(least));
    Ok(match (readable, fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

/// The settings of each input, with what the command line says of rules.
fn settings_of(inputs: &[Input], settings: &mut AllSettings, args: &CheckArgs) -> Vec<FileSettings> {
    let one = |input| {
        let mut one = settings.of(input);
        one.config.severities.extend(args.rules.iter().cloned());
        one
    };
    inputs.iter().map(one).collect()
}

fn rendered(report: &Report<'_>, args: &CheckArgs) -> String {
    match args.format {
        CheckFormat::Full => full::render(report, &output::style(&args.look, args.limit, &io::stdout())),
        CheckFormat::Concise => concise::render(report),
        CheckFormat::Json => json::render(report),
    }
}

/// Checks every input on its own, on all threads; the results are in the order of the inputs.
fn check_each<'s>(
    inputs: &[Input],
    args: &CheckArgs,
    each: &[FileSettings],
    settings: &'s AllSettings,
) -> Vec<Checked<'s>> {
    let progress = Progress::new(inputs.len(), !args.no_progress);
    let one = |(index, input): (usize, &Input)| {
        let checked = check_one(number(index), input, args, &each[index], settings);
        progress.step();
        checked
    };
    let checked = inputs.par_iter().enumerate().map(one).collect();
    progress.finish();
    checked
}

fn number(index: usize) -> SourceId {
    SourceId(u32::try_from(index).expect("there are fewer than four thousand million files"))
}

fn check_one<'s>(
    id: SourceId,
    input: &Input,
    args: &CheckArgs,
    own: &FileSettings,
    settings: &'s AllSettings,
) -> Checked<'s> {
    let least = args.severity.into();
    let (source, encoding) = match input.read(id, args.input.max_size) {
        Ok(read) => read,
        Err(failed) => {
            let found = Found::new(vec![failed.diagnostic], least);
            return Checked { source: Some(failed.source), found, extract: None, screen: None };
        }
    };
    let mut reading = read::read(&source, args.input.from);
    reading.diagnostics.extend(encoding);
    let extract = reading.document.as_ref().map(Extract::from);
    let mut screen = reading.document.as_ref().map(|document| Screen {
        ignores: Ignores::new(settings.followed(own), &own.path, document, reading.whole, &own.config),
    });
    let found = match &mut screen {
        Some(screen) => screen.pass(check::check(&reading, &own.config)),
        // What keeps a file from being read is said whatever the settings of this run.
        None => check::check(&reading, &Config::default()),
    };
    let found = Found::new(found, least);
    drop(reading);
    Checked { source: (!found.shown.is_empty()).then_some(source), found, extract, screen }
}

/// Puts the results of all files together.
fn gather(checked: Vec<Checked<'_>>) -> (Found, Sources, Vec<Extract>, Screens<'_>) {
    let (mut found, mut sources) = (Found::default(), Sources::default());
    let (mut extracts, mut screens) = (Vec::new(), Screens::new());
    for (index, one) in checked.into_iter().enumerate() {
        found.add(one.found);
        extracts.extend(one.extract);
        screens.extend(one.screen.map(|screen| (number(index), screen)));
        if let Some(source) = one.source {
            sources.insert(source);
        }
    }
    (found, sources, extracts, screens)
}

/// Reads again the files that a finding between files points into and that were not kept. A file
/// that has gone meanwhile is named, without its lines.
fn keep_sources(found: &mut Found, sources: &mut Sources, inputs: &[Input], args: &CheckArgs) {
    let labels = found.shown.iter().flat_map(|found| &found.labels);
    let mut missing: Vec<_> =
        labels.map(|label| label.source).filter(|id| sources.get(*id).is_none()).collect();
    missing.sort_unstable();
    missing.dedup();
    for id in missing {
        match inputs[id.0 as usize].read(id, args.input.max_size) {
            Ok((source, _already_reported)) => sources.insert(source),
            Err(failed) => {
                sources.insert(failed.source);
                found.shown.push(failed.diagnostic);
            }
        }
    }
}
