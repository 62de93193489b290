//! A file that holds several documents: the elements of an array, or one on each line.

use super::json;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use crate::syntax::{self, SyntaxError, Value, ValueKind, split};

/// A file with more documents is read as one, which is too long or none.
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

/// Takes a file apart into its documents.
///
/// An array whose brackets do not match gives those of its elements that do; what is wrong with it comes with
/// them.
#[must_use]
pub fn parts(source: Source) -> Parts {
    let text = &source.text()[source.bom_len()..];
    let start = source.bom_len();
    let is_array = text.trim_start().starts_with('[');
    let spans = if is_array { split::elements(text) } else { split::lines(text) };
    if let Some(spans) = spans.filter(|spans| spans.len() <= MOST) {
        let moved = |span: Span| Span::new(span.range().start + start, span.range().end + start);
        let (file, documents) = source.split(spans.into_iter().map(moved).collect());
        return Parts::Several { file, documents, around: Vec::new() };
    }
    if is_array { broken_array(source) } else { Parts::One(source) }
}

/// The documents of an array in which brackets or commas are wrong.
fn broken_array(source: Source) -> Parts {
    let (tree, errors) = syntax::parse(source.text());
    let is_document = |value: &Value<'_, '_>| value.kind() == ValueKind::Object && value.is_closed();
    let elements = tree.root().into_iter().flat_map(Value::elements);
    let spans: Vec<Span> = elements.filter(is_document).map(Value::span).take(MOST + 1).collect();
    if spans.is_empty() || spans.len() > MOST {
        return Parts::One(source);
    }
    let inside = |error: &SyntaxError| {
        // What is wrong at the brackets of a document is wrong around it: a comma is missing.
        let after = spans.partition_point(|span| span.start < error.span.start);
        after.checked_sub(1).is_some_and(|index| error.span.start < spans[index].end)
    };
    let outside = errors.into_iter().filter(|error| !inside(error));
    let around: Vec<Diagnostic> = outside.map(|error| json::syntax(error, source.id())).collect();
    let (file, documents) = source.split(spans);
    Parts::Several { file, documents, around }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{ColumnUnit, Position, SourceId};

    fn several(text: &str) -> (Vec<Source>, Vec<Diagnostic>) {
        match parts(Source::new(SourceId::of_file(2), "x", text)) {
            Parts::Several { documents, around, .. } => (documents, around),
            Parts::One(source) => panic!("one document: {}", source.text()),
        }
    }

    #[test]
    fn documents_know_where_they_stand() {
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
    fn one_document_stays_one() {
        for text in ["{}", "[]", "[1]", "{\n}\n", "", "K1 Locks.\n"] {
            assert!(matches!(parts(Source::new(SourceId(0), "x", text)), Parts::One(_)), "{text}");
        }
    }
}
