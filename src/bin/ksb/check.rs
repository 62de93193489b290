//! `ksb check`.

use std::collections::BTreeMap;
use std::mem;

use ksb::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::lint::Extract;
use ksb::read;
use ksb::report::Report;
use ksb::source::{Source, SourceId, Sources};
use rayon::prelude::*;

use crate::args::CheckArgs;
use crate::exit::{Exit, Failure};
use crate::fix::{self, Mended};
use crate::input::{Input, STDIN};
use crate::output;
use crate::progress::Progress;
use crate::reports;
use crate::walk;

/// Every rule at its own severity.
static ALL_RULES: Config = Config { severities: BTreeMap::new() };

/// What is kept of one checked file: its text only if findings in it will be shown.
struct Checked {
    source: Option<Source>,
    found: Found,
    extract: Option<Extract>,
    readable: bool,
    mended: Mended,
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
    let outputs = reports::outputs(args)?;
    let config = Config { severities: args.rules.iter().cloned().collect() };
    let inputs = walk::inputs(&args.paths, args.stdin_filename.as_deref());
    let mut checked = check_each(&inputs, args, &config);
    let mended: Vec<Mended> = checked.iter_mut().map(|one| mem::take(&mut one.mended)).collect();
    if args.fixing.diff {
        return fix::report(&mended, args.fixing, complain_of_unreadable(&checked));
    }
    let (mut found, mut sources, extracts, readable) = gather(checked);
    found.add(Found::new(check::check_together(&extracts, &config), args.severity.into()));
    keep_sources(&mut found, &mut sources, &inputs, args);
    check::sort(&mut found.shown);
    let report =
        Report { diagnostics: &found.shown, sources: &sources, files: inputs.len(), hidden: found.hidden };
    reports::write(&report, &outputs, args)?;
    let fails = args.fail_on.severity().is_some_and(|least| found.worst >= Some(least));
    let exit = match (readable, fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    };
    if args.fixing.fix { fix::report(&mended, args.fixing, exit) } else { Ok(exit) }
}

/// Says on standard error which inputs could not be read; the exit code of that.
fn complain_of_unreadable(checked: &[Checked]) -> Exit {
    let mut exit = Exit::Clean;
    for one in checked.iter().filter(|one| !one.readable) {
        let name = one.source.as_ref().map_or("", Source::name);
        let why = one.found.shown.first().map_or("", |found| &found.message);
        exit = output::complain(&Failure(format!("{name}: {why}")));
    }
    exit
}

/// Checks every input on its own, on all threads; the results are in the order of the inputs.
fn check_each(inputs: &[Input], args: &CheckArgs, config: &Config) -> Vec<Checked> {
    let progress = Progress::new(inputs.len(), !args.no_progress);
    let one = |(index, input): (usize, &Input)| {
        let checked = check_one(number(index), input, args, config);
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

fn check_one(id: SourceId, input: &Input, args: &CheckArgs, config: &Config) -> Checked {
    let least = args.severity.into();
    let (source, encoding) = match input.read(id, args.input.max_size) {
        Ok(read) => read,
        Err(failed) => {
            let found = Found::new(vec![failed.diagnostic], least);
            let mended = Mended::default();
            return Checked { source: Some(failed.source), found, extract: None, readable: false, mended };
        }
    };
    let (source, encoding, mended) = if args.fixing.wanted() {
        fix::mend(input, (source, encoding), args.input.from, args.fixing, config)
    } else {
        (source, encoding, Mended::default())
    };
    let mut reading = read::read(&source, args.input.from);
    reading.diagnostics.extend(encoding);
    let extract = reading.document.as_ref().map(Extract::from);
    let readable = extract.is_some();
    // What keeps a file from being read is said whatever the severities of this run.
    let found = check::check(&reading, if readable { config } else { &ALL_RULES });
    let found = Found::new(found, least);
    drop(reading);
    Checked { source: (!found.shown.is_empty()).then_some(source), found, extract, readable, mended }
}

/// Puts the results of all files together; last, whether every one could be read.
fn gather(checked: Vec<Checked>) -> (Found, Sources, Vec<Extract>, bool) {
    let (mut found, mut sources) = (Found::default(), Sources::default());
    let (mut extracts, mut readable) = (Vec::new(), true);
    for one in checked {
        found.add(one.found);
        extracts.extend(one.extract);
        readable &= one.readable;
        if let Some(source) = one.source {
            sources.insert(source);
        }
    }
    (found, sources, extracts, readable)
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
