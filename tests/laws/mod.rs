//! What must be true for any input. The tests try it on samples, on damaged samples and on random texts; the fuzz
//! targets in `fuzz/` try it on whatever they come up with.
#![allow(dead_code, reason = "each test file uses a part")]

pub(crate) mod comparing;
pub(crate) mod editing;
pub(crate) mod office;
pub(crate) mod reading;
pub(crate) mod records;
pub(crate) mod settings;
pub(crate) mod tree;
pub(crate) mod writing;

use ksb::diagnostic::Diagnostic;
use ksb::source::{Source, SourceId, Span};

/// A text as a source.
pub(crate) fn source(text: &str) -> Source {
    Source::new(SourceId(0), "any", text)
}

/// A span lies in its file, on character boundaries.
pub(crate) fn assert_inside(source: &Source, span: Span) {
    assert!(source.text().get(span.range()).is_some(), "{span:?} is no place in {:?}", source.text());
}

/// Every place that findings point to or would edit lies in the file.
pub(crate) fn assert_places(source: &Source, found: &[Diagnostic]) {
    for diagnostic in found {
        for label in &diagnostic.labels {
            assert_inside(source, label.span);
        }
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            assert_inside(source, edit.span);
        }
    }
}
