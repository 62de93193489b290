//! The history of a standard among the files.

use ksb::project::{FoundVersions, Input, document_names, history_report};
use ksb::report::history::{html, json, markdown};
use ksb::source::{Source, SourceId, Sources};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, Problem, VERSION};
use crate::files::Files;

/// The versions of the standard with this reference. `format` is `html`, `json` or `markdown`.
///
/// # Errors
/// If there are none.
#[wasm_bindgen]
pub fn history(files: &Files, reference: &str, format: &str) -> Result<Answer, Problem> {
    let (documents, is_whole) = documents(files);
    let found = FoundVersions::new(reference, &documents, None);
    if found.versions.is_empty() {
        return Err(found.unknown(reference, &documents, None).into());
    }
    let text = history_report(&found, VERSION, |history| match format {
        "json" => json::render(history),
        "markdown" => markdown::render(history),
        _ => html::render(history),
    })?;
    let unread: Vec<_> = found.failed.iter().flat_map(|reading| &reading.diagnostics).cloned().collect();
    drop(found);
    let sources: Sources = documents.into_iter().collect();
    Ok(Answer::text_of(text).whole_if(is_whole && unread.is_empty()).aside_of(&unread, &sources))
}

/// The standards in the files, each by its reference and title, sorted by reference.
#[wasm_bindgen]
#[must_use]
pub fn standards(files: &Files) -> Vec<String> {
    let (documents, _) = documents(files);
    let mut all: Vec<(String, String)> = document_names(&documents, None)
        .into_iter()
        .filter_map(|name| Some((name.reference?, name.title.unwrap_or_default())))
        .collect();
    all.sort();
    all.dedup_by(|one, before| one.0 == before.0);
    all.into_iter().flat_map(|(reference, title)| [reference, title]).collect()
}

/// The documents of all files, and whether all could be opened.
fn documents(files: &Files) -> (Vec<Source>, bool) {
    let (mut documents, mut is_whole) = (Vec::new(), true);
    for (index, name) in files.names.iter().enumerate() {
        for one in files.reader(None).documents(&Input::file(name), SourceId::of_file(index)).all {
            is_whole &= one.is_read;
            documents.extend(one.is_read.then_some(one.source));
        }
    }
    (documents, is_whole)
}
