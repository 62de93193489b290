//! Documents written in other formats: read again, they state the same; written again, they are the same bytes.

use ksb::convert::{Target, convert, convert_to};
use ksb::model::{Document, Format};
use ksb::office::{TrackedChanges, container_of, extract};
use ksb::read::read;
use ksb::source::{Source, SourceId};
use serde_json::Value;

use super::source;

/// What is read from a text states the same in every format that it is written in.
pub(crate) fn is_written(text: &str, from: Option<Format>) {
    let source = source(text);
    if let Some(document) = &read(&source, from).document {
        comes_back(document, &source);
    }
}

/// A document states the same in every format that it is written in.
pub(crate) fn comes_back(document: &Document<'_>, source: &Source) {
    let own = convert(document, source);
    for target in Target::ALL {
        let written = convert_to(target, document, source).expect("it can be written");
        assert!(Ok(&written) == convert_to(target, document, source).as_ref(), "{target:?}: other bytes");
        let again = opened(&written, target);
        let reading = read(&again, None);
        let read = reading.document.as_ref().map(|document| convert(document, &again));
        let read = read.unwrap_or_else(|| panic!("{target:?} of {own}\nis not read: {}", again.text()));
        let (own, read) = (stated(&own), stated(&read));
        assert!(own == read, "{target:?}: {own:#}\nbecame {read:#}\nby {}", again.text());
    }
}

/// A file as a source, whatever it is.
pub(crate) fn opened(bytes: &[u8], target: Target) -> Source {
    let name = format!("a.{}", target.extensions()[0]);
    match container_of(bytes).expect("it is not encrypted") {
        Some(container) => {
            let extracted = extract(bytes, container, TrackedChanges::Accepted).expect("it can be opened");
            Source::extracted(SourceId(0), name, extracted)
        }
        None => Source::new(SourceId(0), name, String::from_utf8(bytes.to_vec()).expect("UTF-8")),
    }
}

/// What a native document states about the standard itself.
fn stated(json: &str) -> Value {
    let mut value: Value = serde_json::from_str(json).expect("JSON");
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| key != "$schema" && key != "source");
    }
    value
}
