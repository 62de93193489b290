//! `ksb migrate`.

mod target;
mod versions;

use ksb::citing::{Citable, CitingOptions};
use ksb::migrate::{MigratedFile, NotMigrated, Target, migrate_file};
use ksb::project::{Disk, Files, Input, Options, Project, SettingsFrom};
use ksb::report::migration::{MigrationReport, ReportedFile, json, markdown, text};
use ksb::report::patch;
use ksb::source::{Source, SourceId, sha256_hex};

use self::target::Targets;
use self::versions::Versions;
use crate::cli::{MigrateArgs, MigrateFormat};
use crate::date::now;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::replace::{links_outside, replace};

/// A document that cites a standard, before and after.
struct Moved {
    source: Source,
    bytes: Vec<u8>,
    result: Result<MigratedFile, NotMigrated>,
}

/// Moves documents to another version, and says what is left to do.
pub(crate) fn run(args: &MigrateArgs) -> Result<Exit, Failure> {
    let Some(versions) = Versions::open(args)? else { return Ok(Exit::Failed) };
    let files = versions::files(args);
    let inputs = Project::new(&Disk, options(args)).citing_inputs(files);
    let targets = Targets::new(args, files, &inputs)?;
    let readings = versions.readings(args)?;
    let standards = versions::standards(&readings)?;
    let plan = versions::plan(args, &readings)?;
    let (first, last) = (Citable::new(standards[0]), Citable::new(standards[standards.len() - 1]));
    let target = Target { plan: &plan, old: &first, new: &last };
    let choices = CitingOptions { codes_in: args.codes_in.clone() };
    let mut all = Vec::with_capacity(inputs.len());
    for input in &inputs {
        let (source, found, bytes) = read(input, args)?;
        let result = migrate_file(&source, &bytes, &found, &target, &choices, &now());
        all.push(Moved { source, bytes, result });
    }
    let diff = write(args, &inputs, &targets, &all)?;
    let report = report(&plan, &targets, &all);
    let said = match args.format {
        MigrateFormat::Text => text::render(&report),
        MigrateFormat::Markdown => markdown::render(&report),
        MigrateFormat::Json => json::render(&report),
    };
    if args.diff || targets.is_stdout() {
        output::write_aside(&said)?;
    } else {
        output::write(&said)?;
    }
    let failed = all.iter().any(|one| one.result.is_err());
    Ok(Exit::of(!failed, diff.unwrap_or_else(|| report.is_open())))
}

fn options(args: &MigrateArgs) -> Options {
    Options { settings: SettingsFrom::Nearest, max_size: args.input.max_size, ..Options::default() }
}

/// A document, what is wrong with its encoding, and its bytes.
fn read(
    input: &Input,
    args: &MigrateArgs,
) -> Result<(Source, Vec<ksb::diagnostic::Diagnostic>, Vec<u8>), Failure> {
    let failed = |why: &str| Failure(format!("`{}`: {why}", input.name));
    let (source, found) = input
        .read(&Disk, SourceId::of_file(1), args.input.max_size)
        .map_err(|unread| failed(&unread.diagnostic.message))?;
    let bytes = match input.path() {
        Some(path) => Disk.read(path, u64::MAX).map_err(|why| failed(&why))?,
        None if source.container().is_some() => {
            return Err(failed("it is not a text file: give its name instead of standard input"));
        }
        None => source.text().as_bytes().to_vec(),
    };
    if source.sha256() != sha256_hex(&bytes) {
        return Err(failed("it changed while ksb was reading it, so nothing was written"));
    }
    Ok((source, found, bytes))
}

/// Writes the documents, or shows what would change. Returns whether anything would, if it was only shown.
fn write(
    args: &MigrateArgs,
    inputs: &[Input],
    targets: &Targets,
    all: &[Moved],
) -> Result<Option<bool>, Failure> {
    if args.diff {
        let patch = |one: &Moved| {
            let new = one.result.as_ref().ok()?;
            Some(patch::render(one.source.name(), one.source.text(), &new.text))
        };
        let patches: String = all.iter().filter_map(patch).collect();
        output::write(&patches)?;
        return Ok(Some(!patches.is_empty()));
    }
    for (index, (input, one)) in inputs.iter().zip(all).enumerate() {
        let Ok(new) = &one.result else { continue };
        if let Some(path) = targets.path(index) {
            replace(path, &new.content, None)?;
        } else if args.in_place {
            write_in_place(input, one, new)?;
        } else if targets.is_stdout() {
            output::write(&new.content)?;
        }
    }
    Ok(None)
}

fn write_in_place(input: &Input, one: &Moved, new: &MigratedFile) -> Result<(), Failure> {
    let no_file = || Failure("standard input cannot be changed in place: leave out `--in-place`".to_owned());
    let path = input.path().ok_or_else(no_file)?;
    if input.links_outside {
        return Err(links_outside(&input.name));
    }
    if new.content == one.bytes { Ok(()) } else { replace(path, &new.content, Some(&one.bytes)) }
}

fn report<'r>(plan: &'r ksb::migrate::Plan, targets: &Targets, all: &'r [Moved]) -> MigrationReport<'r> {
    let file = |one: &'r Moved| ReportedFile {
        source: &one.source,
        migration: one.result.as_ref().map(|new| &new.migration).map_err(ToString::to_string),
    };
    MigrationReport { plan, files: all.iter().map(file).collect(), folder: targets.folder() }
}
