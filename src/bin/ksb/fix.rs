//! `ksb check --fix` and `--diff`: what is done to each file, and what is said of it.

use clap::{ArgGroup, Args};
use ksb::diagnostic::Diagnostic;
use ksb::fix::{Which, fix};
use ksb::read::Reading;
use ksb::report::{patch, visible};
use ksb::source::SourceId;
use rayon::prelude::*;

use crate::exit::{Exit, Failure};
use crate::findings::Run;
use crate::input::{Input, Origin};
use crate::output;
use crate::replace::{self, replace};

/// What is to be fixed.
#[derive(Clone, Copy, Debug, Args)]
#[command(group(ArgGroup::new("fixing").multiple(true)))]
pub(crate) struct FixArgs {
    /// Fix what can be fixed without changing a meaning
    ///
    /// Files are fixed in place, then what is left is reported. Saved pages (HTML) are records and are never edited.
    #[arg(long, group = "fixing")]
    pub(crate) fix: bool,
    /// Show what --fix would change, and write nothing
    ///
    /// A unified diff takes the place of the findings, and the exit code is 1 if there is anything to change.
    #[arg(long, group = "fixing")]
    pub(crate) diff: bool,
    /// With --fix or --diff: apply the fixes too that need a look afterwards
    #[arg(long, requires = "fixing", hide_short_help = true)]
    pub(crate) unsafe_fixes: bool,
}

impl FixArgs {
    /// Whether anything is to be fixed or shown.
    pub(crate) fn wanted(self) -> bool {
        self.fix || self.diff
    }
}

/// What fixing did to one input.
#[derive(Debug, Default)]
pub(crate) struct Mended {
    /// How many findings it fixed.
    fixed: usize,
    /// How many of those that are left have a fix that needs a look.
    unsafe_left: usize,
    /// The change, if it is to be shown.
    patch: String,
    /// Why the input was not edited.
    left_alone: Option<String>,
    /// Why the change could not be written.
    failure: Option<Failure>,
    /// Why the input could not be read.
    unreadable: Option<Failure>,
}

/// Fixes every input on its own, on all threads; the results are in the order of the inputs. An input
/// that cannot be read is left to the check, which says so.
pub(crate) fn mend_all(inputs: &[Input], run: Run<'_>) -> Vec<Mended> {
    let mend = |(index, input): (usize, &Input)| mend(SourceId::of_file(index), input, run);
    inputs.par_iter().enumerate().map(mend).collect()
}

fn mend(id: SourceId, input: &Input, run: Run<'_>) -> Mended {
    let args = run.args.fixing;
    let (source, encoding) = match input.read(id, run.args.input.max_size) {
        Ok(read) => read,
        Err(failed) => {
            let unreadable = Some(Failure(format!("{}: {}", input.name, failed.diagnostic.message)));
            return Mended { unreadable, ..Mended::default() };
        }
    };
    let which = if args.unsafe_fixes { Which::All } else { Which::Safe };
    let config = &run.each[id.file()].config;
    let heeded = |reading: &Reading<'_>, found| match run.screen(id, reading) {
        Some(mut screen) => screen.ignores.pass(found),
        None => found,
    };
    let fixed = match fix(&source, &encoding, run.args.input.from, which, config, heeded) {
        Ok(fixed) => fixed,
        Err(why) => {
            return Mended {
                left_alone: Some(format!("{}: {why}", visible(&input.name))),
                ..Mended::default()
            };
        }
    };
    let is_unsafe = |found: &&Diagnostic| found.fix.as_ref().is_some_and(|fix| !fix.safe);
    let unsafe_left = fixed.left.iter().filter(is_unsafe).count();
    let mut mended = Mended { fixed: fixed.fixed.len(), unsafe_left, ..Mended::default() };
    if args.diff {
        mended.patch = patch::render(&input.name, source.text(), &fixed.text);
    } else if fixed.text != source.text()
        && let Err(failure) = write(input, &fixed.text, source.text())
    {
        return Mended { failure: Some(failure), ..Mended::default() };
    }
    mended
}

fn write(input: &Input, text: &str, read: &str) -> Result<(), Failure> {
    match &input.origin {
        Origin::Path(_) if input.leads_out => Err(replace::leads_out(&input.name)),
        Origin::Path(path) => replace(path, text, Some(read)),
        _ => Err(Failure(format!(
            "{}: this is not a file that can be fixed in place; --diff shows the change",
            input.name
        ))),
    }
}

/// Says what was done, and gives the exit code of it: that of `--diff`, or what a failed write makes
/// of the exit code of the check.
pub(crate) fn report(all: &[Mended], args: FixArgs, checked: Exit) -> Result<Exit, Failure> {
    let unreadable = |one: &'_ Mended| args.diff && one.unreadable.is_some();
    for one in all {
        let failures = one.failure.iter().chain(one.unreadable.iter().filter(|_| unreadable(one)));
        for failure in failures {
            output::complain(failure);
        }
    }
    let left_alone = all.iter().filter_map(|one| one.left_alone.clone());
    let told: Vec<String> = left_alone.chain([summary(all, args)]).collect();
    output::write_aside(&(told.join("\n") + "\n"))?;
    if args.diff {
        let patches: String = all.iter().map(|one| one.patch.as_str()).collect();
        output::write(&patches)?;
        let exit = if patches.is_empty() { Exit::Clean } else { Exit::Findings };
        return Ok(if all.iter().any(unreadable) { Exit::Failed } else { exit });
    }
    Ok(if all.iter().any(|one| one.failure.is_some()) { Exit::Failed } else { checked })
}

fn summary(all: &[Mended], args: FixArgs) -> String {
    let done = if args.diff { "Would fix" } else { "Fixed" };
    let fixed: usize = all.iter().map(|one| one.fixed).sum();
    let files = all.iter().filter(|one| one.fixed > 0).count();
    let text = match fixed {
        0 => "Nothing to fix".to_owned(),
        _ => format!("{done} {} in {}", counted(fixed, "finding"), counted(files, "file")),
    };
    match all.iter().map(|one| one.unsafe_left).sum() {
        0_usize => text,
        more => format!("{text}; {more} more with --unsafe-fixes"),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
