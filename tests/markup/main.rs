//! Drafts in Markdown and in rows of cells: what is read from them, where it is in the file, and what fixes do there.
#![allow(clippy::disallowed_methods, reason = "the tests run the command on files")]

#[path = "../laws/mod.rs"]
mod laws;

mod drafts;
mod encodings;
mod fixes;
mod layouts;
mod random;

use ksb::convert::convert;
use ksb::model::Format;
use ksb::read::{Reading, read};
use ksb::source::{Source, SourceId};
use serde_json::Value;

/// A file as a source.
fn file(name: &str, text: &str) -> Source {
    Source::new(SourceId(0), name, text)
}

/// What a reading states, in the native form, without what it was converted from.
fn stated(reading: &Reading<'_>, source: &Source) -> Value {
    let document = reading.document.as_ref().unwrap_or_else(|| panic!("a document: {}", source.text()));
    let mut value: Value = serde_json::from_str(&convert(document, source)).expect("JSON");
    value.as_object_mut().expect("an object").remove("source");
    value
}

/// What a file with this name states, which is recognised as `format`, and how many findings its reader has.
fn recognised(name: &str, text: &str, format: Format) -> (Value, usize) {
    let source = file(name, text);
    let reading = read(&source, None);
    let found = reading.document.as_ref().map(ksb::model::Document::format);
    assert_eq!(found, Some(format), "{name}: {text}\n{:?}", reading.diagnostics);
    (stated(&reading, &source), reading.diagnostics.len())
}
