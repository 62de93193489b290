//! Documents that cite a standard.

use std::path::PathBuf;

use ksb::citing::{Citable, CitingOptions};
use ksb::diff::{Choices, compare};
use ksb::migrate::{Plan, Target, migrate_file};
use ksb::model::{Document, Standard};
use ksb::project::{Input, Options, Project, Section, TraceChoices};
use ksb::read::read;
use ksb::report::migration::{MigrationReport, ReportedFile, text};
use ksb::report::{html, json, matrix, patch};
use ksb::source::SourceId;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, Problem, VERSION};
use crate::compare::{Pairing, Side};
use crate::files::Files;

/// What documents cite from a standard: the findings as `html` or `json`, or the coverage as `matrix` or `csv`.
///
/// # Errors
/// If the standard cannot be read.
#[wasm_bindgen]
pub fn trace(files: &Files, standard: &Side, citing: Vec<String>, format: &str) -> Result<Answer, Problem> {
    let mut project = Project::new(&files.memory, Options::default());
    let paths: Vec<PathBuf> = citing.into_iter().map(PathBuf::from).collect();
    let files = project.citing_inputs(&paths);
    let section = Section {
        standard: Input::file(standard.name()),
        document: standard.document().map(str::to_owned),
        files,
        history: Vec::new(),
        choices: TraceChoices::default(),
        place: None,
    };
    let findings = project.run_with([], vec![section], &()).check(None, &[])?;
    let report = findings.report();
    let Some(coverage) = findings.coverage.first() else {
        return Err(Problem::no_document(standard.name(), &findings.shown));
    };
    let text = match format {
        "matrix" => matrix::html::render(&coverage.matrix),
        "csv" => matrix::csv::render(&coverage.matrix),
        "json" => json::render(&report),
        _ => html::render(&report, &|source| read(source, None).document, VERSION),
    };
    let said = format!("{}. {}", report.summary(), coverage.summary());
    Ok(Answer::text_of(text).saying(said).counting(&report).whole_if(findings.is_complete))
}

/// The standard in a document, or `None` if nothing was read.
fn the_standard<'d, 's>(document: Option<&'d Document<'s>>) -> Option<Result<&'d Standard<'s>, Problem>> {
    document.map(|document| match document {
        Document::Standard(standard) => Ok(&**standard),
        Document::Map(_) => Err(Problem("an occupational map has no statements to cite".to_owned())),
    })
}

/// Moves a document that cites a standard to another version of it. The answer's bytes are the document, its text is
/// the change, and its remark is the report.
///
/// # Errors
/// If a version cannot be read, or the document cannot be changed.
#[wasm_bindgen]
pub fn migrate(
    files: &Files,
    old: &Side,
    new: &Side,
    pairing: &Pairing,
    citing: &str,
    now: &str,
) -> Result<Answer, Problem> {
    let versions = [old.pick(files, 0)?, new.pick(files, 0)?];
    let readings = versions.each_ref().map(|version| read(&version.source, None));
    let mut documents = Vec::with_capacity(2);
    for (version, reading) in versions.iter().zip(&readings) {
        let none = || Problem::no_document(version.source.name(), &reading.diagnostics);
        the_standard(reading.document.as_ref()).ok_or_else(none)??;
        documents.extend(reading.document.as_ref());
    }
    let choices = Choices { user_pairs: pairing.user_pairs()?, ..Choices::default() };
    let compared = compare(documents[0], documents[1], &choices).map_err(|why| Problem(why.to_string()))?;
    let plan = Plan::new(&compared);
    let mut citable = Vec::with_capacity(2);
    for document in &documents {
        citable.extend(the_standard(Some(*document)).transpose()?.map(Citable::new));
    }
    let target = Target { plan: &plan, old: &citable[0], new: &citable[1] };
    let failed = |why: &str| Problem(format!("`{citing}`: {why}"));
    let (source, found) = Input::file(citing)
        .read(&files.memory, SourceId::of_file(1), u64::MAX)
        .map_err(|unread| failed(&unread.diagnostic.message))?;
    let bytes = files.bytes(citing)?;
    let moved = migrate_file(&source, &bytes, &found, &target, &CitingOptions::default(), now);
    let moved = moved.map_err(|why| failed(&why.to_string()))?;
    let file = ReportedFile { source: &source, migration: Ok(&moved.migration) };
    let said = text::render(&MigrationReport { plan: &plan, files: vec![file], folder: None });
    let change = patch::render(source.name(), source.text(), &moved.text);
    Ok(Answer::file(moved.content).with_text(change).saying(said))
}
