//! JSON as a tree: the same verdict and the same values as `serde_json`, and consistent places.

use ksb::source::Span;
use ksb::syntax::{Tree, Value, ValueKind, parse};
use serde_json::Value as Json;

/// Our value as a `serde_json` value; recursion is safe, because the depth is limited.
fn convert(value: Value<'_, '_>) -> Json {
    match value.kind() {
        ValueKind::Invalid => panic!("an invalid value in a valid document: {value:?}"),
        ValueKind::Null => Json::Null,
        ValueKind::Bool => value.as_bool().expect("a bool").into(),
        ValueKind::String => value.as_str().expect("a string").into_owned().into(),
        ValueKind::Number => match (value.as_u64(), value.as_i64()) {
            (Some(number), _) => number.into(),
            (None, Some(number)) => number.into(),
            (None, None) => value.as_f64().expect("a number").into(),
        },
        ValueKind::Array => value.elements().map(convert).collect(),
        ValueKind::Object => {
            let members = value.members();
            members.map(|m| (m.key.as_str().expect("a key").into_owned(), convert(m.value))).collect()
        }
    }
}

/// All values and keys, each with the span of what holds it.
pub(crate) fn everything<'t, 's>(tree: &'t Tree<'s>) -> Vec<(Value<'t, 's>, Span)> {
    let mut found: Vec<_> =
        tree.root().map(|root| (root, Span::new(0, tree.text().len()))).into_iter().collect();
    let mut next = 0;
    while let Some(&(value, _)) = found.get(next) {
        found.extend(value.elements().map(|element| (element, value.span())));
        found.extend(value.members().flat_map(|m| [(m.key, value.span()), (m.value, value.span())]));
        next += 1;
    }
    found
}

/// What must be true of every text: spans lie on boundaries, inside the text and inside each other.
pub(crate) fn has_places(text: &str) {
    let (tree, errors) = parse(text);
    for error in &errors {
        let spans = [Some(error.span), error.related.as_ref().map(|related| related.0)];
        for span in spans.into_iter().flatten() {
            assert!(text.get(span.range()).is_some(), "{error:?} in {text:?}");
        }
        assert!(!error.message.is_empty() && !error.message.contains('\n'), "{error:?}");
    }
    assert!(errors.is_sorted_by_key(|error| error.span.start));
    for (value, outer) in everything(&tree) {
        assert!(text.get(value.span().range()).is_some(), "{value:?} in {text:?}");
        assert!(outer.contains(value.span()), "{value:?} outside {outer:?} in {text:?}");
        assert_eq!(value.text().map(|text| text.as_str().to_owned()), value.as_str().map(String::from));
        assert_eq!(value.len(), value.elements().count() + value.members().count(), "{text:?}");
        assert_eq!(value.unique_len(), value.elements().count() + value.unique_members().count());
    }
    assert_eq!(errors.is_empty(), serde(text).is_ok(), "{text:?} {errors:?} {:?}", serde(text));
}

/// What `serde_json` says about the text without its byte order mark.
fn serde(text: &str) -> serde_json::Result<Json> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What must be true of every text, and the same values if it is JSON.
pub(crate) fn is_as_serde_reads_it(text: &str) -> bool {
    has_places(text);
    let Ok(expected) = serde(text) else { return false };
    let (tree, _) = parse(text);
    let root = tree.root().expect("a value");
    assert_eq!(convert(root), expected, "{text:?}");
    for (value, _) in everything(&tree) {
        let alone: Json = serde_json::from_str(value.raw()).expect("a value of its own");
        assert_eq!(convert(value), alone, "{value:?} in {text:?}");
        let members: Vec<_> = value.unique_members().collect();
        assert_eq!(members.len(), alone.as_object().map_or(0, serde_json::Map::len));
        for member in members {
            let key = member.key.as_str().expect("a key");
            assert_eq!(value.get(&key).map(Value::index), Some(member.value.index()));
            assert_eq!(alone.get(&*key), Some(&convert(member.value)));
        }
    }
    true
}
