//! Where the documents are in a text that holds several: the elements of an array, or a line each.
//!
//! Only brackets and strings are read here, at several times the speed of [`parse`](super::parse), so that the
//! documents can then be read one by one, on all threads, and dropped again.

use super::scan;
use crate::source::Span;

/// The elements of the array that `text` is, if all are objects whose brackets match, with nothing but a comma between
/// them. `None` for any other text, including an empty array.
#[must_use]
pub fn elements(text: &str) -> Option<Vec<Span>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = scan::white(bytes, 0);
    let mut before = b'[';
    while bytes.get(at) == Some(&before) {
        let start = scan::white(bytes, at + 1);
        let end = object_end(bytes, start)?;
        found.push(Span::new(start, end));
        (at, before) = (scan::white(bytes, end), b',');
    }
    let is_closed = !found.is_empty() && bytes.get(at) == Some(&b']');
    (is_closed && scan::white(bytes, at + 1) == bytes.len()).then_some(found)
}

/// The lines of `text` that are not blank, if the first of them is an object and there is another. `None` for any other
/// text: a document over several lines does not begin with a line that is an object.
#[must_use]
pub fn lines(text: &str) -> Option<Vec<Span>> {
    let bytes = text.as_bytes();
    let first = scan::white(bytes, 0);
    let line_end = first + memchr::memchr(b'\n', &bytes[first..])?;
    let end = object_end(&bytes[..line_end], first)?;
    let is_line = matches!(bytes[scan::same_line(bytes, end)], b'\n' | b'\r');
    if !is_line || scan::white(bytes, end) == bytes.len() {
        return None;
    }
    let mut found = Vec::new();
    let mut start = first;
    while start < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |len| start + len);
        let line = text[start..end].trim_end();
        found.push(Span::new(start, start + line.len()));
        start = scan::white(bytes, end);
    }
    // Without another object, the rest is just text after the only document.
    found[1..].iter().any(|line| text[line.range()].starts_with('{')).then_some(found)
}

/// Whether `text` is an object whose brackets match, and nothing else apart from white space.
#[must_use]
pub fn is_object(text: &str) -> bool {
    let bytes = text.as_bytes();
    let end = object_end(bytes, scan::white(bytes, 0));
    end.is_some_and(|end| scan::white(bytes, end) == bytes.len())
}

/// The byte after the object that starts at `at`, if one does and its brackets match.
fn object_end(bytes: &[u8], at: usize) -> Option<usize> {
    (bytes.get(at) == Some(&b'{')).then(|| scan::balanced(bytes, at)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(found: fn(&str) -> Option<Vec<Span>>, text: &str) -> Option<Vec<&str>> {
        found(text).map(|spans| spans.into_iter().map(|span| &text[span.range()]).collect())
    }

    #[test]
    fn an_array_holds_its_elements() {
        let text = " [ {\"a\":\"]}\\\"\"} ,\n{ } ]\n";
        assert_eq!(parts(elements, text), Some(vec!["{\"a\":\"]}\\\"\"}", "{ }"]));
        for text in ["", "[]", "{}", "[{}", "[{}]x", "[{},]", "[{} {}]", "[1]", "[{\"a\":[}]"] {
            assert_eq!(parts(elements, text), None, "{text}");
        }
    }

    #[test]
    fn lines_hold_a_document_each() {
        let text = "{\"a\":\n1}";
        assert_eq!(parts(lines, text), None);
        assert_eq!(parts(lines, "{\"a\":1} \r\n\n{broken\n"), Some(vec!["{\"a\":1}", "{broken"]));
        for text in ["", "{}", "{}\n", "{\n}\n{}", "[]\n{}", "x\n{}", "{}\n,\n", "{}\n}"] {
            assert_eq!(parts(lines, text), None, "{text:?}");
        }
    }
}
