//! Findings that are known before the check: those of a baseline, and those of an older version.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use ksb::baseline::{self, Baseline, Entry};
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::report::visible;
use ksb::source::{Source, SourceId};

use crate::exit::Failure;
use crate::git::{self, Object};
use crate::input::{Input, Origin, shown};
use crate::output;
use crate::replace::replace;
use crate::screen::{Screen, Screens};
use crate::settings::{FileSettings, path_from};

/// The number of the baseline among the sources; those of settings count down from the last.
const ID: SourceId = SourceId(u64::MAX / 2);

/// What is known and not to be shown.
#[derive(Debug, Args)]
pub(crate) struct KnownArgs {
    /// Show only findings that are not in this file, which --write-baseline wrote
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) baseline: Option<PathBuf>,
    /// Show nothing; write the findings into this file, to be left out from now on
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    #[arg(conflicts_with_all = ["baseline", "since"])]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Show only what is new since this version
    ///
    /// Those are findings that the same file does not have at this revision of git; or, for one file, that this older
    /// FILE does not have.
    #[arg(long, value_name = "REV|FILE")]
    pub(crate) since: Option<String>,
}

impl KnownArgs {
    /// Whether findings are held against others, so that all of them are wanted, those too that are not shown.
    pub(crate) fn are_wanted(&self) -> bool {
        self.baseline.is_some() || self.write_baseline.is_some() || self.since.is_some()
    }
}

/// A baseline that was read.
pub(crate) struct KnownFindings {
    path: PathBuf,
    pub(crate) source: Source,
    baseline: Baseline,
}

/// A baseline that cannot be used, and what is wrong with it.
type Wrong = Box<(Source, Vec<Diagnostic>)>;

impl KnownFindings {
    pub(crate) fn read(path: &Path, max_size: u64) -> Result<Self, Wrong> {
        let (source, _encoding) = match Input::named(path, None).read(ID, max_size) {
            Ok(read) => read,
            Err(failed) => return Err(Box::new((failed.source, vec![failed.diagnostic]))),
        };
        match Baseline::parse(&source) {
            Ok(baseline) => Ok(Self { path: path.to_owned(), source, baseline }),
            Err(wrong) => Err(Box::new((source, wrong))),
        }
    }

    /// Gives each screen what is known of its document. The pairs are the files and the parts of the
    /// baseline that speak of them.
    pub(crate) fn assign(&self, inputs: &[Input], screens: &mut Screens<'_>) -> Vec<(SourceId, usize)> {
        let ids: Vec<SourceId> = screens.keys().copied().collect();
        let name = |(id, screen): (&SourceId, &Screen<'_>)| {
            (name(&self.path, &inputs[id.file()], screen), screen.reference.clone())
        };
        let checked: Vec<_> = screens.iter().map(name).collect();
        let exists = |path: &str| self.path.with_file_name(path).exists();
        let is_gone =
            |path: &str| !exists(path) && !path.rsplit_once(PART).is_some_and(|(file, _)| exists(file));
        let assigned =
            self.baseline.assign(&checked, is_gone).into_iter().map(|(one, part)| (ids[one], part));
        let assigned: Vec<_> = assigned.collect();
        for (id, part) in &assigned {
            if let Some(screen) = screens.get_mut(id) {
                screen.known = self.baseline.tally(*part);
            }
        }
        assigned
    }

    /// What is known and was not found, of rules that ran.
    pub(crate) fn stale(
        &self,
        assigned: &[(SourceId, usize)],
        screens: &Screens<'_>,
        each: &[FileSettings],
    ) -> Vec<Diagnostic> {
        let report = |(id, part): &(SourceId, usize)| {
            let config = &each[id.file()].config;
            let runs = |rule: &str| config.severity(rule, Severity::Warning).is_some();
            let severity = config.severity("stale-baseline", Severity::Warning)?;
            let screen = screens.get(id).filter(|screen| screen.whole)?;
            Some(self.baseline.stale(*part, &screen.known.of_rules(runs), severity))
        };
        assigned.iter().filter_map(report).flatten().collect()
    }
}

/// Writes the findings that the screens have seen.
pub(crate) fn write(path: &Path, inputs: &[Input], screens: &Screens<'_>) -> Result<(), Failure> {
    let name = |(id, screen): (&SourceId, &Screen<'_>)| name(path, &inputs[id.file()], screen);
    let names: Vec<String> = screens.iter().map(name).collect();
    let entry = |(path, screen)| {
        let (path, screen): (&String, &Screen<'_>) = (path, screen);
        Entry { path, reference: screen.reference.as_deref(), found: &screen.seen }
    };
    let entries: Vec<Entry<'_>> = names.iter().zip(screens.values()).map(entry).collect();
    let count: usize = entries.iter().flat_map(|entry| entry.found.iter()).map(|(_, _, count)| count).sum();
    replace(path, &baseline::written(&entries), None)?;
    let findings = if count == 1 { "finding is" } else { "findings are" };
    output::write(&format!("{count} {findings} in {} and will be left out\n", visible(&shown(path))))
}

/// What stands between the path of a file and the name of a document in it.
const PART: char = '#';

/// The name of a document in a baseline: the path of its file from the folder of the baseline, and what it is called
/// there if it is one of several.
fn name(baseline: &Path, input: &Input, screen: &Screen<'_>) -> String {
    let file = match &input.origin {
        Origin::Path(path) => path_from(baseline, path),
        _ => input.name.clone(),
    };
    screen.document.as_ref().map_or_else(|| file.clone(), |document| format!("{file}{PART}{document}"))
}

/// The older version of each input that had one: at a revision, or, for one input, in a file.
pub(crate) fn older(since: &str, inputs: &[Input]) -> Result<Vec<(SourceId, Input)>, Failure> {
    let is_commit = git::is_commit(since);
    if is_commit == Ok(true) {
        let top = git::top().map_err(Failure)?;
        let old =
            |(index, input)| Ok(at_revision(since, &top, input)?.map(|old| (SourceId::of_file(index), old)));
        return inputs.iter().enumerate().map(old).filter_map(Result::transpose).collect();
    }
    let why = match (Path::new(since).is_file(), inputs, is_commit) {
        (true, [_], _) => return Ok(vec![(SourceId::of_file(0), Input::named(Path::new(since), None))]),
        (true, _, _) => format!("`{since}` is an older version of one file: name that file alone"),
        (false, _, Ok(_)) => {
            format!("`{since}` is not a revision that git knows here, nor a file{}", git::may_be_older())
        }
        (false, _, Err(why)) => {
            format!("`{since}` is not a file, and git cannot tell which revision it is: {why}")
        }
    };
    Err(Failure(why))
}

fn at_revision(revision: &str, top: &Path, input: &Input) -> Result<Option<Input>, Failure> {
    let path = match &input.origin {
        Origin::Path(path) => path.as_path(),
        Origin::Stdin | Origin::Begun(_) => Path::new(&input.name),
        Origin::Git(_) | Origin::Nothing { .. } => return Ok(None),
    };
    let inside = path_from(&top.join("any"), path);
    if Path::new(&inside).is_absolute() {
        return Err(Failure(format!("`{}` is not in the repository at `{}`", input.name, shown(top))));
    }
    let object = git::object_in(revision, &inside).map_err(|why| {
        Failure(format!("`{}` cannot be read as it was at `{revision}`: {why}", input.name))
    })?;
    let name = format!("{revision}:{inside}");
    let is_file = object == Some(Object::File);
    Ok(is_file.then(|| Input::of(input.name.clone(), Origin::Git(name))))
}
