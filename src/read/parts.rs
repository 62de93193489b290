//! A file that holds several documents: the elements of an array, or one on each line.

use super::detect::{has_known_format, wrapped};
use super::json;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::Format;
use crate::source::{Source, SourceId, Span};
use crate::syntax::{self, SyntaxError, Value, ValueKind, split};

/// A file with more documents than this is read as a single one, which is then too long or not a document.
const MOST: usize = 1 << 20;

/// What one file holds.
#[derive(Debug)]
pub enum Parts {
    /// One document, or nothing that can be read.
    One(Source),
    /// Several documents, in order.
    Several {
        /// The file as a whole.
        file: Source,
        /// Each document.
        documents: Vec<Source>,
        /// What is wrong between and around them.
        around: Vec<Diagnostic>,
    },
}

/// Splits a file into its documents: the elements of an array, one on each line, or those inside an object that is not
/// a document itself. If nothing in it is a document, the file stays whole and is not a document.
///
/// An array whose brackets do not match yields the elements whose brackets do, together with what is wrong with it.
#[must_use]
pub fn parts(source: Source) -> Parts {
    parts_as(source, None)
}

/// The same where the format is known: then whatever is in an array or on a line is a document.
#[must_use]
pub fn parts_as(source: Source, from: Option<Format>) -> Parts {
    if source.container().is_some() {
        return Parts::One(source);
    }
    let start = source.bom_len();
    let text = &source.text()[start..];
    let moved = |span: Span| Span::new(span.range().start + start, span.range().end + start);
    let is_array = text.trim_start().starts_with('[');
    let spans = if is_array { split::elements(text) } else { split::lines(text) };
    if let Some(spans) = spans.filter(|spans| spans.len() <= MOST) {
        if from.is_none() && !spans.iter().any(|span| has_known_format(&text[span.range()])) {
            return Parts::One(source);
        }
        let (file, documents) = source.split(spans.into_iter().map(moved).collect());
        return Parts::Several { file, documents, around: Vec::new() };
    }
    if is_array {
        return broken_array(source, from);
    }
    let wrapped = wrapped::documents(text);
    if wrapped.is_empty() {
        return Parts::One(source);
    }
    let wrapped = wrapped.into_iter().map(|(span, pointer)| (moved(span), pointer)).collect();
    let (file, documents) = source.split_at(wrapped);
    Parts::Several { file, documents, around: Vec::new() }
}

/// The documents of an array with wrong brackets or commas, or with something else among the documents.
fn broken_array(source: Source, from: Option<Format>) -> Parts {
    let (tree, errors) = syntax::parse(source.text());
    let is_document = |value: &Value<'_, '_>| value.kind() == ValueKind::Object && value.is_closed();
    let elements = tree.root().into_iter().flat_map(Value::elements);
    let spans: Vec<Span> = elements.filter(is_document).map(Value::span).take(MOST + 1).collect();
    let is_document = |span: &Span| from.is_some() || has_known_format(&source.text()[span.range()]);
    if spans.len() > MOST || !spans.iter().any(is_document) {
        return Parts::One(source);
    }
    let others = tree.root().into_iter().flat_map(Value::elements);
    let others = others.filter(|value| value.kind() != ValueKind::Object);
    let others: Vec<Diagnostic> = others.map(|value| no_document(value.span(), source.id())).collect();
    let inside = |error: &SyntaxError| {
        // A mistake at the brackets of a document is a mistake around it: a comma is missing.
        let after = spans.partition_point(|span| span.start < error.span.start);
        after.checked_sub(1).is_some_and(|index| error.span.start < spans[index].end)
    };
    let outside = errors.into_iter().filter(|error| !inside(error));
    let around = outside.map(|error| json::syntax(error, source.id())).chain(others).collect();
    let (file, documents) = source.split(spans);
    Parts::Several { file, documents, around }
}

