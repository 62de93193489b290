//! `ksb check`.

use std::mem;
use std::path::Path;

use ksb::check;
use ksb::diagnostic::{Diagnostic, Ignored, Severity};
use ksb::limit::limited;
use ksb::lint::Rule;
use ksb::report::Report;
use ksb::rules;
use ksb::source::{Source, SourceId, Sources};

use crate::args::CheckArgs;
use crate::exit::{Exit, Failure};
use crate::findings::{Findings, Hidden, Room, Run};
use crate::fix;
use crate::input::{Input, Origin, STDIN};
use crate::known::{self, KnownFindings};
use crate::reports::{self, Output};
use crate::screen;
use crate::settings::{self, AllSettings, FileSettings};
use crate::spared::spare;
use crate::stream::Stream;
use crate::streamed;
use crate::walk;

/// Findings, those that the user chose not to see only counted.
#[derive(Default)]
struct Found {
    shown: Vec<Diagnostic>,
    hidden: usize,
    worst: Option<Severity>,
    ignored: Vec<Ignored>,
}

impl Found {
    fn new(diagnostics: Vec<Diagnostic>, least: Severity) -> Self {
        let (all, worst) = (diagnostics.len(), diagnostics.iter().map(|found| found.severity).max());
        let shown: Vec<_> = diagnostics.into_iter().filter(|found| found.severity >= least).collect();
        Self { hidden: all - shown.len(), shown, worst, ignored: Vec::new() }
    }

    /// With the ignored findings that would be shown if they were not ignored.
    fn ignoring(mut self, ignored: impl IntoIterator<Item = Ignored>, least: Severity) -> Self {
        self.ignored.extend(ignored.into_iter().filter(|one| one.diagnostic.severity >= least));
        self
    }

    /// Counts findings that were left out before.
    fn hide(&mut self, hidden: Hidden) {
        self.hidden += hidden.count;
        self.worst = self.worst.max(hidden.worst);
    }

    fn add(&mut self, other: Self) {
        self.shown.extend(other.shown);
        self.hidden += other.hidden;
        self.worst = self.worst.max(other.worst);
        self.ignored.extend(other.ignored);
    }
}

pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    refuse_misuse_of_stdin(args)?;
    let mut settings = AllSettings::new(&args.settings, args.input.max_size);
    if let Some(path) = &args.settings.show_settings {
        return settings::show_settings(path, &mut settings, &args.rules);
    }
    let (stdin, force) = (args.stdin_filename.as_deref(), args.settings.force_exclude);
    let mut inputs = walk::inputs(&args.paths, stdin, &mut settings, force);
    let each = settings_of(&inputs, &mut settings, args);
    if args.settings.show_files {
        return settings::show_files(&inputs, &settings);
    }
    // A catalogue is checked in two runs, of which one may well have nothing to do.
    if args.scope.is_none() && !each.is_empty() && each.iter().all(|one| args.rules.leave_none(&one.config)) {
        let why = "no rule is left to run: what is selected, here or in ksb.toml, is deselected or off too";
        return Err(Failure(why.to_owned()));
    }
    spare_what_is_read(&inputs, &settings, args)?;
    if let Some(stream) = stream_of(&mut inputs, args)? {
        return streamed::run(Run { args, each: &each, settings: &settings, room: None }, stream);
    }
    let baseline = args.known.baseline.as_deref().map(|path| KnownFindings::read(path, args.input.max_size));
    let baseline = match baseline.transpose() {
        Ok(baseline) => baseline,
        Err(wrong) => return wrong_baseline(*wrong, args),
    };
    let room = Room::default();
    let run = Run { args, each: &each, settings: &settings, room: Some(&room) };
    let mended = if args.fixing.wanted() { fix::mend_all(&inputs, run) } else { Vec::new() };
    if args.fixing.diff {
        return fix::report(&mended, args.fixing, Exit::Clean);
    }
    let mut findings = run.findings(&numbered(&inputs))?;
    if let Some(since) = &args.known.since {
        hold_against(&mut findings, since, &inputs, run)?;
    }
    let readable = findings.unread == 0 && !settings.are_wrong();
    let documents = findings.documents;
    let shown = pass(&mut findings, baseline.as_ref(), &inputs, &each);
    let shown = if args.known.are_wanted() { limited(shown) } else { shown };
    if let Some(path) = args.known.write_baseline.as_ref().filter(|_| readable) {
        return known::write(path, &inputs, &findings.screens).map(|()| Exit::Clean);
    }
    let ignored = findings.screens.values_mut().flat_map(|screen| screen.ignores.take_ignored());
    let mut found = Found::new(shown, args.severity.into()).ignoring(ignored, args.severity.into());
    found.hide(findings.hidden);
    let mut sources = findings.sources;
    sources.extend(baseline.map(|baseline| baseline.source));
    let exit = show(found, sources, settings, Extent { inputs: &inputs, documents, readable }, args)?;
    if args.fixing.fix { fix::report(&mended, args.fixing, exit) } else { Ok(exit) }
}

