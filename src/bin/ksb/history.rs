//! `ksb history`.

use std::io;

use ksb::catalogue::{DocumentName, VersionNumber, Versions, has_reference};
use ksb::check;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::diff::{Choices, compare};
use ksb::model::{Document, Standard};
use ksb::project::{self, AllSettings, Disk, Documents, Input, document_names};
use ksb::read::{self, Reading};
use ksb::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use ksb::report::history::{HistoryReport, Version, html, json, markdown, terminal};
use ksb::report::{Report, Style};
use ksb::source::{Source, SourceId, Sources};
use ksb::spelling::nearest;
use rayon::prelude::*;

use crate::cli::{Color, HistoryArgs, HistoryFormat, TerminalArgs};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;

/// Everything that was given, document by document.
#[derive(Default)]
struct OpenedInputs {
    documents: Vec<Source>,
    /// Files that hold several documents, or could not be opened.
    files: Vec<Source>,
    found: Vec<Diagnostic>,
    unopened: usize,
}

/// A version that is shown, by its source and what was read from it.
struct ShownVersion<'s> {
    source: &'s Source,
    reading: Reading<'s>,
    name: DocumentName,
    sha256: String,
}

pub(crate) fn run(args: &HistoryArgs) -> Result<Exit, Failure> {
    let inputs = inputs(args);
    refuse_overwriting(args.output.as_deref(), inputs.iter().filter_map(Input::path))?;
    let mut opened = open(&inputs, args);
    let (versions, remarks, failed) = versions(args, &opened.documents);
    let mut found = std::mem::take(&mut opened.found);
    found.extend(failed.iter().flat_map(|reading| &reading.diagnostics).cloned());
    if versions.is_empty() {
        let unknown = unknown(args, &opened.documents, &remarks);
        drop((versions, failed));
        // What could not be read may be what is looked for.
        print_findings(&found, opened, &args.terminal)?;
        return Err(unknown);
    }
    let of_versions = versions.iter().flat_map(|one| check::check_reading(&one.reading));
    found.extend(of_versions.filter(|one| one.severity == Severity::Error));
    let failed = opened.unopened > 0 || !failed.is_empty();
    let text = rendered(args, &versions, remarks)?;
    drop(versions);
    output::deliver(&text, args.output.as_deref())?;
    print_findings(&found, opened, &args.terminal)?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

/// Everything that the user named, in that order.
fn inputs(args: &HistoryArgs) -> Vec<Input> {
    let inputs = args.paths.iter().flat_map(|path| {
        if path.is_dir() {
            project::inputs(std::slice::from_ref(path), None, &mut AllSettings::none(&Disk), false)
        } else {
            vec![Input::named(path, None)]
        }
    });
    inputs.collect()
}

/// Opens the inputs.
fn open(inputs: &[Input], args: &HistoryArgs) -> OpenedInputs {
    let mut opened = OpenedInputs::default();
    let reader = args.input.reader();
    for (index, input) in inputs.iter().enumerate() {
        let Documents { file, around, all } = reader.documents(input, SourceId::of_file(index));
        opened.found.extend(around);
        opened.files.extend(file);
        for one in all {
            opened.found.extend(one.found);
            if one.is_read {
                opened.documents.push(one.source);
            } else {
                opened.files.push(one.source);
                opened.unopened += 1;
            }
        }
    }
    opened
}

/// The versions, remarks, and what could not be read.
type ReadVersions<'s> = (Vec<ShownVersion<'s>>, Vec<String>, Vec<Reading<'s>>);

/// The versions of the standard, oldest first, with remarks, and documents of which nothing can be read.
fn versions<'s>(args: &HistoryArgs, documents: &'s [Source]) -> ReadVersions<'s> {
    // Of a catalogue, only what speaks of the reference is read.
    let upper = args.reference.to_ascii_uppercase();
    let speaks = |source: &&Source| {
        let text = source.text();
        source.id().index().is_none() || text.contains(&upper) || text.contains(&args.reference)
    };
    let candidates: Vec<&Source> = documents.iter().filter(speaks).collect();
    let read: Vec<(&Source, Reading<'_>)> =
        candidates.into_par_iter().map(|source| (source, read::read(source, args.input.from))).collect();
    let mut versions: Versions<VersionNumber, ShownVersion<'_>> = Versions::default();
    let (mut remarks, mut failed) = (Vec::new(), Vec::new());
    for (source, reading) in read {
        let Some(document) = &reading.document else {
            failed.push(reading);
            continue;
        };
        if !standard(document).is_some_and(|standard| has_reference(standard, &args.reference)) {
            continue;
        }
        let name = DocumentName::new(Some(document), source);
        let Some(version) = name.version.clone() else {
            remarks.push(format!(
                "{} in `{}` has no version number and is left out.",
                name.label,
                source.name()
            ));
            continue;
        };
        let shown = ShownVersion { source, sha256: source.sha256(), reading, name };
        if let Some(before) = versions.of(&version).last() {
            let (label, old) = (&before.name.label, before.source.name());
            remarks
                .push(format!("{label} is in `{old}` and again in `{}`: the latter counts.", source.name()));
        }
        versions.add(Some(version), shown);
    }
    (versions.into_latest().collect(), remarks, failed)
}

