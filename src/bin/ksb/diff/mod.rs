//! `ksb diff`.

mod accept;
pub(crate) mod args;
mod choices;
pub(crate) mod driver;
mod files;
mod folder;
pub(crate) mod install;
mod pairing;
mod side;

use std::io;

use ksb::diagnostic::Diagnostic;
use ksb::diff::{Comparison, compare};
use ksb::model::Document;
use ksb::read::Reading;
use ksb::report::diff::{DiffOptions, DiffReport, DiffSet, Input as Named};
use ksb::report::{Style, diff_csv, diff_html, diff_json, diff_markdown, diff_stat, diff_terminal, visible};

use self::args::{DiffArgs, DiffFormat};
use self::choices::Choices;
use self::files::{Files, How, document};
use self::folder::{Known, Matched};
use crate::args::Color;
use crate::exit::{Exit, Failure};
use crate::output;

/// The comparison of two files, by their numbers.
struct Compared<'d> {
    old: usize,
    new: usize,
    comparison: Comparison<'d>,
}

pub(crate) fn run(args: &DiffArgs) -> Result<Exit, Failure> {
    let choices = Choices::new(args)?;
    let task = side::task(&args.sides)?;
    let single = task.is_single();
    if !single && choices.has_overrides() {
        return Err(Failure("--pair, --no-pair and --pairing are for two files, not for folders".to_owned()));
    }
    if !single && args.format == DiffFormat::Html {
        return Err(Failure("a page shows two documents: name two files".to_owned()));
    }
    let how = How { from_old: args.from_old, from_new: args.from_new, max_size: args.max_size };
    let files = Files::open(task, how);
    let (exit, found) = report(&files, single, args, &choices)?;
    files::complain(&found, files, &args.look)?;
    Ok(exit)
}

/// Writes the report; how the run ends, and what is wrong with the files.
fn report(
    files: &Files,
    single: bool,
    args: &DiffArgs,
    choices: &Choices,
) -> Result<(Exit, Vec<Diagnostic>), Failure> {
    let readings = files.readings();
    let found = files.found(&readings);
    let unread = (0..files.all.len()).any(|file| document(&readings, file).is_none());
    let (compared, matched) = compare_all(files, &readings, choices)?;
    let options = DiffOptions { typography: args.typography, ..DiffOptions::default() };
    let set = set(files, &compared, &matched, choices, options);
    if single && set.reports.is_empty() {
        return Ok((Exit::Failed, found));
    }
    output::deliver(&rendered(&set, single, args), args.output.as_deref())?;
    let exit = gate(&set, choices)?;
    // A gate never passes on a document of which a part could not be read.
    let failed = unread || (choices.is_gate() && !found.is_empty());
    Ok((if failed { Exit::Failed } else { exit }, found))
}

/// Compares what belongs together. Files that cannot be read are left out; the caller says so.
fn compare_all<'d>(
    files: &Files,
    readings: &'d [Option<Reading<'_>>],
    choices: &Choices,
) -> Result<(Vec<Compared<'d>>, Matched), Failure> {
    let known = |numbers: &[usize]| -> Vec<Known> {
        let one = |&file: &usize| {
            let document = document(readings, file)?;
            Some(Known::new(file, files.all[file].source.name(), document))
        };
        numbers.iter().filter_map(one).collect()
    };
    let mut matched = folder::matched(known(&files.old), known(&files.new));
    for named in &files.named {
        match *named {
            (Some(old), Some(new)) => matched.pairs.push((old, new)),
            (Some(old), None) => matched.only_old.push(old),
            (None, Some(new)) => matched.only_new.push(new),
            (None, None) => {}
        }
    }
    let mut compared = Vec::new();
    for &(old, new) in &matched.pairs {
        let (Some(before), Some(after)) = (document(readings, old), document(readings, new)) else {
            continue;
        };
        for (file, document) in [(old, before), (new, after)] {
            refuse_map(files.all[file].source.name(), document)?;
        }
        let comparison =
            compare(before, after, &choices.overrides).map_err(|error| Failure(error.to_string()))?;
        compared.push(Compared { old, new, comparison });
    }
    Ok((compared, matched))
}

fn refuse_map(name: &str, document: &Document<'_>) -> Result<(), Failure> {
    match document {
        Document::Standard(_) => Ok(()),
        Document::Map(_) => Err(Failure(format!(
            "`{name}` is an occupational map: maps are not compared yet, only standards"
        ))),
    }
}

/// All reports, the weightiest first.
fn set<'a>(
    files: &'a Files,
    compared: &'a [Compared<'a>],
    matched: &Matched,
    choices: &'a Choices,
    options: DiffOptions,
) -> DiffSet<'a> {
    let input = |file: usize| {
        let file = &files.all[file];
        Named { name: file.source.name(), sha256: &file.sha256 }
    };
    let names = |numbers: &[usize]| numbers.iter().map(|&file| input(file).name.to_owned()).collect();
    let report = |one: &'a Compared<'a>| DiffReport {
        comparison: &one.comparison,
        categories: &choices.categories,
        overrides: &choices.overrides,
        old: input(one.old),
        new: input(one.new),
        tool_version: env!("CARGO_PKG_VERSION"),
        options,
    };
    let mut reports: Vec<DiffReport<'a>> = compared.iter().map(report).collect();
    reports.sort_by(|a, b| b.category().cmp(&a.category()).then_with(|| a.new.name.cmp(b.new.name)));
    DiffSet { reports, only_old: names(&matched.only_old), only_new: names(&matched.only_new) }
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
        (_, DiffFormat::Html, _) => set.reports.iter().map(diff_html::render).collect(),
    }
}

/// How the report looks; a file gets no colours unless they are asked for.
fn style(args: &DiffArgs) -> Style {
    let mut style = output::style(&args.look, 0, &io::stdout());
    if output::is_file(args.output.as_deref()) && args.look.color == Color::Auto {
        style.colour = false;
    }
    style
}

/// Says which changes fail the run, and which accepted ones there are not.
fn gate(set: &DiffSet<'_>, choices: &Choices) -> Result<Exit, Failure> {
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