/// What is reported about an element of an array of documents that is not one.
fn no_document(span: Span, source: SourceId) -> Diagnostic {
    let label = Label::new(source, span, "not an object");
    let message = "an element of the list is not a document";
    Diagnostic::new("unread-content", Severity::Warning, "document", message, label)
        .help("remove it: a list of documents cannot hold anything else")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{ColumnUnit, Position, SourceId};

    fn several(text: &str) -> (Vec<Source>, Vec<Diagnostic>) {
        match parts_as(Source::new(SourceId::of_file(2), "x", text), Some(Format::NativeJson)) {
            Parts::Several { documents, around, .. } => (documents, around),
            Parts::One(source) => panic!("one document: {}", source.text()),
        }
    }

    #[test]
    fn documents_know_where_they_are() {
        let text = "\u{feff}[{\"é\":1},\n {\"b\":2}, {\"c\":3}]";
        let (documents, around) = several(text);
        let texts: Vec<&str> = documents.iter().map(Source::text).collect();
        assert_eq!((texts, around), (vec!["{\"é\":1}", "{\"b\":2}", "{\"c\":3}"], vec![]));
        let at = |index: usize, offset| documents[index].position(offset, ColumnUnit::CodePoints);
        assert_eq!(at(0, 0), Position { line: 1, column: 2 });
        assert_eq!(at(0, 4), Position { line: 1, column: 5 });
        assert_eq!(at(1, 0), Position { line: 2, column: 2 });
        assert_eq!(at(2, 1), Position { line: 2, column: 12 });
        let offset = text.find("\"c\"").map(|at| at as u64);
        assert_eq!(Some(documents[2].file_offset(1)), offset);
        assert_eq!(documents[2].id(), SourceId::of_file(2).document(2));
    }

    #[test]
    fn a_broken_array_gives_what_is_whole() {
        let (documents, around) = several("[{\"a\":1} {\"b\":tru}, {\"c\":");
        let texts: Vec<&str> = documents.iter().map(Source::text).collect();
        assert_eq!(texts, ["{\"a\":1}", "{\"b\":tru}"]);
        assert!(around.len() >= 2 && around.iter().all(|found| !found.message.contains("tru")), "{around:?}");
    }

    #[test]
    fn documents_may_be_inside_an_object() {
        let record = r#"{"referenceNumber":"ST9901","title":"a","larsCode":1}"#;
        for (text, pointers) in [
            (format!(r#"{{"total":2,"list":[{record}, {record}]}}"#), vec!["/list/0", "/list/1"]),
            (
                format!(r#"{{"ST9901":{record},"a/b":{record},"meta":{{"page":1}}}}"#),
                vec!["/ST9901", "/a~1b"],
            ),
            (format!(r#"{{"data":{{"standards":[{record}]}}}}"#), vec!["/data/standards/0"]),
        ] {
            let Parts::Several { documents, .. } = parts(Source::new(SourceId(0), "x", &*text)) else {
                panic!("{text}");
            };
            assert!(documents.iter().all(|document| document.text() == record), "{text}");
            let found: Vec<_> = documents.iter().filter_map(Source::pointer).collect();
            assert_eq!(found, pointers, "{text}");
        }
    }

    #[test]
    fn what_is_next_to_documents_is_reported() {
        let text = r#"[{"kind":"occupation","title":"a"}, 5]"#;
        let Parts::Several { documents, around, .. } = parts(Source::new(SourceId(0), "x", text)) else {
            panic!("an array of documents");
        };
        let found: Vec<_> = around.iter().map(|one| (one.rule, &text[one.primary().span.range()])).collect();
        assert_eq!((documents.len(), found), (1, vec![("unread-content", "5")]));
    }

    #[test]
    fn one_document_stays_one() {
        let strangers = ["[{\"a\":1},{\"b\":2}]", "{\"a\":1}\n{\"b\":2}\n", "{\"list\":[{\"a\":1}]}"];
        for text in ["{}", "[]", "[1]", "{\n}\n", "", "K1 Locks.\n"].into_iter().chain(strangers) {
            assert!(matches!(parts(Source::new(SourceId(0), "x", text)), Parts::One(_)), "{text}");
        }
    }
}
