//! Readers, the check, and everything that shows what they found.

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::convert::convert;
use ksb::diagnostic::Diagnostic;
use ksb::ignores::{Ignores, stale};
use ksb::layout::canonical;
use ksb::lint::{Extract, RuleMeta};
use ksb::model::{Document, Format};
use ksb::read::{Reading, read};
use ksb::report::matrix::{self, Matrix};
use ksb::report::{
    Report, Style, concise, full, github, gitlab, html, json, jsonl, junit, markdown, sarif, statistics,
};
use ksb::schema;
use ksb::source::{Source, Sources, Span};
use ksb::syntax;
use serde_json::Value;

use super::{assert_inside, assert_places, source};

/// A screen style for the reports for people.
const STYLE: Style = Style { width: 80, colour: true, unicode: true, limit: 0 };

/// Reads and checks a text as one format, or as what it looks like; every place lies in the file, and
/// everything can be shown.
pub(crate) fn is_read(text: &str, from: Option<Format>) {
    source_is_read(source(text), from);
    schemas_tell_the_truth(text);
}

/// The same for any source.
pub(crate) fn source_is_read(source: Source, from: Option<Format>) {
    let reading = read(&source, from);
    let found = checked(&reading, &source);
    assert_places(&source, &found);
    if let Some(document) = &reading.document {
        for span in places(document) {
            assert_inside(&source, span);
        }
        let extract = Extract::from(document);
        let _findings = check_together(&[extract.clone(), extract], &Config::default());
        mapping_is_shown(document);
    }
    is_shown(&found, source);
}

/// What our schema check reports about a document is what `jsonschema` says about it.
fn schemas_tell_the_truth(text: &str) {
    let (tree, _) = syntax::parse(text);
    for schema in
        [schema::standard(), schema::occupational_map(), schema::standards_api(), schema::maps_api()]
    {
        let told = schema.fast_path(&tree);
        assert!(told.is_none_or(|told| told == schema.is_valid(&tree)), "{}: {told:?}", schema.name);
    }
}

/// What is found in a document and not ignored there, and the findings on its ignores.
fn checked(reading: &Reading<'_>, source: &Source) -> Vec<Diagnostic> {
    let config = Config::default();
    let found = check(reading, &config);
    let Some(document) = &reading.document else { return found };
    assert_places(source, &found);
    let mut ignores = Ignores::new(None, source.name(), document, reading.whole, &config);
    let mut found = ignores.filter(found);
    found.extend(stale([&ignores]));
    found
}

/// The places of everything that a document states.
fn places(document: &Document<'_>) -> Vec<Span> {
    match document {
        Document::Standard(standard) => {
            let texts = standard.texts().into_iter().map(|(_, text)| text.span());
            let duties = standard.duties.items().iter();
            let codes = duties.flat_map(|duty| duty.code.iter().chain(duty.codes()).map(|code| code.span));
            let statements = standard.statements.items().iter().map(|statement| statement.code.span);
            texts.chain(codes).chain(statements).chain([standard.start]).collect()
        }
        Document::Map(map) => {
            let levels = map.occupations().flat_map(|(_, one)| one.levels.iter().map(|level| level.span));
            map.texts().into_iter().map(|(_, text)| text.span()).chain(levels).chain([map.start]).collect()
        }
    }
}

/// The mapping of a standard is shown, if it has one.
fn mapping_is_shown(document: &Document<'_>) {
    let Document::Standard(standard) = document else { return };
    let Ok(matrix) = Matrix::new(standard) else { return };
    let _csv = matrix::csv::render(&matrix);
    let _html = matrix::html::render(&matrix);
    let _markdown = matrix::markdown::render(&matrix);
    let _terminal = matrix::terminal::render(&matrix, &STYLE);
}

/// Reports are rendered, and those in JSON are valid JSON. Each costs more than reading a document, so the length of
/// the text picks one.
fn is_shown(found: &[Diagnostic], source: Source) {
    let pick = source.text().len() % 9;
    let mut sources = Sources::default();
    sources.insert(source);
    let report = Report::new(found, &sources, 1, 1);
    match pick {
        0 => is_json(&json::render(&report)),
        1 => is_json(&gitlab::render(&report)),
        2 => is_json(&sarif::render(&report, &rules())),
        3 => jsonl::render(&report).lines().for_each(is_json),
        4 => assert!(concise::render(&report).lines().count() >= found.len()),
        5 => assert!(github::render(&report).lines().count() >= found.len()),
        6 => is_whole(&html::render(&report, &|source| read(source, None).document, "0.0.0"), found.len()),
        7 => assert!(!full::render(&report, &STYLE).is_empty()),
        _ => {
            let texts = [junit::render(&report), markdown::render(&report), statistics::render(&report)];
            assert!(texts.iter().all(|text| !text.is_empty()));
        }
    }
}

/// A page has a place for every finding.
fn is_whole(page: &str, findings: usize) {
    let without = (1..=findings).find(|number| !page.contains(&format!(" id=\"f{number}\"")));
    assert!(without.is_none() || page.contains("not shown"), "finding {without:?} has no place");
}

fn is_json(text: &str) {
    let parsed = serde_json::from_str::<Value>(text);
    assert!(parsed.is_ok(), "{parsed:?}: {text}");
}

fn rules() -> Vec<&'static RuleMeta> {
    ksb::rules::ALL.iter().map(|rule| rule.meta()).collect()
}

/// What was converted is a native document in its canonical layout, and converts to itself.
pub(crate) fn is_converted(text: &str, from: Option<Format>) {
    let first = source(text);
    let Some(document) = read(&first, from).document else { return };
    let native = convert(&document, &first);
    assert_eq!(canonical(&native).as_ref(), Ok(&native));
    let second = source(&native);
    let again = read(&second, None).document.expect("what was converted is a document");
    assert_eq!(again.format(), Format::NativeJson);
    assert_eq!(convert(&again, &second), native);
}