fn standard<'d, 's>(document: &'d Document<'s>) -> Option<&'d Standard<'s>> {
    match document {
        Document::Standard(standard) => Some(standard),
        Document::Map(_) => None,
    }
}

/// That there is no such standard, and which might be meant.
fn unknown(args: &HistoryArgs, documents: &[Source], remarks: &[String]) -> Failure {
    let names = document_names(documents, args.input.from);
    let references: Vec<&str> = names.iter().filter_map(|name| name.reference.as_deref()).collect();
    let help = match nearest(&args.reference, references.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("{} were looked through", count(documents.len())),
    };
    let remarks = remarks.iter().fold(String::new(), |said, remark| said + " " + remark);
    Failure(format!("there is no version of `{}`: {help}{remarks}", args.reference))
}

fn count(documents: usize) -> String {
    if documents == 1 { "1 document".to_owned() } else { format!("{documents} documents") }
}

/// The history in the format that is asked for.
fn rendered(args: &HistoryArgs, shown: &[ShownVersion<'_>], remarks: Vec<String>) -> Result<String, Failure> {
    let named = |one: &'_ ShownVersion<'_>| one.source.id().index().is_some();
    let inputs: Vec<ComparedInput<'_>> = shown
        .iter()
        .map(|one| ComparedInput {
            name: one.source.name(),
            document: named(one).then_some(one.name.label.as_str()),
            sha256: &one.sha256,
        })
        .collect();
    let documents: Vec<&Document<'_>> =
        shown.iter().filter_map(|one| one.reading.document.as_ref()).collect();
    let choices = Choices::default();
    let pairs: Vec<_> = documents.windows(2).collect();
    let compared = pairs.par_iter().map(|pair| compare(pair[0], pair[1], &choices));
    let compared: Vec<_> = compared.collect::<Result<_, _>>().map_err(|error| Failure(error.to_string()))?;
    let tool_version = env!("CARGO_PKG_VERSION");
    let step = |(index, comparison)| DiffReport {
        comparison,
        old: inputs[index],
        new: inputs[index + 1],
        tool_version,
        options: DiffOptions::default(),
        relation: Relation::Changed,
    };
    let standards = documents.iter().filter_map(|document| standard(document));
    let versions: Vec<Version<'_>> =
        standards.zip(&inputs).filter_map(|(standard, input)| Version::new(standard, *input)).collect();
    let reference = shown.last().and_then(|one| one.name.reference.clone()).unwrap_or_default();
    let steps = compared.iter().enumerate().map(step).collect();
    let history = HistoryReport { reference: &reference, versions, steps, remarks, tool_version };
    Ok(match args.format {
        HistoryFormat::Terminal => terminal::render(&history, &style(args)),
        HistoryFormat::Markdown => markdown::render(&history),
        HistoryFormat::Html => html::render(&history),
        HistoryFormat::Json => json::render(&history),
    })
}

/// How the report looks; a file gets no colours unless they are asked for.
fn style(args: &HistoryArgs) -> Style {
    let mut style = output::style(&args.terminal, 0, &io::stdout());
    if output::is_file(args.output.as_deref()) && args.terminal.color == Color::Auto {
        style.colour = false;
    }
    style
}

/// Shows on standard error what is wrong with what was given.
fn print_findings(
    found: &[Diagnostic],
    opened: OpenedInputs,
    terminal: &TerminalArgs,
) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let (files, documents) = (opened.files.len(), opened.documents.len());
    let sources: Sources = opened.files.into_iter().chain(opened.documents).collect();
    let report = Report::new(found, &sources, files, documents);
    output::write_findings(&report, terminal)
}
