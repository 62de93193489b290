//! A file with several documents: the elements of an array, or one on each line.

use ksb::check::check_together;
use ksb::config::Config;
use ksb::lint::Extract;
use ksb::read::{Parts, format_of, parts, read};
use ksb::report::{Report, concise};
use ksb::source::{ColumnUnit, Source, Sources, Span};
use ksb::syntax::split;
use serde_json::{Map, Value};

use super::{assert_inside, assert_places, source};

/// How many documents of a file are read.
const READ: usize = 8;

/// A file is split into documents that know where they are, as `serde_json` would split it, and they are checked
/// against each other.
pub(crate) fn are_split(text: &str) {
    let Parts::Several { file, documents, around } = parts(source(text)) else {
        let elements = split::elements(text).unwrap_or_default();
        let is_document = |span: &Span| format_of(&text[span.range()]).is_some();
        assert!(!elements.iter().any(is_document), "an array of documents is taken apart: {text:?}");
        return;
    };
    assert_eq!(file.text(), text);
    assert_places(&file, &around);
    know_their_places(&file, &documents);
    if let Some(expected) = elements(text) {
        let read = |document: &Source| serde_json::from_str(document.text()).expect("an object");
        let found: Vec<Map<String, Value>> = documents.iter().map(read).collect();
        assert_eq!(found, expected, "{text:?}");
    }
    are_checked_together(documents);
}

/// The objects of a JSON array that holds nothing else.
fn elements(text: &str) -> Option<Vec<Map<String, Value>>> {
    let elements: Vec<_> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    Some(elements).filter(|elements| !elements.is_empty())
}

/// Documents are in the order of the file and do not overlap, and their places are those in the file.
fn know_their_places(file: &Source, documents: &[Source]) {
    let mut end = 0;
    for document in documents {
        let start = usize::try_from(document.file_offset(0)).expect("it lies in the file");
        assert!(end <= start, "a document begins at {start}, one before it ends at {end}");
        end = start + document.text().len();
        assert_eq!(file.text().get(start..end), Some(document.text()));
        for unit in [ColumnUnit::CodePoints, ColumnUnit::Utf16] {
            assert_eq!(document.position(0, unit), file.position(start, unit));
            assert_eq!(document.position(document.text().len(), unit), file.position(end, unit));
        }
    }
}

/// What is found between documents points into them and can be shown.
fn are_checked_together(documents: Vec<Source>) {
    let documents: Vec<Source> = documents.into_iter().take(READ).collect();
    let read = |source: &Source| read(source, None).document.as_ref().map(Extract::from);
    let extracts: Vec<Extract> = documents.iter().filter_map(read).collect();
    let found = check_together(&extracts, &Config::default());
    let mut sources = Sources::default();
    sources.extend(documents);
    for label in found.iter().flat_map(|one| &one.labels) {
        assert_inside(sources.get(label.source).expect("a document of the file"), label.span);
    }
    let report = Report::new(&found, &sources, 1, 1);
    assert!(concise::render(&report).lines().count() >= found.len());
}
