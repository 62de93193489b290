//! What `ksb check` should do: its arguments, resolved once. After that, nothing looks at the arguments again.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ksb::diagnostic::Severity;
use ksb::fix::Fixes;
use ksb::lint::Scope;
use ksb::model::Format;
use ksb::project::{Failure, Options, STDIN, SettingsFrom, shown};
use ksb::source::FilePosition;

use crate::cli::{CheckArgs, CheckFormat, CopyTarget, FixArgs, Marks, Output, ReportTarget, TerminalArgs};

/// What a check should do.
#[allow(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub(crate) struct Plan {
    pub(crate) task: Task,
    /// What is checked, as paths from the command line.
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) stdin_name: Option<PathBuf>,
    pub(crate) force_exclude: bool,
    pub(crate) options: Options,
    /// The file with the findings that are not shown.
    pub(crate) baseline: Option<PathBuf>,
    /// The revision or file whose findings are not shown.
    pub(crate) since: Option<String>,
    /// The file that the findings are written to, instead of a report.
    pub(crate) new_baseline: Option<PathBuf>,
    /// Where standard input begins in a longer stream.
    pub(crate) begins: Option<FilePosition>,
    pub(crate) outputs: Vec<ReportTarget>,
    /// Copies of the document, with comments or tracked changes.
    pub(crate) copies: Vec<CopyTarget>,
    /// Whether they may be written over existing files.
    pub(crate) force: bool,
    /// Which fixes a copy has.
    pub(crate) copied_fixes: Fixes,
    pub(crate) display: Display,
    /// The lowest severity that fails the run, if any does.
    pub(crate) fails_at: Option<Severity>,
    pub(crate) shows_progress: bool,
    pub(crate) watches: bool,
}

/// What is wanted of a check.
pub(crate) enum Task {
    /// The settings of this file.
    ShowSettings(PathBuf),
    /// The files that would be checked.
    ShowFiles,
    /// What would be fixed.
    ShowFixes(Fixing),
    /// Findings, after fixing what can be fixed, if that is wanted.
    Check(Option<Fixing>),
}

/// Which fixes are applied.
#[derive(Clone, Copy)]
pub(crate) struct Fixing {
    /// Also those that need to be checked afterwards.
    pub(crate) unsafe_too: bool,
    /// Whether the change is only shown.
    pub(crate) only_shown: bool,
}

/// How reports look.
pub(crate) struct Display {
    pub(crate) terminal: TerminalArgs,
    /// How many findings of a rule are shown in a file.
    pub(crate) limit: usize,
    /// Whether counts are added below the formats for people.
    pub(crate) statistics: bool,
    /// The format of every document, if it was given: pages read documents again to show their words.
    pub(crate) from: Option<Format>,
}

impl Fixing {
    /// Which fixes these are.
    pub(crate) fn fixes(self) -> Fixes {
        if self.unsafe_too { Fixes::All } else { Fixes::Safe }
    }
}

impl Plan {
    /// What the arguments ask for.
    ///
    /// Fails if that cannot be done, no matter what is read.
    pub(crate) fn new(args: CheckArgs) -> Result<Self, Failure> {
        refuse_misuse_of_stdin(&args)?;
        let task = task(&args);
        // If no findings are shown, no report is made.
        let shows_nothing = matches!(task, Task::ShowSettings(_) | Task::ShowFiles);
        let (outputs, copies) = if shows_nothing { (Vec::new(), Vec::new()) } else { outputs(&args)? };
        let options = Options {
            settings: settings(args.settings.config, args.settings.no_config),
            rules: args.rules.into(),
            // The settings of a file apply to every run.
            scope: args.scope.map(Scope::from).filter(|_| !matches!(task, Task::ShowSettings(_))),
            min_severity: args.severity.into(),
            reports_ignored: outputs.iter().any(ReportTarget::shows_ignored),
            from: args.input.from,
            changes: args.tracked.into(),
            max_size: args.input.max_size,
            today: None,
        };
        Ok(Self {
            task,
            paths: args.paths,
            stdin_name: args.stdin_filename,
            force_exclude: args.settings.force_exclude,
            options,
            baseline: args.known.baseline,
            since: args.known.since,
            new_baseline: args.known.write_baseline,
            begins: args.stream.starts_at,
            outputs,
            copies,
            force: args.force,
            copied_fixes: fixing(args.fixing).fixes(),
            display: Display {
                terminal: args.terminal,
                limit: args.limit,
                statistics: args.statistics,
                from: args.input.from,
            },
            fails_at: args.fail_on.severity(),
            shows_progress: !args.no_progress,
            watches: args.watch,
        })
    }

