//! What can be written at a place.

use serde_json::Value as Plain;

use crate::model::{Document, Format, ROUTES, Standard, Status};
use crate::schema;
use crate::source::{Source, Span};
use crate::syntax::{self, Value, ValueKind};

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// The code of a statement.
    Code,
    /// A key of native JSON.
    Key,
    /// A value.
    Value,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is written.
    pub label: String,
    /// What it means: the text of a statement, the description of a key.
    pub detail: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What is replaced by it.
    pub span: Span,
    /// The text that is inserted.
    pub text: String,
}

/// The proposals at an offset. `socs` are the SOC codes of other documents.
#[must_use]
pub fn completions(
    source: &Source,
    document: Option<&Document<'_>>,
    offset: usize,
    socs: &[String],
) -> Vec<Completion> {
    let standard = match document {
        Some(Document::Standard(standard)) => Some(standard.as_ref()),
        _ => None,
    };
    match document.map(Document::format) {
        Some(Format::NativeJson) => in_json(source, standard, offset, socs),
        Some(format) if format.is_json() => Vec::new(),
        _ => in_text(source, standard, offset, socs),
    }
}

/// The values that a fact can have.
fn values(name: &str, socs: &[String]) -> Vec<String> {
    match name {
        "status" => Status::ALL.iter().map(|status| status.name().to_owned()).collect(),
        "route" => ROUTES.iter().map(|route| (*route).to_owned()).collect(),
        "unitGroup" => socs.to_vec(),
        "kind" => crate::model::StandardKind::ALL.iter().map(|kind| kind.name().to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn in_json(
    source: &Source,
    standard: Option<&Standard<'_>>,
    offset: usize,
    socs: &[String],
) -> Vec<Completion> {
    let (tree, _) = syntax::parse(source.text());
    let places = tree.places();
    let pointer = places.pointer(Span::at(offset));
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let here = places.resolve(&pointer);
    let span = here.and_then(Value::content_span).filter(|span| span.contains(Span::at(offset)));
    let list = steps.iter().rev().find(|step| step.parse::<usize>().is_err()).copied();
    if list == Some("ksbs") {
        let in_string = here.is_some_and(|here| here.kind() == ValueKind::String);
        return standard.map_or(Vec::new(), |standard| codes(standard, offset, span, in_string, &|_| true));
    }
    if let (Some(span), Some(name)) = (span, list) {
        let member_value = here.is_some_and(|here| here.kind() == ValueKind::String);
        let all = if member_value { values(name, socs) } else { Vec::new() };
        if !all.is_empty() {
            return all.into_iter().map(|value| of_value(&value, json_inner(&value), span)).collect();
        }
    }
    keys(source, &steps, here, offset)
}

fn of_value(label: &str, text: String, span: Span) -> Completion {
    Completion { label: label.to_owned(), detail: String::new(), kind: CompletionKind::Value, span, text }
}

/// A text as it is written between quotation marks in JSON.
fn json_inner(text: &str) -> String {
    let quoted = Plain::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// The codes of the statements, unless the codes of other lists begin with what is there.
fn codes(
    standard: &Standard<'_>,
    offset: usize,
    span: Option<Span>,
    is_in_string: bool,
    is_wanted: &dyn Fn(&str) -> bool,
) -> Vec<Completion> {
    let one = |statement: &crate::model::Statement<'_>| {
        let label = statement.code.value.to_string();
        let is_quoted = standard.format != Format::NativeJson || is_in_string;
        let text = if is_quoted { label.clone() } else { format!("\"{label}\"") };
        is_wanted(&label).then(|| Completion {
            detail: statement.text.split_whitespace().collect::<Vec<_>>().join(" "),
            kind: CompletionKind::Code,
            span: span.unwrap_or(Span::at(offset)),
            label,
            text,
        })
    };
    standard.statements.items().iter().filter_map(one).collect()
}

/// The keys that the object at a place does not have yet.
fn keys(source: &Source, steps: &[&str], here: Option<Value<'_, '_>>, offset: usize) -> Vec<Completion> {
    let is_object = here.is_some_and(|here| here.kind() == ValueKind::Object);
    let steps = if is_object { steps } else { &steps[..steps.len().saturating_sub(1)] };
    let (start, end) = key_around(source.text(), offset);
    let root: Plain = serde_json::from_str(schema::standard().text).unwrap_or_default();
    let Some(place) = steps.iter().try_fold(&root, |place, step| below(&root, place, step)) else {
        return Vec::new();
    };
    let (tree, _) = syntax::parse(source.text());
    let object = tree.at(steps);
    let is_there = |key: &str| object.is_some_and(|object| object.get(key).is_some());
    let span = Span::new(start, end);
    let mut found = Vec::new();
    for (key, about) in members(&root, place) {
        if is_there(key) && !source.slice(span).contains(key) {
            continue;
        }
        found.push(Completion {
            label: key.to_owned(),
            detail: about["description"].as_str().unwrap_or_default().to_owned(),
            kind: CompletionKind::Key,
            span,
            text: format!("\"{key}\""),
        });
    }
    found
}

/// The key that is being written around an offset, with its quotation marks.
fn key_around(text: &str, offset: usize) -> (usize, usize) {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '$' | '-' | '"');
    let start = text[..offset].trim_end_matches(is_key).len();
    let behind = &text[offset..];
    let end = offset + behind.len() - behind.trim_start_matches(is_key).len();
    (start, end)
}

/// The schema itself, or what it refers to.
fn followed<'r>(root: &'r Plain, place: &'r Plain) -> &'r Plain {
    let name = place["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
    name.and_then(|name| root.pointer(name)).unwrap_or(place)
}

/// The alternatives of a place, which may be only itself.
fn branches<'r>(root: &'r Plain, place: &'r Plain) -> Vec<&'r Plain> {
    let place = followed(root, place);
    let others = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|word| place[word].as_array()).flatten();
    std::iter::once(place).chain(others.map(|other| followed(root, other))).collect()
}

/// One step down in a schema.
fn below<'r>(root: &'r Plain, place: &'r Plain, step: &str) -> Option<&'r Plain> {
    let down = |branch: &&'r Plain| {
        let member = branch["properties"].get(step);
        member.or_else(|| step.parse::<usize>().ok().and_then(|_| branch.get("items")))
    };
    branches(root, place).iter().find_map(down)
}

/// The members of an object, with what the schema says of each.
fn members<'r>(root: &'r Plain, place: &'r Plain) -> Vec<(&'r str, &'r Plain)> {
    let mut found: Vec<(&str, &Plain)> = Vec::new();
    for branch in branches(root, place) {
        let all = branch["properties"].as_object().into_iter().flatten();
        found.extend(all.map(|(key, about)| (key.as_str(), followed(root, about))));
    }
    found.dedup_by_key(|(key, _)| *key);
    found
}

