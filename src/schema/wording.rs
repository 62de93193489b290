//! Faults in plain English.

use serde_json::Value as Plain;

use super::fault::{Fault, THIS_VALUE, What};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{SourceId, Span};
use crate::spelling::nearest;
use crate::syntax::{Places, Value, ValueKind};

/// The name of the rule that reports them.
const RULE: &str = "schema";

/// One diagnostic for each fault, in the order of their places.
pub(super) fn diagnostics(faults: &[Fault<'_>], source: SourceId) -> Vec<Diagnostic> {
    let Some(places) = faults.first().map(|fault| fault.at.tree().places()) else { return Vec::new() };
    let mut found: Vec<Diagnostic> = faults.iter().map(|fault| diagnostic(fault, &places, source)).collect();
    found.sort_by_key(|one| one.primary().span);
    found.dedup_by(|a, b| a.primary().span == b.primary().span && a.message == b.message);
    found
}

/// What is said about a fault: the place, what is wrong, why it is wrong there, and what to do.
struct MessageParts {
    span: Span,
    message: String,
    label: String,
    help: Option<String>,
    /// A replacement for the span that does not change the meaning.
    replacement: Option<String>,
}

impl MessageParts {
    fn new(span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self { span, message: message.into(), label: label.into(), help: None, replacement: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

fn diagnostic(fault: &Fault<'_>, places: &Places<'_, '_>, source: SourceId) -> Diagnostic {
    let words = words(fault, &places.pointer(fault.at.span()));
    let label = Label::new(source, words.span, words.label);
    let subject = subject(&places.pointer(words.span));
    let mut found = Diagnostic::new(RULE, Severity::Error, subject, words.message, label);
    found.help = words.help;
    found.yields_to = fault.better_rule().map(str::to_owned);
    match words.replacement {
        Some(text) => found.fix(true, words.span, text),
        None => found,
    }
}

/// What a diagnostic is about, from the pointer: `/duties/2/ksbs/0` is `duties[2].ksbs[0]`.
fn subject(pointer: &str) -> String {
    let mut subject = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            subject.extend(["[", step, "]"]);
        } else {
            subject.push_str(if subject.is_empty() { "" } else { "." });
            subject.push_str(step);
        }
    }
    if subject.is_empty() { "document".to_owned() } else { subject }
}

fn words(fault: &Fault<'_>, pointer: &str) -> MessageParts {
    let span = fault.at.span();
    let name = name(pointer);
    match &fault.what {
        What::Type(types) => wrong_type(fault.at, &name, types),
        What::Enum(allowed) => not_allowed(fault.at, &name, allowed),
        What::Pattern(pattern) => malformed(fault, &name, pattern),
        What::Format(format) => MessageParts::new(
            span,
            format!("{name} is not a {format}: {}", shown(fault.at)),
            format!("a {format} is expected here"),
        )
        .help(
            examples(fault.schema)
                .map_or_else(|| format!("write a {format}"), |one| format!("write it in the form {one}")),
        ),
        What::UnknownKey { key, place, meant, known } => {
            unknown_key((key, *place), pointer, meant.as_deref(), known)
        }
        What::Missing(key) => MessageParts::new(
            opening(fault.at),
            format!("`{key}` is missing{}", inside("from", pointer)),
            format!("{name} has no `{key}`"),
        )
        .help(format!("add `{key}`{}", description(fault.schema, key))),
        What::MissingOneOf(keys) => {
            let each: Vec<String> =
                keys.iter().map(|key| format!("`{key}`{}", description(fault.schema, key))).collect();
            MessageParts::new(
                opening(fault.at),
                format!("{} is missing{}", list(keys, "or"), inside("from", pointer)),
                format!("{name} needs one of these"),
            )
            .help(format!("add {}", each.join("; or ")))
        }
        What::NoForm(forms) => MessageParts::new(
            span,
            format!("{name} is not in any of the expected forms"),
            "this does not fit any of them",
        )
        .help(format!("write one of these forms: {}", forms.join("; "))),
        What::Repeated => {
            MessageParts::new(span, format!("{name} has the same item twice"), "this list repeats an item")
                .help("list each item once")
        }
        What::Other(message) => {
            MessageParts::new(span, message.replacen(THIS_VALUE, &name, 1), "this is not allowed here")
        }
    }
}

fn wrong_type(at: Value<'_, '_>, name: &str, types: &[String]) -> MessageParts {
    let wanted = list_types(types);
    if at.kind() == ValueKind::Number && types.iter().any(|one| one == "integer") {
        let message = format!("{name} must be a whole number, not {}", shown(at));
        return MessageParts::new(at.span(), message, "a whole number is expected here");
    }
    let words = MessageParts::new(
        at.span(),
        format!("{name} must be {wanted}, not {}", noun(at.kind())),
        format!("{wanted} is expected here"),
    );
    let text = at.as_str().unwrap_or_default();
    let number = types.iter().any(|one| one == "integer") && text.trim().parse::<i64>().is_ok();
    let truth = types.iter().any(|one| one == "boolean") && matches!(text.trim(), "true" | "false");
    if number || truth {
        let plain = text.trim().to_owned();
        let words = words.help(format!("write {plain} without quotation marks"));
        return MessageParts { replacement: Some(plain), ..words };
    }
    if types.iter().any(|one| one == "string") && at.kind() == ValueKind::Number {
        let quoted = format!("\"{}\"", at.raw());
        let words = words.help(format!("write it in quotation marks: {quoted}"));
        return MessageParts { replacement: Some(quoted), ..words };
    }
    words
}

fn not_allowed(at: Value<'_, '_>, name: &str, allowed: &[String]) -> MessageParts {
    let text = at.as_str().unwrap_or_default();
    let (choice, values) = (list(allowed, "or"), list(allowed, "and"));
    let words = MessageParts::new(
        at.span(),
        format!("{name} has an unknown value: {}", shown(at)),
        "this is not a known value",
    );
    match nearest(&text, allowed.iter().map(String::as_str)) {
        Some(meant) => words.help(format!("did you mean `{meant}`? The values are {values}")),
        None => words.help(format!("write {choice}")),
    }
}

/// A text that is not written like its examples; if only the case is wrong, it can be corrected.
fn malformed(fault: &Fault<'_>, name: &str, pattern: &str) -> MessageParts {
    let at = fault.at;
    let message = format!("{name} is not in the right form: {}", shown(at));
    let words = MessageParts::new(at.span(), message, "this is not in the expected form");
    let upper = at.as_str().unwrap_or_default().to_uppercase();
    if regex_fits(pattern, &upper) {
        let words = words.help(format!("write it in capitals: `{upper}`"));
        return MessageParts { replacement: Some(format!("\"{upper}\"")), ..words };
    }
    match examples(fault.schema) {
        Some(examples) => words.help(format!("write it in the form {examples}")),
        None => words,
    }
}

/// Whether `text` would fit; the schema's own patterns are simple enough for any engine.
fn regex_fits(pattern: &str, text: &str) -> bool {
    let schema = serde_json::json!({ "pattern": pattern });
    jsonschema::is_valid(&schema, &Plain::String(text.to_owned()))
}

fn unknown_key((key, span): (&str, Span), pointer: &str, meant: Option<&str>, known: &str) -> MessageParts {
    let message = format!("`{key}` is not a known key{}", inside("in", pointer));
    let words = MessageParts::new(span, message, "unknown key");
    if let Some(meant) = meant {
        let words = words.help(format!("did you mean `{meant}`?"));
        return MessageParts {
            replacement: Some(format!("\"{meant}\"")),
            label: format!("probably `{meant}`"),
            ..words
        };
    }
    words.help(format!("remove it, or use one of the known keys: {known}"))
}

/// The opening bracket of a container, where missing keys are reported.
fn opening(at: Value<'_, '_>) -> Span {
    Span::new(at.span().range().start, (at.span().range().start + 1).min(at.span().range().end))
}

/// What to call the value at a pointer: `the level`, `the document`, `the code of duties[2]`.
fn name(pointer: &str) -> String {
    match pointer {
        "" => "the document".to_owned(),
        _ => format!("`{}`", subject(pointer)),
    }
}

/// Where a key is missing or not known, if that is not the document itself: "from" or "in", and the name of the object.
fn inside(preposition: &str, pointer: &str) -> String {
    if pointer.is_empty() { String::new() } else { format!(" {preposition} {}", name(pointer)) }
}

/// The value as the file writes it, cut if it is long.
fn shown(at: Value<'_, '_>) -> String {
    const LONGEST: usize = 40;
    let raw = at.raw();
    match raw.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &raw[..end]),
        None => raw.to_owned(),
    }
}

