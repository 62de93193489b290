//! The layout of native JSON: what fits on a line stands on one.

use serde::Serialize;

use crate::syntax::{self, Value, ValueKind};

/// The longest line that an array or object may be put on; texts may be longer.
const WIDTH: usize = 100;

/// `document` as JSON: two spaces for each level, arrays and objects on one line where they fit and
/// hold no object, a final newline.
pub(super) fn layout(document: &impl Serialize) -> String {
    let compact = serde_json::to_string(document).expect("native documents have only string keys");
    let (tree, _) = syntax::parse(&compact);
    let mut out = String::with_capacity(compact.len() * 5 / 4);
    if let Some(root) = tree.root() {
        write(root, 0, true, &mut out);
    }
    out.push('\n');
    out
}

/// Writes a value that starts in the column where `out` ends. Documents are nested a few levels
/// deep, so this may recurse.
fn write(value: Value<'_, '_>, indent: usize, is_root: bool, out: &mut String) {
    let Some((open, close)) = brackets(value) else {
        out.push_str(value.raw());
        return;
    };
    let column = out.len() - out.rfind('\n').map_or(0, |newline| newline + 1);
    if !is_root && let Some(line) = one_line(value).filter(|line| column + line.chars().count() < WIDTH) {
        out.push_str(&line);
        return;
    }
    if is_code_list(value) {
        fill(value, indent, out);
        return;
    }
    out.push(open);
    let count = value.len();
    for (index, (key, item)) in items(value).enumerate() {
        new_line(indent + 1, out);
        push_key(key, out);
        write(item, indent + 1, false, out);
        out.push_str(if index + 1 < count { "," } else { "" });
    }
    new_line(indent, out);
    out.push(close);
}

/// Whether it is a list of short values, such as codes, which read best side by side.
fn is_code_list(value: Value<'_, '_>) -> bool {
    const SHORT: usize = 12;
    let is_short = |item: Value<'_, '_>| brackets(item).is_none() && item.raw().len() <= SHORT;
    value.kind() == ValueKind::Array && value.elements().all(is_short)
}

/// Writes a list of short values, as many on each line as fit.
fn fill(list: Value<'_, '_>, indent: usize, out: &mut String) {
    out.push('[');
    let mut column = WIDTH;
    for (index, item) in list.elements().enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        let length = item.raw().chars().count() + 2;
        if column + length > WIDTH {
            new_line(indent + 1, out);
            column = 2 * (indent + 1);
        } else {
            out.push(' ');
        }
        out.push_str(item.raw());
        column += length;
    }
    new_line(indent, out);
    out.push(']');
}

fn new_line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", indent));
}

fn push_key(key: Option<Value<'_, '_>>, out: &mut String) {
    if let Some(key) = key {
        out.push_str(key.raw());
        out.push_str(": ");
    }
}

/// The brackets of a container.
fn brackets(value: Value<'_, '_>) -> Option<(char, char)> {
    match value.kind() {
        ValueKind::Array => Some(('[', ']')),
        ValueKind::Object => Some(('{', '}')),
        _ => None,
    }
}

/// The items of a container, with their keys in an object.
fn items<'t, 's>(value: Value<'t, 's>) -> impl Iterator<Item = (Option<Value<'t, 's>>, Value<'t, 's>)> {
    let elements = value.elements().map(|element| (None, element));
    elements.chain(value.members().map(|member| (Some(member.key), member.value)))
}

/// A container on one line; none if it holds an object, which is easier to read on its own lines.
fn one_line(value: Value<'_, '_>) -> Option<String> {
    let Some((open, close)) = brackets(value) else { return Some(value.raw().to_owned()) };
    let is_object = value.kind() == ValueKind::Object;
    let mut parts = Vec::new();
    for (key, item) in items(value) {
        if item.kind() == ValueKind::Object {
            return None;
        }
        let mut part = String::new();
        push_key(key, &mut part);
        part.push_str(&one_line(item)?);
        parts.push(part);
    }
    let inner = parts.join(", ");
    let space = if is_object && !inner.is_empty() { " " } else { "" };
    Some(format!("{open}{space}{inner}{space}{close}"))
}

#[cfg(test)]
mod tests {
    use super::layout;

    #[test]
    fn what_fits_stands_on_one_line() {
        let document = serde_json::json!({ "a": ["K1", "K2"], "b": [{ "c": 1, "d": ["x"] }], "e": [] });
        let expected = "{\n  \"a\": [\"K1\", \"K2\"],\n  \"b\": [\n    { \"c\": 1, \"d\": [\"x\"] }\n  ],\n  \"e\": []\n}\n";
        assert_eq!(layout(&document), expected);
    }

    #[test]
    fn codes_stand_side_by_side() {
        let codes: Vec<String> = (1..=40).map(|number| format!("K{number}")).collect();
        let text = layout(&serde_json::json!({ "ksbs": codes }));
        assert!(text.lines().all(|line| line.len() <= 100), "{text}");
        assert_eq!(text.lines().count(), 7, "{text}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).ok(),
            Some(serde_json::json!({ "ksbs": codes }))
        );
    }

    #[test]
    fn what_does_not_fit_is_spread() {
        let long = "x".repeat(99);
        let expected = format!("{{\n  \"a\": [\n    \"{long}\"\n  ]\n}}\n");
        assert_eq!(layout(&serde_json::json!({ "a": [long] })), expected);
    }
}
