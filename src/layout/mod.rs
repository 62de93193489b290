//! The layout of native JSON: what fits on one line goes on one line. Values are written as they are in the text, so
//! that no number or escape changes.

pub(crate) mod keys;

use crate::syntax::{self, SyntaxError, Value, ValueKind};
use keys::Shape;

/// The longest line that an array or object may be put on; strings may be longer.
const WIDTH: usize = 100;

/// A native document in its canonical form: [`formatted`], with its keys in the order of the schema.
/// Unknown keys come after the known ones, in their original order, and a repeated key comes after
/// its first.
///
/// The result is its own canonical form.
///
/// # Errors
/// The mistakes in a text that is not JSON; a comment counts as one.
pub fn canonical(json: &str) -> Result<String, Vec<SyntaxError>> {
    written(json, |root| {
        let kind = root.get("kind").and_then(Value::as_str);
        Some(if kind.as_deref() == Some("occupational-map") { &keys::MAP } else { &keys::STANDARD })
    })
}

/// A JSON text with two spaces for each level, arrays and objects on one line where they fit and
/// hold no object, and a final newline. Keys stay in order.
///
/// # Errors
/// The mistakes in a text that is not JSON.
pub fn formatted(json: &str) -> Result<String, Vec<SyntaxError>> {
    written(json, |_| None)
}

fn written(
    json: &str,
    shape: impl Fn(Value<'_, '_>) -> Option<&'static Shape>,
) -> Result<String, Vec<SyntaxError>> {
    let (tree, errors) = syntax::parse(json);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut out = String::with_capacity(json.len() * 5 / 4);
    if let Some(root) = tree.root() {
        write(root, shape(root), 0, true, &mut out);
    }
    out.push('\n');
    Ok(out)
}

/// Writes a value that starts in the column where `out` ends. Documents are nested a few levels
/// deep, so this may recurse.
fn write(
    value: Value<'_, '_>,
    shape: Option<&'static Shape>,
    indent: usize,
    is_root: bool,
    out: &mut String,
) {
    let Some((open, close)) = brackets(value) else {
        out.push_str(value.raw());
        return;
    };
    let column = out.len() - out.rfind('\n').map_or(0, |newline| newline + 1);
    if !is_root
        && let Some(line) = one_line(value, shape).filter(|line| column + line.chars().count() < WIDTH)
    {
        out.push_str(&line);
        return;
    }
    if is_code_list(value) {
        fill(value, indent, out);
        return;
    }
    out.push(open);
    let count = value.len();
    for (index, item) in items(value, shape).into_iter().enumerate() {
        new_line(indent + 1, out);
        push_key(item.key, out);
        write(item.value, item.shape, indent + 1, false, out);
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

/// An item of a container: its key in an object, and what it looks like.
struct Item<'t, 's> {
    key: Option<Value<'t, 's>>,
    value: Value<'t, 's>,
    shape: Option<&'static Shape>,
}

/// The items of a container, in the order in which they are written.
fn items<'t, 's>(value: Value<'t, 's>, shape: Option<&'static Shape>) -> Vec<Item<'t, 's>> {
    if value.kind() == ValueKind::Array {
        return value.elements().map(|value| Item { key: None, value, shape }).collect();
    }
    let mut members: Vec<(usize, Item<'t, 's>)> = Vec::new();
    for member in value.members() {
        let name = member.key.as_str().unwrap_or_default();
        let place = shape.map_or(0, |shape| shape.place(&name));
        let below = shape.and_then(|shape| shape.below(&name));
        members.push((place, Item { key: Some(member.key), value: member.value, shape: below }));
    }
    members.sort_by_key(|(place, _)| *place);
    members.into_iter().map(|(_, item)| item).collect()
}

/// A container on one line, or `None` if it is too long for one, or holds an object, which is
/// easier to read on its own lines.
fn one_line(value: Value<'_, '_>, shape: Option<&'static Shape>) -> Option<String> {
    let Some((open, close)) = brackets(value) else { return Some(value.raw().to_owned()) };
    let space = if value.kind() == ValueKind::Object && !value.is_empty() { " " } else { "" };
    let mut line = format!("{open}{space}");
    for (index, item) in items(value, shape).into_iter().enumerate() {
        if item.value.kind() == ValueKind::Object || line.chars().count() > WIDTH {
            return None;
        }
        line.push_str(if index > 0 { ", " } else { "" });
        push_key(item.key, &mut line);
        line.push_str(&one_line(item.value, item.shape)?);
    }
    line.push_str(space);
    line.push(close);
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::{canonical, formatted};

    fn layout(document: &serde_json::Value) -> String {
        formatted(&document.to_string()).expect("JSON")
    }

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

    #[test]
    fn keys_have_an_order_and_values_stay_as_they_are() {
        let document = r#"{"x-b":1E+02,"title":"\u0041","duties":[{"ksbs":[],"x-a":-0,"code":"D1"}],"kind":"occupation"}"#;
        let expected = r#"{
  "kind": "occupation",
  "title": "\u0041",
  "duties": [
    { "code": "D1", "ksbs": [], "x-a": -0 }
  ],
  "x-b": 1E+02
}
"#;
        assert_eq!(canonical(document).as_deref(), Ok(expected));
        assert_eq!(canonical(expected).as_deref(), Ok(expected));
    }

    #[test]
    fn repeated_keys_stay_in_their_order() {
        let document = r#"{"title": 1, "kind": "apprenticeship", "title": 2, "x": 3, "x": 4}"#;
        let text = canonical(document).expect("JSON");
        let values: Vec<&str> =
            text.lines().filter_map(|line| line.split_once(": ")).map(|(_, v)| v).collect();
        assert_eq!(values, ["\"apprenticeship\",", "1,", "2,", "3,", "4"]);
    }

    #[test]
    fn comments_are_refused() {
        let errors = canonical("{ // why\n }").expect_err("a comment");
        assert_eq!(errors.len(), 1);
        assert!(errors[0].message.contains("comments"));
    }
}
