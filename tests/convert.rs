//! The native document: `convert` keeps what is stated, invents nothing, and is idempotent.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

use std::fs;
use std::path::{Path, PathBuf};

use ksb::convert::convert;
use ksb::model::Format;
use ksb::read::read;
use ksb::source::{Source, SourceId};
use serde_json::Value;

fn samples(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the samples");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths
}

fn converted(text: &str) -> Option<String> {
    let source = Source::new(SourceId(0), "test", text);
    let document = read(&source, None).document?;
    Some(convert(&document, &source))
}

#[test]
fn a_native_sample_converts_to_what_it_states() {
    let mut count = 0;
    for path in
        samples("samples").into_iter().filter(|path| path.extension().is_some_and(|end| end == "json"))
    {
        let text = fs::read_to_string(&path).expect("a sample");
        let native = converted(&text).expect("a document");
        let value = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
        assert_eq!(value(&native), value(&text), "{}", path.display());
        assert_eq!(converted(&native).as_deref(), Some(native.as_str()), "{}", path.display());
        count += 1;
    }
    assert!(count >= 8, "only {count} native samples");
}

#[test]
fn every_readable_sample_converts_to_a_valid_document_that_converts_to_itself() {
    let mut count = 0;
    for path in samples("samples/pages") {
        let text = fs::read_to_string(&path).expect("a sample");
        let Some(native) = converted(&text) else { continue };
        let source = Source::new(SourceId(0), "converted", native.clone());
        let reading = read(&source, Some(Format::NativeJson));
        assert!(reading.diagnostics.is_empty(), "{}: {:#?}", path.display(), reading.diagnostics);
        assert_eq!(converted(&native).as_deref(), Some(native.as_str()), "{}", path.display());
        count += 1;
    }
    assert!(count >= 7, "only {count} pages were read");
}

#[test]
fn what_is_stated_as_empty_stays_empty() {
    let text = r#"{ "kind": "occupation", "status": "", "level": null, "soc2020": { "subUnitGroups": [] },
        "duties": [{ "text": "Do it.", "ksbs": [] }, { "text": "" }], "knowledge": [], "skills": [] }"#;
    let native: Value = serde_json::from_str(&converted(text).expect("a document")).expect("JSON");
    assert_eq!(native, serde_json::from_str::<Value>(text).expect("JSON"));
}

#[test]
fn keys_stand_in_the_documented_order() {
    let text = r#"{ "duties": [], "level": 2, "title": "X", "kind": "occupation" }"#;
    let native = converted(text).expect("a document");
    let order = ["\"kind\"", "\"title\"", "\"level\"", "\"duties\""].map(|key| native.find(key).expect(key));
    assert!(order.is_sorted(), "{native}");
}
