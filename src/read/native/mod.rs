//! The native JSON document.

mod fields;
mod map;
mod standard;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{About, Document, Field, Ignore, Origin};
use crate::schema;
use crate::source::{SourceId, Span};
use crate::syntax::{SyntaxError, Tree, Value, ValueKind};
use fields::Fields;

const ORIGIN_KEYS: &[&str] = &["format", "sha256"];
const IGNORE_KEYS: &[&str] = &["rule", "subject", "pointer", "reason", "until"];

/// Reads the tree of a JSON file; with it come what its syntax, its keys and its schema say.
/// None if there is no object in the file.
pub(super) fn read<'s>(
    tree: &Tree<'s>,
    errors: Vec<SyntaxError>,
    source: SourceId,
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
    let is_map = root.get("kind").and_then(Value::as_str).as_deref() == Some("occupational-map");
    let schema = if is_map { schema::occupational_map() } else { schema::standard() };
    found.extend(schema.faults(tree, source));
    let document = if is_map {
        Document::Map(Box::new(map::read(root, source)))
    } else {
        Document::Standard(Box::new(standard::read(root, source)))
    };
    (Some(document), found)
}

fn syntax(error: SyntaxError, source: SourceId) -> Diagnostic {
    let label = Label::new(source, error.span, "here");
    let mut found = Diagnostic::new("syntax", Severity::Error, "document", error.message, label);
    found.help = error.help;
    if let Some((span, message)) = error.related {
        found = found.label(Label::new(source, span, message));
    }
    found
}

fn duplicate(tree: &Tree<'_>, first: Span, again: Span, source: SourceId) -> Diagnostic {
    let key = &tree.text()[again.range()];
    let message = format!("the key {key} stands twice in one object");
    Diagnostic::new(
        "duplicate-key",
        Severity::Error,
        key.trim_matches('"'),
        message,
        Label::new(source, again, "again here"),
    )
    .label(Label::new(source, first, "first here"))
    .help("most programs keep only the last of them: remove or rename one")
}

fn no_object(tree: &Tree<'_>, source: SourceId) -> Diagnostic {
    let span = tree.root().map_or(Span::at(0), Value::span);
    let label = Label::new(source, span, "a document is expected here, in { }");
    Diagnostic::new("syntax", Severity::Error, "document", "the file holds no document", label)
        .help("`ksb schema standard` describes what a document looks like")
}

/// What a document says of itself.
fn about<'s>(fields: &Fields<'_, 's>) -> About<'s> {
    let origin = fields.object("source", ORIGIN_KEYS).and_then(|origin| {
        let text = |key| origin.text(key).stated().cloned();
        Some(Origin { format: text("format")?, sha256: text("sha256")? })
    });
    let ignores = fields.objects("x-ksb-ignore", IGNORE_KEYS).into_iter().map(|entry| Ignore {
        rule: entry.text("rule"),
        subject: entry.text("subject"),
        pointer: entry.text("pointer"),
        reason: entry.text("reason"),
        until: entry.text("until"),
    });
    About { schema: fields.text("$schema"), origin, ignores: ignores.collect() }
}

/// A field that is there in every native document, if only as missing.
fn stated_or<T>(field: Field<T>, default: T) -> T {
    match field {
        Field::Stated(value) => value,
        _ => default,
    }
}