/// The examples of a part of the schema, as a list.
fn examples(schema: &Plain) -> Option<String> {
    let examples = schema.get("examples")?.as_array()?;
    let texts: Vec<String> = examples
        .iter()
        .filter(|example| example.as_str() != Some(""))
        .map(|example| example.as_str().map_or_else(|| example.to_string(), str::to_owned))
        .take(3)
        .collect();
    (!texts.is_empty()).then(|| list(&texts, "or"))
}

/// What a missing key is for, by its description.
fn description(schema: &Plain, key: &str) -> String {
    let words = schema.get("properties").and_then(|all| all.get(key)?.get("description")?.as_str());
    let first = words.and_then(|text| text.split(['.', ':', ';']).next());
    let mut chars = first.unwrap_or_default().chars();
    let lower: Option<String> = chars.next().map(|first| first.to_lowercase().chain(chars).collect());
    lower.map_or_else(String::new, |text| format!(": {text}"))
}

/// `a`, `b` or `c`.
pub(super) fn list(items: &[String], last: &str) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., one] => format!("{} {last} {one}", all.join(", ")),
    }
}

fn list_types(types: &[String]) -> String {
    let mut nouns: Vec<&str> = Vec::new();
    for one in types {
        let noun = type_noun(one);
        // To hear that `null` is also allowed does not help an author who wants to state something.
        if one != "null" && !nouns.contains(&noun) {
            nouns.push(noun);
        }
    }
    nouns.join(" or ")
}

fn type_noun(name: &str) -> &str {
    match name {
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "text in quotation marks",
        "boolean" => "true or false",
        "array" => "a list in [ ]",
        "object" => "an object in { }",
        other => other,
    }
}

fn noun(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Invalid => "this value",
        ValueKind::Null => "null",
        ValueKind::Bool => "true or false",
        ValueKind::Number => "a number",
        ValueKind::String => "text",
        ValueKind::Array => "a list",
        ValueKind::Object => "an object",
    }
}
