//! What the rules say of every sample, so that a finding that nobody expects shows in review.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::read::read;
use ksb::source::{ColumnUnit, Source, SourceId};

/// The samples that are good: no error, no warning.
const GOOD: &[&str] = &[
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

fn source(path: &Path) -> Source {
    Source::new(SourceId(0), path.to_string_lossy(), fs::read_to_string(path).expect("a text"))
}

fn found(source: &Source) -> Vec<Diagnostic> {
    check(&read(source, None), &Config::default())
}

#[test]
fn good_samples_have_neither_errors_nor_warnings() {
    for name in GOOD {
        let source = source(&samples().join(name));
        let bad: Vec<_> =
            found(&source).into_iter().filter(|found| found.severity > Severity::Advice).collect();
        assert!(bad.is_empty(), "{name}: {bad:#?}");
    }
}

#[test]
fn the_findings_in_each_sample_are_these() {
    let mut out = String::new();
    for path in files(&samples()) {
        let name = path.strip_prefix(samples()).expect("a sample").to_string_lossy().replace('\\', "/");
        writeln!(out, "== {name}").expect("a string takes a line");
        let source = source(&path);
        for one in found(&source) {
            let line = source.position(one.primary().span.range().start, ColumnUnit::CodePoints).line;
            writeln!(out, "{} {} {line}", one.rule, one.subject).expect("a string takes a line");
        }
    }
    insta::assert_snapshot!(out);
}