/// Refuses what cannot be done with standard input.
fn refuse_misuse_of_stdin(args: &CheckArgs) -> Result<(), Failure> {
    let reads_it = args.paths.iter().any(|path| path.as_os_str() == STDIN);
    if args.stdin_filename.is_some() && !reads_it {
        return Err(Failure("--stdin-filename is for standard input: give the path `-` too".to_owned()));
    }
    if args.fixing.fix && reads_it {
        return Err(Failure("standard input cannot be fixed in place; --diff shows the change".to_owned()));
    }
    Ok(())
}

/// Refuses to write over an input, the settings, the baseline or an older version.
fn spare_what_is_read(inputs: &[Input], settings: &AllSettings, args: &CheckArgs) -> Result<(), Failure> {
    let known = args.known.baseline.as_deref().into_iter().chain(args.known.since.as_deref().map(Path::new));
    let settings = settings.read.iter().map(|read| Path::new(read.source.name()));
    let read: Vec<&Path> = inputs.iter().filter_map(Input::path).chain(settings).chain(known).collect();
    let reports = args.outputs.iter().map(Output::file);
    for written in reports.chain([args.known.write_baseline.as_deref()]) {
        spare(written, read.iter().copied())?;
    }
    Ok(())
}

/// Tells each document what was found in its older version.
fn hold_against(
    findings: &mut Findings<'_>,
    since: &str,
    inputs: &[Input],
    run: Run<'_>,
) -> Result<(), Failure> {
    let older = known::older(since, inputs)?;
    let older: Vec<_> = older.iter().map(|(id, input)| (*id, input)).collect();
    let mut before = run.tallies(&older, &findings.screens)?;
    for (id, screen) in &mut findings.screens {
        screen.before = before.remove(&(id.file(), screen.document.clone())).unwrap_or_default();
    }
    Ok(())
}

/// The only input, if its documents come one on each line and can be checked one after the other.
fn stream_of(inputs: &mut Vec<Input>, args: &CheckArgs) -> Result<Option<Stream>, Failure> {
    let outputs = reports::outputs(args)?;
    let one_by_one = matches!(outputs.as_slice(), [only] if only.is_lines())
        && !args.fixing.wanted()
        && !args.known.are_wanted();
    let begins = args.stream.starts_at;
    let is_stdin = matches!(inputs.as_slice(), [Input { origin: Origin::Stdin, .. }]);
    if begins.is_some() && !(one_by_one && is_stdin) {
        return Err(Failure("--starts-at is for standard input alone, with --format jsonl alone".to_owned()));
    }
    if !one_by_one || inputs.len() != 1 {
        return Ok(None);
    }
    let input = inputs.remove(0);
    match Stream::open(input, SourceId::of_file(0), args.input.max_size, begins) {
        Ok(stream) => Ok(Some(stream)),
        Err(input) => {
            inputs.push(input);
            Ok(None)
        }
    }
}

