//! `ksb check`.

use std::path::{Path, PathBuf};

use ksb::project::{
    BaselineFile, Batches, Disk, Findings, Options, Project, Run, WrongBaseline, older, shown,
};
use ksb::report::{Report, visible};
use ksb::source::Sources;

use crate::cli::ReportTarget;
use crate::date::today;
use crate::exit::{Exit, Failure};
use crate::overwrite::{refuse_existing, refuse_overwriting};
use crate::plan::{Fixing, Plan, Task};
use crate::progress::Bar;
use crate::replace::replace;
use crate::streamed::{self, Lines};
use crate::{copies, fix, output, reports, show};

/// Does what the plan says.
pub(crate) fn run(plan: &Plan) -> Result<Exit, Failure> {
    let options = Options { today: Some(today()), ..plan.options.clone() };
    let mut project = Project::new(&Disk, options);
    if let Task::ShowSettings(path) = &plan.task {
        return show::settings(&mut project, path);
    }
    let inputs = project.inputs(&plan.paths, plan.stdin_name.as_deref(), plan.force_exclude);
    let (inputs, sections) = project.sections(&plan.paths, inputs);
    let progress = Bar::new(plan.shows_progress);
    let mut run = project.run_with(inputs, sections, &progress);
    if matches!(plan.task, Task::ShowFiles) { show::files(&run) } else { check(&mut run, plan) }
}

/// Checks, unless something prevents it.
fn check(run: &mut Run<'_>, plan: &Plan) -> Result<Exit, Failure> {
    refuse_to_check_nothing(run, plan)?;
    refuse_overwriting_inputs(run, plan)?;
    if let Some(documents) = stream(run, plan)? {
        return streamed::check(run, documents, &mut Lines::new(plan));
    }
    match baseline(plan) {
        Ok(baseline) => check_files(run, baseline, plan),
        Err(wrong) => show_wrong(*wrong, plan),
    }
}

/// Fixes and checks the inputs, and reports on both.
fn check_files(run: &mut Run<'_>, baseline: Option<BaselineFile>, plan: &Plan) -> Result<Exit, Failure> {
    let fixing = match plan.task {
        Task::ShowFixes(fixing) => return fix::report(&fix::fix_all(run, fixing), fixing, Exit::Clean),
        Task::Check(fixing) => fixing,
        Task::ShowSettings(_) | Task::ShowFiles => None,
    };
    let fixed = fixing.map(|fixing| (fix::fix_all(run, fixing), fixing));
    let older = plan.since.as_deref().map(|since| older(&Disk, since, run.all_inputs())).transpose()?;
    if plan.new_baseline.is_some() {
        run.keep_all();
    }
    let findings = run.check(baseline, &older.unwrap_or_default())?;
    if let Some(path) = plan.new_baseline.as_deref().filter(|_| findings.is_complete) {
        return write_baseline(path, run, &findings);
    }
    reports::write(&findings.report(), plan)?;
    copies::write(run, &findings, &plan.copies, plan.copied_fixes)?;
    let exit = Exit::of(findings.is_complete, plan.fails(findings.worst));
    fixed.map_or(Ok(exit), |(fixed, fixing): (Vec<_>, Fixing)| fix::report(&fixed, fixing, exit))
}

/// Refuses a run that could find nothing. A catalogue is checked in two runs, one of which may well have nothing to do.
fn refuse_to_check_nothing(run: &Run<'_>, plan: &Plan) -> Result<(), Failure> {
    if plan.options.scope.is_none() && run.has_no_rules() {
        let why = "there are no rules to run: all selected rules are also deselected or turned off, on the \
             command line or in `ksb.toml`";
        return Err(Failure(why.to_owned()));
    }
    Ok(())
}

/// Refuses to write a copy of a document over an existing file: somebody may have worked on it. A report is made again
/// in each run.
pub(crate) fn refuse_copies(plan: &Plan) -> Result<(), Failure> {
    for copy in plan.copies.iter().map(|copy| Some(copy.file.as_path())) {
        refuse_overwriting(copy, plan.paths.iter().map(PathBuf::as_path))?;
        refuse_existing(copy, plan.force)?;
    }
    Ok(())
}

/// Refuses to write over an input, the settings, the baseline or an older version.
fn refuse_overwriting_inputs(run: &Run<'_>, plan: &Plan) -> Result<(), Failure> {
    let others = plan.baseline.as_deref().into_iter().chain(plan.since.as_deref().map(Path::new));
    let settings = run.settings().all().iter().map(|read| Path::new(read.source.name()));
    let inputs = run.all_inputs().iter().filter_map(|(_, input)| input.path());
    let read: Vec<&Path> = inputs.chain(settings).chain(others).collect();
    let reports = plan.outputs.iter().map(ReportTarget::file);
    let copies = plan.copies.iter().map(|copy| Some(copy.file.as_path()));
    for written in reports.chain(copies).chain([plan.new_baseline.as_deref()]) {
        refuse_overwriting(written, read.iter().copied())?;
    }
    Ok(())
}

/// The documents of the only input, if they come one on each line and can be reported one after the other.
fn stream(run: &mut Run<'_>, plan: &Plan) -> Result<Option<Batches<'static>>, Failure> {
    let at_once = plan.can_stream_findings();
    let is_stdin = matches!(run.inputs(), [(_, input)] if input.is_stdin());
    if plan.begins.is_some() && !(at_once && is_stdin) {
        return Err(Failure("`--starts-at` works only with standard input and `--format jsonl`".to_owned()));
    }
    Ok(if at_once { run.stream(plan.begins) } else { None })
}

fn baseline(plan: &Plan) -> Result<Option<BaselineFile>, Box<WrongBaseline>> {
    let read = |path| BaselineFile::read(&Disk, path, plan.options.max_size);
    plan.baseline.as_deref().map(read).transpose()
}

/// Shows what is wrong with the baseline.
fn show_wrong(WrongBaseline { source, found }: WrongBaseline, plan: &Plan) -> Result<Exit, Failure> {
    let sources = Sources::from(source);
    reports::write(&Report::new(&found, &sources, 1, 0), plan)?;
    Ok(Exit::Failed)
}

/// Writes the findings into a file, to be left out from now on.
fn write_baseline(path: &Path, run: &Run<'_>, findings: &Findings<'_>) -> Result<Exit, Failure> {
    let (text, count) = run.baseline(path, findings);
    replace(path, &text, None)?;
    let are = if count == 1 { "finding is" } else { "findings are" };
    output::write(&format!("{count} {are} in {} and will not be reported\n", visible(&shown(path))))?;
    Ok(Exit::Clean)
}
