//! `ksb diff`.

mod accept;
mod catalogue;
mod choices;
pub(crate) mod driver;
mod files;
pub(crate) mod install;
mod matched;
pub(crate) mod pairing;
pub(crate) mod side;
mod tracked;

use std::io;
use std::path::{Path, PathBuf};

use ksb::catalogue::{Counterparts, FileIdentity, by_identity};
use ksb::diagnostic::Diagnostic;
use ksb::diff::{CompareError, Comparison, Which, compare};
use ksb::project::{Input, shown};
use ksb::read::Reading;
use ksb::report::diff::{
    ComparedInput, DiffOptions, DiffReport, DiffSet, Relation, Uncompared, UnmatchedDocument,
};
use ksb::report::{Style, diff_csv, diff_html, diff_json, diff_markdown, diff_stat, diff_terminal, visible};
use rayon::prelude::*;

use self::choices::RunChoices;
use self::files::{OpenedFiles, ReadOptions, document};
use self::matched::Matched;
use crate::cli::{Color, DiffArgs, DiffFormat};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;

/// The version of this tool.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The comparison of two files, by number.
struct ComparedFiles<'d> {
    old: usize,
    new: usize,
    relation: Relation,
    comparison: Comparison<'d>,
}

pub(crate) fn run(args: &DiffArgs) -> Result<Exit, Failure> {
    let choices = RunChoices::new(args)?;
    let task = args.tracked.as_deref().map_or_else(|| side::task(&args.sides), tracked::sides)?;
    let besides = [&args.pairing, &args.accept].into_iter().flatten().map(PathBuf::as_path);
    refuse_overwriting(args.output.as_deref(), task.inputs().filter_map(Input::path).chain(besides))?;
    let how = ReadOptions {
        from_old: args.from_old,
        from_new: args.from_new,
        wanted: wanted(&args.document)?,
        max_size: args.max_size,
    };
    let files = OpenedFiles::open(task, how)?;
    if !files.is_single() && choices.has_user_pairs() {
        return Err(Failure(
            "`--pair`, `--no-pair` and `--pairing` are for two documents: `--document` picks one from a catalogue"
                .to_owned(),
        ));
    }
    let (exit, found) = report(&files, args, &choices)?;
    files::print_findings(&found, files, &args.terminal)?;
    Ok(exit)
}

/// The document to use on each side: a single name applies to both.
pub(crate) fn wanted(names: &[String]) -> Result<[Option<&str>; 2], Failure> {
    match names {
        [] => Ok([None, None]),
        [both] => Ok([Some(both), Some(both)]),
        [old, new] => Ok([Some(old), Some(new)]),
        _ => Err(Failure(
            "give `--document` at most twice: once for the old side and once for the new".to_owned(),
        )),
    }
}

/// Writes the report. Returns how the run ends, and what is wrong with the files.
fn report(
    files: &OpenedFiles,
    args: &DiffArgs,
    choices: &RunChoices,
) -> Result<(Exit, Vec<Diagnostic>), Failure> {
    let mut readings = files.readings();
    let matched = match_all(files, &mut readings)?;
    let found = files.found(&readings);
    let unread = files.unread(&readings);
    let compared = compare_all(files, &readings, &matched, choices)?;
    let options = DiffOptions { typography: args.typography, ..DiffOptions::default() };
    let set = set(title(&args.sides), files, &compared, &matched, options);
    if files.is_single() && set.reports.is_empty() {
        return Ok((Exit::Failed, found));
    }
    output::deliver(&rendered(&set, files.is_single(), args), args.output.as_deref())?;
    let exit = gate(&set, choices)?;
    // A gate never passes if part of a document could not be read.
    let failed = unread || (choices.is_gate() && found.iter().any(files::affects_comparison));
    Ok((if failed { Exit::Failed } else { exit }, found))
}

/// What belongs together. Documents in catalogues that differ are read now.
fn match_all<'s>(files: &'s OpenedFiles, readings: &mut [Option<Reading<'s>>]) -> Result<Matched, Failure> {
    let identified = |numbers: &[usize]| -> Vec<(usize, FileIdentity)> {
        let one = |&file: &usize| {
            let name = Path::new(files.all[file].source.name()).file_name();
            let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            Some((file, FileIdentity::new(name, document(readings, file)?)))
        };
        numbers.iter().filter_map(one).collect()
    };
    let Counterparts { pairs, only_old, only_new } =
        by_identity(identified(&files.old), identified(&files.new));
    let mut matched = Matched { pairs, only_old, only_new, ..Matched::default() };
    for named in &files.named {
        match *named {
            (Some(old), Some(new)) => matched.pairs.push((old, new)),
            (Some(old), None) => matched.only_old.push(old),
            (None, Some(new)) => matched.only_new.push(new),
            (None, None) => {}
        }
    }
    for (old, new) in &files.catalogues {
        catalogue::matched(files, (old, new), readings, &mut matched)?;
    }
    Ok(matched)
}