/// The findings that are to be shown, and what is stale in the baseline.
fn pass(
    findings: &mut Findings<'_>,
    baseline: Option<&KnownFindings>,
    inputs: &[Input],
    each: &[FileSettings],
) -> Vec<Diagnostic> {
    let screens = &mut findings.screens;
    let assigned = baseline.map(|baseline| baseline.assign(inputs, screens));
    let mut shown = screen::pass(mem::take(&mut findings.found), screens);
    if let Some((baseline, assigned)) = baseline.zip(assigned) {
        shown.extend(baseline.stale(&assigned, screens, each));
    }
    shown
}

/// What was looked at.
#[derive(Clone, Copy)]
struct Extent<'i> {
    inputs: &'i [Input],
    documents: usize,
    /// Whether something could be read of every input.
    readable: bool,
}

/// Shows the findings and what is wrong with the settings; the exit code.
fn show(
    mut found: Found,
    mut sources: Sources,
    settings: AllSettings,
    extent: Extent<'_>,
    args: &CheckArgs,
) -> Result<Exit, Failure> {
    let outputs = reports::outputs(args)?;
    if !outputs.iter().any(Output::shows_ignored) {
        found.ignored.clear();
    }
    for read in settings.read {
        found.add(Found::new(read.found, args.severity.into()));
        sources.insert(read.source);
    }
    keep_sources(&mut found, &mut sources, extent.inputs, args);
    check::sort(&mut found.shown);
    found.ignored.sort_by(|a, b| check::order(&a.diagnostic, &b.diagnostic));
    let report = Report {
        diagnostics: &found.shown,
        sources: &sources,
        files: extent.inputs.len(),
        documents: extent.documents,
        hidden: found.hidden,
        ignored: &found.ignored,
    };
    reports::write(&report, &outputs, args)?;
    let fails = args.fail_on.severity().is_some_and(|least| found.worst >= Some(least));
    Ok(match (extent.readable, fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

/// Shows what is wrong with the baseline.
fn wrong_baseline((source, wrong): (Source, Vec<Diagnostic>), args: &CheckArgs) -> Result<Exit, Failure> {
    let sources = Sources::from(source);
    let report =
        Report { diagnostics: &wrong, sources: &sources, files: 1, documents: 0, hidden: 0, ignored: &[] };
    reports::write(&report, &reports::outputs(args)?, args)?;
    Ok(Exit::Failed)
}

/// The inputs with their numbers.
fn numbered(inputs: &[Input]) -> Vec<(SourceId, &Input)> {
    inputs.iter().enumerate().map(|(index, input)| (SourceId::of_file(index), input)).collect()
}

/// The settings of each input, with what the command line says of rules.
fn settings_of(inputs: &[Input], settings: &mut AllSettings, args: &CheckArgs) -> Vec<FileSettings> {
    let one = |input| {
        let mut one = settings.of(input);
        args.rules.apply(&mut one.config);
        let out_of_scope =
            |rule: &&&dyn Rule| args.scope.is_some_and(|scope| rule.meta().scope != scope.into());
        let out_of_scope = rules::ALL.iter().filter(out_of_scope);
        one.config.severities.extend(out_of_scope.map(|rule| (rule.meta().name.to_owned(), None)));
        one
    };
    inputs.iter().map(one).collect()
}

/// Reads again the files that a finding between files, or an ignored one, points into and that were not kept. A file
/// that has gone meanwhile is named, without its lines.
fn keep_sources(found: &mut Found, sources: &mut Sources, inputs: &[Input], args: &CheckArgs) {
    let ignored = found.ignored.iter().map(|one| &one.diagnostic);
    let labels = found.shown.iter().chain(ignored).flat_map(|found| &found.labels);
    let mut missing: Vec<_> =
        labels.map(|label| label.source).filter(|id| sources.get(*id).is_none()).collect();
    missing.sort_unstable();
    missing.dedup();
    for id in missing {
        match inputs[id.file()].read(id, args.input.max_size) {
            Ok((source, _already_reported)) => sources.insert(source),
            Err(failed) => {
                sources.insert(failed.source);
                found.shown.push(failed.diagnostic);
            }
        }
    }
}
