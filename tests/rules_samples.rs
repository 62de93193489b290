//! What the rules say about every sample, so that an unexpected finding shows up in review.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::lint::Extract;
use ksb::read::encoding::decode;
use ksb::read::{Parts, parts, read};
use ksb::source::{ColumnUnit, Source, SourceId};

/// The good samples: no errors and no warnings.
const GOOD: &[&str] = &[
    "api/canal-lock-keeper-1.1.standards-api.json",
    "api/canal-lock-keeper.maps-api.json",
    "api/waterways.catalogue.json",
    "archive-digitisation-technician-1.0.standard.json",
    "archive-digitisation-technician-1.1.standard.json",
    "canal-lock-keeper-1.0.standard.json",
    "canal-lock-keeper-1.1.standard.json",
    "clean.standard.json",
    "countryside-and-gardens.standard.json",
    "orchard-technician-1.0.standard.json",
    "orchard-technician-1.1.standard.json",
];

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// All samples below `folder`, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    let each = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    let is_sample = |path: &PathBuf| path.extension().is_some_and(|extension| extension != "md");
    entries.into_iter().flat_map(each).filter(is_sample).collect()
}

/// The documents of a sample.
fn documents(path: &Path) -> Vec<Source> {
    let bytes = fs::read(path).expect("a file");
    let (source, _encoding) =
        decode(SourceId::default(), &path.to_string_lossy(), bytes).expect("a document");
    match parts(source) {
        Parts::One(source) => vec![source],
        Parts::Several { documents, .. } => documents,
    }
}

/// What is found in a sample, each with its line: in its documents, then between them.
fn found(path: &Path) -> Vec<(Diagnostic, usize)> {
    let config = Config { today: "2026-01-31".parse().ok(), ..Config::default() };
    let sources = documents(path);
    let readings: Vec<_> = sources.iter().map(|source| read(source, None)).collect();
    let documents = readings.iter().filter_map(|reading| reading.document.as_ref());
    let extracts: Vec<Extract> = documents.map(Extract::from).collect();
    let alone = readings.iter().flat_map(|reading| check(reading, &config));
    let all = alone.chain(check_together(&extracts, &config));
    let line = |found: &Diagnostic| {
        let source = sources.iter().find(|source| source.id() == found.primary().source).expect("a source");
        source.position(found.primary().span.range().start, ColumnUnit::CodePoints).line
    };
    all.map(|found| {
        let at = line(&found);
        (found, at)
    })
    .collect()
}

#[test]
fn good_samples_have_neither_errors_nor_warnings() {
    for name in GOOD {
        let found = found(&samples().join(name));
        let bad: Vec<_> = found.into_iter().filter(|(found, _)| found.severity > Severity::Advice).collect();
        assert!(bad.is_empty(), "{name}: {bad:#?}");
    }
}

#[test]
fn the_findings_in_each_sample_are_these() {
    let mut out = String::new();
    for path in files(&samples()) {
        let name = path.strip_prefix(samples()).expect("a sample").to_string_lossy().replace('\\', "/");
        writeln!(out, "== {name}").expect("a string takes a line");
        for (one, line) in found(&path) {
            writeln!(out, "{} {} {line}", one.rule, one.subject).expect("a string takes a line");
        }
    }
    insta::assert_snapshot!(out);
}