/// Compares what belongs together, on all threads. What cannot be read is left out; the caller says so.
fn compare_all<'d>(
    files: &OpenedFiles,
    readings: &'d [Option<Reading<'_>>],
    matched: &Matched,
    choices: &RunChoices,
) -> Result<Vec<ComparedFiles<'d>>, Failure> {
    let changed = matched.pairs.iter().map(|pair| (pair, Relation::Changed));
    let all: Vec<_> =
        changed.chain(matched.successors.iter().map(|pair| (pair, Relation::NewVersion))).collect();
    let compared = all.into_par_iter().filter_map(|(&(old, new), relation)| {
        let (before, after) = (document(readings, old)?, document(readings, new)?);
        let comparison =
            compare(before, after, &choices.comparison).map_err(|error| refusal(&error, files, old, new));
        Some(comparison.map(|comparison| ComparedFiles { old, new, relation, comparison }))
    });
    compared.collect()
}

/// Why two documents are not compared.
fn refusal(error: &CompareError, files: &OpenedFiles, old: usize, new: usize) -> Failure {
    match error {
        CompareError::NotAStandard(which) => {
            let name = files.all[if *which == Which::Old { old } else { new }].label();
            Failure(format!(
                "`{name}` is an occupational map and the other document is a standard, so they cannot be compared"
            ))
        }
        CompareError::UserPair(error) => Failure(error.to_string()),
    }
}

/// What is compared with what, as the user named it.
fn title(sides: &[PathBuf]) -> String {
    match sides {
        [old, new] => format!("{} → {}", shown(old), shown(new)),
        [first, others @ ..] => {
            let others: Vec<String> = others.iter().map(|path| shown(path)).collect();
            format!("{} since {}", others.join(", "), shown(first))
        }
        [] => String::new(),
    }
}

/// Everything that is compared, most significant first, and the other documents.
fn set<'a>(
    title: String,
    files: &'a OpenedFiles,
    compared: &'a [ComparedFiles<'a>],
    matched: &Matched,
    options: DiffOptions,
) -> DiffSet<'a> {
    let reports = compared.iter().map(|one| report_of(files, one, options)).collect();
    DiffSet::new(title, VERSION, reports, uncompared(files, matched))
}

/// The report of a comparison.
fn report_of<'a>(files: &'a OpenedFiles, one: &'a ComparedFiles<'a>, options: DiffOptions) -> DiffReport<'a> {
    let input = |file: usize| {
        let file = &files.all[file];
        ComparedInput { name: file.source.name(), document: file.document(), sha256: file.sha256() }
    };
    DiffReport {
        comparison: &one.comparison,
        old: input(one.old),
        new: input(one.new),
        tool_version: VERSION,
        options,
        relation: one.relation,
    }
}

/// The documents that are in no comparison.
fn uncompared(files: &OpenedFiles, matched: &Matched) -> Uncompared {
    let alone = |numbers: &[usize]| {
        let alone = |&file: &usize| UnmatchedDocument {
            name: files.all[file].label().to_owned(),
            title: files.all[file].name.get().and_then(|name| name.title.clone()),
        };
        numbers.iter().map(alone).collect()
    };
    Uncompared {
        only_old: alone(&matched.only_old),
        only_new: alone(&matched.only_new),
        unchanged: matched.unchanged,
    }
}

fn rendered(set: &DiffSet<'_>, single: bool, args: &DiffArgs) -> String {
    let one = set.reports.first().filter(|_| single);
    match (args.stat, args.format, one) {
        (true, _, Some(one)) => diff_stat::render(one),
        (true, _, None) => diff_stat::render_all(set),
        (_, DiffFormat::Terminal, Some(one)) => diff_terminal::render(one, &style(args)),
        (_, DiffFormat::Terminal, None) => diff_terminal::render_all(set, &style(args)),
        (_, DiffFormat::Markdown, Some(one)) => diff_markdown::render(one),
        (_, DiffFormat::Markdown, None) => diff_markdown::render_all(set),
        (_, DiffFormat::Json, Some(one)) => diff_json::render(one),
        (_, DiffFormat::Json, None) => diff_json::render_all(set),
        (_, DiffFormat::Csv, Some(one)) => diff_csv::render(one),
        (_, DiffFormat::Csv, None) => diff_csv::render_all(set),
        (_, DiffFormat::Html, Some(one)) => diff_html::render(one),
        (_, DiffFormat::Html, None) => diff_html::render_all(set),
    }
}

/// How the report looks; a file gets no colours unless they are asked for.
fn style(args: &DiffArgs) -> Style {
    let mut style = output::style(&args.terminal, 0, &io::stdout());
    if output::is_file(args.output.as_deref()) && args.terminal.color == Color::Auto {
        style.colour = false;
    }
    style
}

/// Says which changes fail the run, and which accepted changes were not found.
fn gate(set: &DiffSet<'_>, choices: &RunChoices) -> Result<Exit, Failure> {
    for remark in choices.remarks(set) {
        output::write_aside(&format!("warning: {}\n", visible(&remark)))?;
    }
    match choices.failing(set) {
        None => Ok(Exit::Clean),
        Some(lines) => {
            let lines: Vec<_> = lines.iter().map(|line| visible(line)).collect();
            output::write_aside(&(lines.join("\n  ") + "\n"))?;
            Ok(Exit::Findings)
        }
    }
}
