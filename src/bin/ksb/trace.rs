//! `ksb trace`.

use std::collections::BTreeMap;
use std::io;

use ksb::catalogue::{VersionNumber, Versions, has_reference, reference};
use ksb::citing::CitingChoices;
use ksb::diff::{Choices, compare};
use ksb::model::{Code, Document, Standard};
use ksb::project::{
    self, AllSettings, Disk, Documents, Findings, Input, Options, Past, Project, SettingsFrom, TraceChoices,
};
use ksb::read::{self, Reading};
use ksb::report::coverage::Coverage;
use ksb::report::{Report, matrix};
use ksb::source::{Source, SourceId, Sources};

use crate::cli::{TraceArgs, TraceFormat};
use crate::date::today;
use crate::document;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;
use crate::plan::Display;
use crate::reports;

/// Says what documents cite of a standard, and what is wrong with that.
pub(crate) fn run(args: &TraceArgs) -> Result<Exit, Failure> {
    let wanted = args.document.as_deref();
    let Some(picked) = document::open(&args.standard, wanted, args.input.reader(), &args.terminal)? else {
        return Ok(Exit::Failed);
    };
    let mut project = Project::new(&Disk, options(args));
    let inputs = project.citing_inputs(&args.files);
    let read = inputs.iter().filter_map(Input::path).chain([args.standard.as_path()]);
    refuse_overwriting(args.output.as_deref(), read)?;
    let files = project.open_citing(&inputs);
    let (reading, found) = picked.read(args.input.from);
    let Some(standard) = reading.document.as_ref().and_then(standard) else {
        let is_map = reading.document.is_some();
        drop(reading);
        picked.report(&found, is_map, &args.terminal)?;
        return if is_map {
            Err(Failure("an occupational map has no statements to cite".to_owned()))
        } else {
            Ok(Exit::Failed)
        };
    };
    let older = older(args)?;
    let readings = older.iter().map(|source| read::read(source, args.input.from)).collect::<Vec<_>>();
    let choices = TraceChoices {
        citing: CitingChoices { codes_in: args.codes_in.clone() },
        exactly_once: args.exactly_once,
    };
    let trace =
        project.trace(&files, standard, past(standard, reading.document.as_ref(), &readings), &choices);
    let findings = project.trace_findings(&trace, &files, &Input::named(&args.standard, None));
    let coverage = Coverage::new(&trace, &files.sources);
    drop(trace);
    drop(readings);
    drop(reading);
    let sources = files.sources.into_iter().chain([picked.source]).collect();
    write(args, &findings, &coverage, &sources)?;
    Ok(exit(args, &findings, &coverage))
}

fn options(args: &TraceArgs) -> Options {
    let settings = match &args.config {
        Some(path) => SettingsFrom::File(path.clone()),
        None if args.no_config => SettingsFrom::Nowhere,
        None => SettingsFrom::Nearest,
    };
    Options {
        settings,
        rules: args.rules.clone().into(),
        least: args.severity.into(),
        max_size: args.input.max_size,
        today: Some(today()),
        ..Options::default()
    }
}

fn standard<'d, 's>(document: &'d Document<'s>) -> Option<&'d Standard<'s>> {
    match document {
        Document::Standard(standard) => Some(standard),
        Document::Map(_) => None,
    }
}

/// The documents in which earlier versions of the standard may be.
fn older(args: &TraceArgs) -> Result<Vec<Source>, Failure> {
    let inputs = project::inputs(&args.history, None, &mut AllSettings::none(&Disk), false);
    let mut sources = Vec::new();
    for input in &inputs {
        let Documents { all, .. } = args.input.reader().documents(input, SourceId::of_file(0));
        for one in all {
            if let Some(why) = one.found.first().filter(|_| !one.is_read) {
                return Err(Failure(format!("`{}`: {}", input.name, why.message)));
            }
            sources.push(one.source);
        }
    }
    Ok(sources)
}

/// The earlier versions of the standard among these documents, the last one first.
fn past<'a>(
    standard: &Standard<'_>,
    current: Option<&'a Document<'a>>,
    readings: &'a [Reading<'a>],
) -> Vec<Past<'a>> {
    let Some((current, reference)) = current.zip(reference(standard)) else { return Vec::new() };
    let own = version(standard);
    let mut versions: Versions<VersionNumber, Past<'a>> = Versions::default();
    for document in readings.iter().filter_map(|reading| reading.document.as_ref()) {
        let Some(one) = self::standard(document).filter(|one| has_reference(one, reference)) else {
            continue;
        };
        let Some(number) = version(one).filter(|number| own.as_ref().is_none_or(|own| number < own)) else {
            continue;
        };
        let label = one.facts.version.stated().map_or("", |text| text.trim()).to_owned();
        let past = Past { label, standard: one, became: became(document, current) };
        versions.add(Some(number), past);
    }
    let mut all: Vec<Past<'a>> = versions.into_latest().collect();
    all.reverse();
    all
}

fn version(standard: &Standard<'_>) -> Option<VersionNumber> {
    standard.facts.version.stated().and_then(|text| VersionNumber::parse(text))
}

/// What became of the codes of an old version that are others now.
fn became(old: &Document<'_>, new: &Document<'_>) -> BTreeMap<Code, Vec<Code>> {
    let mut became: BTreeMap<Code, Vec<Code>> = BTreeMap::new();
    let Ok(compared) = compare(old, new, &Choices::default()) else { return became };
    for line in compared.codes {
        if let Some(code) = line.old {
            became.entry(code).or_default().extend(line.new);
        }
    }
    became
}

/// Writes the findings or the coverage.
fn write(
    args: &TraceArgs,
    findings: &Findings<'_>,
    coverage: &Coverage,
    sources: &Sources,
) -> Result<(), Failure> {
    let to = args.output.as_deref();
    let Some(format) = args.format.of_findings() else {
        return output::deliver(&shown(coverage, args), to);
    };
    let report = Report::new(&findings.shown, sources, findings.inputs, findings.documents);
    let report = report.with_hidden(findings.hidden);
    let display = Display { terminal: args.terminal.clone(), limit: 0, statistics: false, from: None };
    let mut text = reports::rendered(&report, format, output::is_file(to), &display);
    if format.is_prose() {
        text.push_str(&coverage.summary());
        text.push('\n');
    }
    output::deliver(&text, to)
}

/// The coverage as it is asked for.
fn shown(coverage: &Coverage, args: &TraceArgs) -> String {
    match args.format {
        TraceFormat::Csv => matrix::csv::render(&coverage.matrix),
        TraceFormat::Html => matrix::html::render(&coverage.matrix),
        _ => {
            let style = output::style(&args.terminal, 0, &io::stdout());
            let table = matrix::terminal::render(&coverage.matrix, &style);
            format!("{table}\n{}\n{}\n", coverage.of_duties(), coverage.summary())
        }
    }
}

fn exit(args: &TraceArgs, findings: &Findings<'_>, coverage: &Coverage) -> Exit {
    let is_grave = args.fail_on.severity().is_some_and(|least| findings.worst >= Some(least));
    let is_short = args.min_coverage.is_some_and(|least| coverage.percent() < usize::from(least));
    Exit::of(findings.is_complete, is_grave || is_short)
}
