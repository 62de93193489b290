//! The parts of documents: an outline, what can be folded, and what is found by name.

use ksb::editor::{Outline, OutlineKind, folds as folds_of, outline};
use ksb::read::read;
use ksb::source::Source;
use serde_json::{Value, json};

use super::super::finding::shifted;
use super::super::open::Open;
use super::super::outgoing::of_positions;
use super::super::protocol::{DocumentSymbol, FoldingRange, Location, SymbolKind, Uri};
use super::super::session::Session;
use super::super::uri::uri_of;
use super::super::view::{Documents, range_of};
use super::params::{Answer, uri, written};

/// The most parts that are found by name.
const MOST: usize = 500;

fn outlines(session: &Session<'_>, open: &Open) -> Vec<(Source, Outline)> {
    let mut all = Vec::new();
    for source in Documents::of(session, open).into_all() {
        let part = read(&source, None).document.as_ref().map(outline);
        all.extend(part.map(|part| (source, part)));
    }
    all
}

fn kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Document => SymbolKind::File,
        OutlineKind::List => SymbolKind::Namespace,
        OutlineKind::Duty => SymbolKind::Function,
        OutlineKind::Statement => SymbolKind::Property,
        OutlineKind::Occupation => SymbolKind::Class,
    }
}

/// The outline of a document: a tree, or a list for editors that show no tree.
pub(super) fn symbols(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let all = outlines(session, open);
    if session.client.has_tree {
        return written(all.iter().map(|(source, part)| symbol(open, source, part)).collect::<Vec<_>>());
    }
    let mut flat = Vec::new();
    for (source, whole) in &all {
        for part in flattened(whole) {
            let location = Location { uri: Uri(uri.clone()), range: range_of(open, source, part.span) };
            flat.push(json!({ "name": name(part), "kind": kind(part.kind), "location": location }));
        }
    }
    written(flat)
}

fn symbol(open: &Open, source: &Source, part: &Outline) -> DocumentSymbol {
    let children: Vec<_> = part.parts.iter().map(|part| symbol(open, source, part)).collect();
    #[allow(deprecated, reason = "the type has the field")]
    DocumentSymbol {
        name: part.name.clone(),
        detail: (!part.detail.is_empty()).then(|| part.detail.clone()),
        kind: kind(part.kind),
        tags: None,
        deprecated: None,
        range: range_of(open, source, part.span.to(part.head)),
        selection_range: range_of(open, source, part.head),
        children: (!children.is_empty()).then_some(children),
    }
}

fn flattened(part: &Outline) -> Vec<&Outline> {
    let (mut all, mut left) = (Vec::new(), vec![part]);
    while let Some(part) = left.pop() {
        all.push(part);
        left.extend(part.parts.iter().rev());
    }
    all
}

/// What a part is called without its context: `K7 How heat changes the bean`.
fn name(part: &Outline) -> String {
    if part.detail.is_empty() { part.name.clone() } else { format!("{} {}", part.name, part.detail) }
}

/// What can be folded.
pub(super) fn folds(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let mut found: Vec<FoldingRange> = Vec::new();
    for (source, part) in outlines(session, open) {
        for span in folds_of(&part) {
            let [start, end] = open.buffer.range(shifted(span, &source));
            if start.line < end.line {
                found.push(FoldingRange {
                    start_line: start.line,
                    end_line: end.line,
                    ..FoldingRange::default()
                });
            }
        }
    }
    found.dedup_by_key(|fold| (fold.start_line, fold.end_line));
    written(found)
}

/// The parts of open documents, and the documents in the folder, whose names have all the words asked for.
pub(super) fn workspace_symbols(session: &mut Session<'_>, params: &Value) -> Answer {
    let query = params["query"].as_str().unwrap_or_default().to_lowercase();
    let is_wanted = |name: &str| {
        let name = name.to_lowercase();
        query.split_whitespace().all(|word| name.contains(word))
    };
    let mut found = Vec::new();
    for (uri, open) in session.open.iter().filter(|(_, open)| open.is_ours) {
        for (source, whole) in outlines(session, open) {
            let parts = flattened(&whole);
            for part in
                parts.into_iter().filter(|part| part.kind != OutlineKind::List && is_wanted(&name(part)))
            {
                let location = Location { uri: Uri(uri.clone()), range: range_of(open, &source, part.head) };
                found.push(json!({
                    "name": name(part), "kind": kind(part.kind), "location": location, "containerName": whole.name,
                }));
            }
        }
    }
    for (path, file) in session.known.files() {
        for (title, range) in file.titles.iter().filter(|(title, _)| is_wanted(title)) {
            let location = Location { uri: Uri(uri_of(path)), range: of_positions(*range) };
            found.push(json!({ "name": title, "kind": SymbolKind::File, "location": location }));
        }
    }
    found.truncate(MOST);
    written(found)
}