/// The labels of facts in a draft, and which fact it is.
const LABELS: [(&str, &str); 3] = [("status", "status"), ("route", "route"), ("soc", "unitGroup")];

fn in_text(
    source: &Source,
    standard: Option<&Standard<'_>>,
    offset: usize,
    socs: &[String],
) -> Vec<Completion> {
    let text = source.text();
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let start_of_line = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = &text[start_of_line..offset];
    let bare = line.trim_start_matches(['-', '*', '#', '|', ' ', '"']).to_ascii_lowercase();
    if let Some((label, name)) = LABELS.iter().find(|(label, _)| bare.starts_with(label)) {
        let written = line.find([':', ',', '|', '\t']).filter(|at| *at >= label.len());
        let from = written.map_or(line.len() - (bare.len() - label.len()), |at| at + 1);
        let start = start_of_line + from + (line[from..].len() - line[from..].trim_start().len());
        let span = Span::new(start, offset);
        return values(name, socs).into_iter().map(|value| of_value(&value, value.clone(), span)).collect();
    }
    let Some(standard) = standard else { return Vec::new() };
    let start = text[..offset].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let typed = text[start..offset].to_ascii_uppercase();
    let is_wanted = |label: &str| label.starts_with(&typed);
    codes(standard, offset, Some(Span::new(start, offset)), true, &is_wanted)
}
