//! Documents inside an object that is not a document itself: `{"list": [...]}` as an API returns it, or each under its
//! reference, `{"ST0001": {...}}`.

use super::evidence::{has_known_format, is_kind};
use crate::source::Span;
use crate::syntax::{outline, split};

/// How deeply wrappers around documents may be nested.
const DEEP: usize = 3;

/// How many elements of a list are tested for being documents: the others are taken to be the same.
const ASKED: usize = 8;

/// Keys of documents: an object with one of them wraps nothing.
const OF_DOCUMENTS: [&str; 24] = [
    "$schema",
    "reference",
    "occupation",
    "typicalDurationMonths",
    "soc2020",
    "duties",
    "knowledge",
    "skills",
    "behaviours",
    "pathways",
    "x-ksb-ignore",
    "referenceNumber",
    "versionNumber",
    "larsCode",
    "overviewOfRole",
    "occupationalSummary",
    "approvedForDelivery",
    "assessmentPlanUrl",
    "standardPageUrl",
    "knowledges",
    "technicalKnowledge",
    "technicalKnowledges",
    "stdCode",
    "mapHierarchy",
];

/// A document, and the JSON pointer to it.
pub(in crate::read) type Wrapped = (Span, String);

/// The documents inside the object that `text` is; empty if it is a document itself, or holds none.
pub(in crate::read) fn documents(text: &str) -> Vec<Wrapped> {
    let mut found = Vec::new();
    if !may_be_document(text) {
        inside(text, Span::new(0, text.len()), "", DEEP, &mut found);
    }
    found
}

/// Whether an object has a key of documents, which is quick to find out.
pub(super) fn may_be_document(object: &str) -> bool {
    outline(object).any(|(key, value)| {
        OF_DOCUMENTS.contains(&key) || key == "kind" && is_kind(object[value.range()].trim_matches('"'))
    })
}

/// Adds the documents among the members of the object at `place` in `text`, whose JSON pointer is `pointer`.
fn inside(text: &str, place: Span, pointer: &str, deep: usize, found: &mut Vec<Wrapped>) {
    let mut are_documents = false;
    for (key, value) in outline(&text[place.range()]) {
        let value = moved(value, place);
        let pointer = || format!("{pointer}/{}", escaped(key));
        match text[value.range()].as_bytes().first() {
            Some(b'[') => found.extend(elements(text, value, &pointer())),
            Some(b'{') if is_document(&text[value.range()], are_documents) => {
                are_documents = true;
                found.push((value, pointer()));
            }
            Some(b'{') if deep > 1 => inside(text, value, &pointer(), deep - 1, found),
            _ => {}
        }
    }
}

/// The elements of the list at `place`, if they are documents.
fn elements(text: &str, place: Span, pointer: &str) -> Vec<Wrapped> {
    let list = &text[place.range()];
    let spans = split::elements(list).unwrap_or_default();
    if !spans.iter().take(ASKED).any(|one| is_document(&list[one.range()], false)) {
        return Vec::new();
    }
    let each = spans.into_iter().enumerate();
    each.map(|(index, span)| (moved(span, place), format!("{pointer}/{index}"))).collect()
}

/// A span within `place`, as a span in the whole text.
fn moved(span: Span, place: Span) -> Span {
    let start = place.range().start;
    Span::new(start + span.range().start, start + span.range().end)
}

/// Whether an object is a document; next to one that is, a key is enough to tell.
fn is_document(object: &str, is_likely: bool) -> bool {
    may_be_document(object) && (is_likely || has_known_format(object))
}

/// A key as a part of a JSON pointer.
fn escaped(key: &str) -> String {
    let key = serde_json::from_str::<String>(&format!("\"{key}\"")).unwrap_or_else(|_| key.to_owned());
    key.replace('~', "~0").replace('/', "~1")
}
