//! `ksb check --fix` and `--diff`: what is done to each file, and what is reported about it.

use ksb::diagnostic::Diagnostic;
use ksb::fix::fix;
use ksb::project::{Disk, Input, InputOrigin, Run};
use ksb::read::Reading;
use ksb::report::{patch, visible};
use ksb::source::SourceId;
use rayon::prelude::*;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::plan::Fixing;
use crate::replace::{self, replace};

/// What fixing did to one input.
#[derive(Debug, Default)]
pub(crate) struct FixedInput {
    /// How many findings it fixed.
    fixed: usize,
    /// How many of those that are left have a fix that needs checking.
    unsafe_left: usize,
    /// The change, if it should be shown.
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
pub(crate) fn fix_all(run: &Run<'_>, fixing: Fixing) -> Vec<FixedInput> {
    run.inputs().par_iter().map(|(id, input)| fix_one(*id, input, run, fixing)).collect()
}

fn fix_one(id: SourceId, input: &Input, run: &Run<'_>, fixing: Fixing) -> FixedInput {
    let reader = run.reader();
    let (source, encoding) = match input.read(&Disk, id, reader.max_size) {
        Ok(read) => read,
        Err(failed) => {
            let unreadable = Some(Failure(format!("{}: {}", input.name, failed.diagnostic.message)));
            return FixedInput { unreadable, ..FixedInput::default() };
        }
    };
    let config = run.config(id);
    let not_ignored = |reading: &Reading<'_>, found| run.not_ignored(id, reading, found);
    let fixed = match fix(&source, &encoding, reader.from, fixing.fixes(), config, not_ignored) {
        Ok(fixed) => fixed,
        Err(why) => {
            return FixedInput {
                left_alone: Some(format!("{}: {why}", visible(&input.name))),
                ..FixedInput::default()
            };
        }
    };
    let is_unsafe = |found: &&Diagnostic| found.fix.as_ref().is_some_and(|fix| !fix.safe);
    let unsafe_left = fixed.left.iter().filter(is_unsafe).count();
    let mut done = FixedInput { fixed: fixed.fixed.len(), unsafe_left, ..FixedInput::default() };
    if fixing.only_shown {
        done.patch = patch::render(&input.name, source.text(), &fixed.text);
    } else if fixed.text != source.text()
        && let Err(failure) = write(input, &fixed.text, source.text())
    {
        return FixedInput { failure: Some(failure), ..FixedInput::default() };
    }
    done
}

fn write(input: &Input, text: &str, read: &str) -> Result<(), Failure> {
    match &input.origin {
        InputOrigin::Path(_) if input.links_outside => Err(replace::links_outside(&input.name)),
        InputOrigin::Path(path) => replace(path, text, Some(read.as_bytes())),
        _ => Err(Failure(format!(
            "{}: this is not a file that can be fixed in place; `--diff` shows the change",
            input.name
        ))),
    }
}

/// Says what was done, and returns the exit code: that of `--diff`, or that of the check unless a write failed.
pub(crate) fn report(all: &[FixedInput], fixing: Fixing, checked: Exit) -> Result<Exit, Failure> {
    let unreadable = |one: &'_ FixedInput| fixing.only_shown && one.unreadable.is_some();
    for one in all {
        let failures = one.failure.iter().chain(one.unreadable.iter().filter(|_| unreadable(one)));
        for failure in failures {
            output::print_error(failure);
        }
    }
    let left_alone = all.iter().filter_map(|one| one.left_alone.clone());
    let told: Vec<String> = left_alone.chain([summary(all, fixing)]).collect();
    output::write_aside(&(told.join("\n") + "\n"))?;
    if fixing.only_shown {
        let patches: String = all.iter().map(|one| one.patch.as_str()).collect();
        output::write(&patches)?;
        let exit = if patches.is_empty() { Exit::Clean } else { Exit::Findings };
        return Ok(if all.iter().any(unreadable) { Exit::Failed } else { exit });
    }
    Ok(if all.iter().any(|one| one.failure.is_some()) { Exit::Failed } else { checked })
}

fn summary(all: &[FixedInput], fixing: Fixing) -> String {
    let done = if fixing.only_shown { "Would fix" } else { "Fixed" };
    let fixed: usize = all.iter().map(|one| one.fixed).sum();
    let files = all.iter().filter(|one| one.fixed > 0).count();
    let text = match fixed {
        0 => "Nothing to fix".to_owned(),
        _ => format!("{done} {} in {}", counted(fixed, "finding"), counted(files, "file")),
    };
    match all.iter().map(|one| one.unsafe_left).sum() {
        0_usize => text,
        more => format!("{text}; {more} more with `--unsafe-fixes`"),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