    /// Whether a finding of this severity fails the run.
    pub(crate) fn fails(&self, worst: Option<Severity>) -> bool {
        self.fails_at.is_some_and(|least| worst >= Some(least))
    }

    /// Whether findings can be reported as soon as they are found.
    pub(crate) fn can_stream_findings(&self) -> bool {
        matches!(self.outputs.as_slice(), [only] if only.is_lines())
            && matches!(self.task, Task::Check(None))
            && self.baseline.is_none()
            && self.since.is_none()
            && self.new_baseline.is_none()
            && self.copies.is_empty()
    }
}

/// Refuses what cannot be done with standard input.
fn refuse_misuse_of_stdin(args: &CheckArgs) -> Result<(), Failure> {
    let reads_it = args.paths.iter().any(|path| path.as_os_str() == STDIN);
    if args.watch && reads_it {
        return Err(Failure("`--watch` works only with files: standard input does not change".to_owned()));
    }
    if args.stdin_filename.is_some() && !reads_it {
        return Err(Failure(
            "`--stdin-filename` works only with standard input: add the path `-`".to_owned(),
        ));
    }
    if args.fixing.fix && reads_it {
        return Err(Failure(
            "standard input cannot be fixed in place: use `--diff` to see the change".to_owned(),
        ));
    }
    Ok(())
}

fn settings(config: Option<PathBuf>, no_config: bool) -> SettingsFrom {
    match config {
        Some(path) => SettingsFrom::File(path),
        None if no_config => SettingsFrom::Nowhere,
        None => SettingsFrom::Nearest,
    }
}

fn fixing(args: FixArgs) -> Fixing {
    Fixing { unsafe_too: args.unsafe_fixes, only_shown: args.diff }
}

fn task(args: &CheckArgs) -> Task {
    let FixArgs { fix, diff, .. } = args.fixing;
    let fixing = fixing(args.fixing);
    match &args.settings.show_settings {
        Some(path) => Task::ShowSettings(path.clone()),
        None if args.settings.show_files => Task::ShowFiles,
        None if diff => Task::ShowFixes(fixing),
        None => Task::Check(fix.then_some(fixing)),
    }
}

/// Refuses `--unsafe-fixes` where nothing is fixed.
fn refuse_unused_fixes(args: &CheckArgs, copies: &[CopyTarget]) -> Result<(), Failure> {
    let FixArgs { fix, diff, unsafe_fixes } = args.fixing;
    let has_fixes = fix || diff || copies.iter().any(|copy| copy.marks == Marks::Tracked);
    if unsafe_fixes && !has_fixes {
        let why = "`--unsafe-fixes` has no effect on its own";
        return Err(Failure(format!("{why}: add `--fix`, `--diff` or `--output tracked:FILE`")));
    }
    Ok(())
}

/// The reports of a run: those from `--output`, and the one from `--format` on standard output unless one of the others
/// goes there.
///
/// The copies of the document come with them.
///
/// Fails if two of them go to the same place, or if there is no report that `--statistics` can be added to.
fn outputs(args: &CheckArgs) -> Result<(Vec<ReportTarget>, Vec<CopyTarget>), Failure> {
    let (mut outputs, mut copies) = (Vec::new(), Vec::new());
    for output in &args.outputs {
        match output {
            Output::Report(report) => outputs.push(report.clone()),
            Output::Copy(copy) => copies.push(copy.clone()),
        }
    }
    let taken = outputs.iter().any(|output| output.file.is_none());
    if let Some(format) = args.format.or((!taken).then_some(CheckFormat::Full)) {
        outputs.push(ReportTarget { format, file: None });
    }
    let mut places = BTreeSet::new();
    let of_copies = copies.iter().map(|copy| Some(copy.file.clone()));
    let mut all = outputs.iter().map(|output| output.file.clone()).chain(of_copies);
    if let Some(twice) = all.find(|file| !places.insert(file.clone())) {
        let place = twice.as_deref().map_or_else(|| "standard output".to_owned(), shown);
        return Err(Failure(format!("two reports go to {place}: use a different file for each `--output`")));
    }
    if args.statistics && !outputs.iter().any(|output| output.format.is_prose()) {
        let why = "`--statistics` works only with the formats full, concise and narrated";
        return Err(Failure(format!("{why}: for statistics only, use `--format statistics`")));
    }
    refuse_unused_fixes(args, &copies)?;
    Ok((outputs, copies))
}
