//! What all JSON documents have in common: mistakes in their syntax and keys, and against their schema.

use super::looks_like::UNRECOGNISED;
use super::{maps_api, native, standards_api};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Document, Format};
use crate::schema::{self, Schema};
use crate::source::{SourceId, Span};
use crate::syntax::{SyntaxError, Tree, Value, ValueKind};

/// The rule that reports mistakes in the syntax.
pub(super) const SYNTAX: &str = "syntax";

/// Reads the tree of a JSON document as `format`, together with the findings on its syntax, its keys and its schema.
/// `None` if there is no object in the file.
pub(super) fn read<'s>(
    tree: &Tree<'s>,
    errors: Vec<SyntaxError>,
    source: SourceId,
    format: Format,
) -> (Option<Document<'s>>, Vec<Diagnostic>) {
    let mut found: Vec<Diagnostic> = errors.into_iter().map(|error| syntax(error, source)).collect();
    found.extend(
        tree.duplicate_keys().into_iter().map(|(first, again)| duplicate(tree, first, again, source)),
    );
    let Some(root) = tree.root().filter(|root| root.kind() == ValueKind::Object) else {
        if found.is_empty() {
            found.push(no_object(tree, source));
        }
        return (None, found);
    };
    found.extend(schema_of(root, format).faults(tree, source));
    let document = match format {
        Format::StandardsApi => standards_api::read(root, source, &mut found),
        Format::MapsApi => maps_api::read(root, source, &mut found),
        _ => native::read(root, source),
    };
    (Some(document), found)
}

fn schema_of(root: Value<'_, '_>, format: Format) -> &'static Schema {
    match format {
        Format::StandardsApi => schema::standards_api(),
        Format::MapsApi => schema::maps_api(),
        _ if native::is_map(root) => schema::occupational_map(),
        _ => schema::standard(),
    }
}

/// A mistake in the syntax.
pub(super) fn syntax(error: SyntaxError, source: SourceId) -> Diagnostic {
    let label = Label::new(source, error.span, "here");
    let mut found = Diagnostic::new(SYNTAX, Severity::Error, "document", error.message, label);
    found.help = error.help;
    if let Some((span, message)) = error.related {
        found = found.label(Label::new(source, span, message));
    }
    found
}

fn duplicate(tree: &Tree<'_>, first: Span, again: Span, source: SourceId) -> Diagnostic {
    let key = &tree.text()[again.range()];
    let message = format!("the key {key} appears twice in one object");
    Diagnostic::new(
        "duplicate-key",
        Severity::Error,
        key.trim_matches('"'),
        message,
        Label::new(source, again, "repeated here"),
    )
    .label(Label::new(source, first, "first used here"))
    .help("remove or rename one: most programs keep only the last")
}

/// What is reported where there is something other than an object.
fn no_object(tree: &Tree<'_>, source: SourceId) -> Diagnostic {
    let start = tree.root().map_or(0, |root| root.span().range().start);
    let first = tree.text()[start..].chars().next().map_or(0, char::len_utf8);
    let place = Span::new(start, start + first);
    let label = Label::new(source, place, "expected a document here, in { }");
    Diagnostic::new(UNRECOGNISED, Severity::Error, "document", "there is no document in the file", label)
        .help("write a document as `ksb schema standard` describes")
}
