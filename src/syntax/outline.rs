//! The members of an object, without reading them.

use super::scan;
use crate::source::Span;

/// The keys of the object that `text` starts with, as they are written but without their quotation marks, and where the
/// value of each is, up to the first place where the text is not JSON. A value that does not end takes in the rest of
/// the text.
pub fn outline(text: &str) -> impl Iterator<Item = (&str, Span)> {
    let bytes = text.as_bytes();
    let mut at = Some(scan::white(bytes, 0)).filter(|&at| bytes.get(at) == Some(&b'{')).map(|at| at + 1);
    std::iter::from_fn(move || {
        let start = scan::white(bytes, at?);
        let end = string_end(bytes, start)?;
        let value = value_start(bytes, end).unwrap_or(bytes.len());
        let value_end = value_end(bytes, value);
        at = value_end.and_then(|end| next_member(bytes, end));
        Some((&text[start + 1..end - 1], Span::new(value, value_end.unwrap_or(bytes.len()))))
    })
}

/// The first byte of the value of the key that ends at `at`.
fn value_start(bytes: &[u8], at: usize) -> Option<usize> {
    let colon = scan::white(bytes, at);
    (bytes.get(colon) == Some(&b':')).then(|| scan::white(bytes, colon + 1))
}

/// The byte after the value that starts at `start`.
fn value_end(bytes: &[u8], start: usize) -> Option<usize> {
    match bytes.get(start)? {
        b'"' => string_end(bytes, start),
        b'{' | b'[' => scan::balanced(bytes, start),
        _ => Some(scan::bare_word(bytes, start)),
    }
}

/// The byte after the comma that follows a value that ends at `end`.
fn next_member(bytes: &[u8], end: usize) -> Option<usize> {
    let comma = scan::white(bytes, end);
    (bytes.get(comma) == Some(&b',')).then_some(comma + 1)
}

fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    (bytes.get(at) == Some(&b'"')).then(|| scan::string(bytes, at).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn members_are_those_of_the_outermost_object() {
        let members = |text: &'static str| -> Vec<(&str, &str)> {
            outline(text).map(|(key, value)| (key, &text[value.range()])).collect()
        };
        let found = members(r#" { "a" : {"b":1}, "c":[",}"], "d":-1.5e3 , "e":true, "f" 1, "g":1}"#);
        let wanted = [("a", r#"{"b":1}"#), ("c", r#"[",}"]"#), ("d", "-1.5e3"), ("e", "true"), ("f", "")];
        assert_eq!(found, wanted);
        for text in ["[1]", "", "{", "{\"a"] {
            assert_eq!(outline(text).count(), 0, "{text}");
        }
        assert_eq!(members("{\"a\": [1, 2"), [("a", "[1, 2")]);
    }
}
