//! Where the documents of a text stand that holds several: the elements of an array, or a line each.
//!
//! Nothing is read here but brackets and strings, at several times the speed of [`parse`](super::parse), so
//! that the documents can be read one by one, on all threads, and forgotten again.

use memchr::memmem::Finder;

use super::scan;
use crate::source::Span;

/// The elements of the array that `text` is, if all are objects whose brackets match and nothing stands
/// between them but a comma. None of any other text, one whose array has no element among them.
#[must_use]
pub fn elements(text: &str) -> Option<Vec<Span>> {
    let mut walk = ArrayWalk::default();
    let (found, _) = walk.take(text.as_bytes(), true)?;
    walk.is_done().then_some(found)
}

/// Walks over the elements of an array whose text comes a piece at a time.
#[derive(Debug, Default)]
pub struct ArrayWalk {
    expected: Expected,
    guesses: bool,
    /// What elements are taken to begin with: their bracket and their first key.
    lead: Option<Finder<'static>>,
    has_guessed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Expected {
    #[default]
    Array,
    Element,
    Comma,
    Nothing,
}

impl ArrayWalk {
    /// A walk that takes an element to end where the next one seems to begin: with the same key as the first of
    /// them, behind a bracket and a comma. That is several times as fast, and right if each element that it gives
    /// is JSON, which whoever reads them finds out.
    #[must_use]
    pub fn guessing() -> Self {
        Self { guesses: true, ..Self::default() }
    }

    /// The elements that stand in `bytes` as a whole, and how many bytes are done with: the next piece is to begin
    /// with all others. None if this is no array of objects as [`elements`] has it. What is left when there are no
    /// more pieces, as `is_last` says, is white space, if the array is closed.
    pub fn take(&mut self, bytes: &[u8], is_last: bool) -> Option<(Vec<Span>, usize)> {
        let (mut found, mut at) = (Vec::new(), 0);
        loop {
            let start = scan::white(bytes, at);
            // The second half of a line break may come with the next piece.
            let Some(byte) = bytes.get(start) else { return Some((found, at)) };
            at = start + 1;
            self.expected = match (self.expected, byte) {
                (Expected::Array, b'[') | (Expected::Comma, b',') => Expected::Element,
                (Expected::Comma, b']') => Expected::Nothing,
                (Expected::Element, b'{') => {
                    let Some(end) = self.element_end(bytes, start, is_last) else {
                        return Some((found, start));
                    };
                    found.push(Span::new(start, end));
                    at = end;
                    Expected::Comma
                }
                _ => return None,
            };
        }
    }

    /// The byte after the element that starts at `start`, if it is there.
    fn element_end(&mut self, bytes: &[u8], start: usize, is_last: bool) -> Option<usize> {
        if let Some(lead) = &self.lead {
            match lead.find(&bytes[start + 1..]).map(|next| before_comma(&bytes[..start + 1 + next])) {
                Some(Some(end)) => {
                    self.has_guessed = true;
                    return Some(end);
                }
                None if !is_last => return None,
                // What looks like the next element is part of this one: from here on nothing is guessed.
                Some(None) => (self.guesses, self.lead) = (false, None),
                None => {}
            }
        }
        let end = scan::balanced(bytes, start)?;
        if self.guesses && self.lead.is_none() {
            self.lead = lead(&bytes[start..end]).map(|lead| Finder::new(lead).into_owned());
            self.guesses = self.lead.is_some();
        }
        Some(end)
    }

    /// Whether the end of an element was guessed.
    #[must_use]
    pub fn has_guessed(&self) -> bool {
        self.has_guessed
    }

    /// Whether the array is closed.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.expected == Expected::Nothing
    }
}

/// What an element begins with, if it stands in it but once.
fn lead(element: &[u8]) -> Option<&[u8]> {
    let key = scan::white(element, 1);
    let end = (element.get(key) == Some(&b'"')).then(|| scan::string(element, key).ok()).flatten()?;
    let lead = &element[..end];
    Finder::new(lead).find(&element[1..]).is_none().then_some(lead)
}

/// The byte after the object in front of the comma that `bytes` end with.
fn before_comma(bytes: &[u8]) -> Option<usize> {
    let object = bytes.trim_ascii_end().strip_suffix(b",")?.trim_ascii_end();
    object.ends_with(b"}").then_some(object.len())
}

/// The lines of `text` that are not blank, if the first of them is an object and there is another. None of
/// any other text: a document over several lines does not begin with a line that is one.
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
    // Without another object, the rest is more text behind the only document.
    found[1..].iter().any(|line| text[line.range()].starts_with('{')).then_some(found)
}

/// Whether `text` is an object whose brackets match, and nothing else but white space.
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
    fn an_array_may_come_in_pieces() {
        let text = " [ {\"a\":\"]}\\\"\"} ,\n{ } , {\"b\":[{}]}]\n";
        let whole = parts(elements, text).expect("an array");
        for size in 1..text.len() {
            let (mut walk, mut found, mut from, mut to) = (ArrayWalk::default(), Vec::new(), 0, 0);
            while to < text.len() {
                to = (to + size).min(text.len());
                let is_last = to == text.len();
                let (elements, used) = walk.take(&text.as_bytes()[from..to], is_last).expect("an array");
                found.extend(elements.into_iter().map(|span| &text[from..to][span.range()]));
                from += used;
            }
            let left = text[from..].trim();
            assert_eq!((found, left, walk.is_done()), (whole.clone(), "", true), "{size}");
        }
        assert!(ArrayWalk::default().take(b"[1", true).is_none());
    }

    #[test]
    fn elements_are_guessed_where_they_look_alike() {
        let guessed = |text: &str| {
            let mut walk = ArrayWalk::guessing();
            let (found, _) = walk.take(text.as_bytes(), true).expect("an array");
            let parts: Vec<String> = found.iter().map(|span| text[span.range()].to_owned()).collect();
            (parts, walk.has_guessed(), walk.is_done())
        };
        let owned = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
        let parts = ["{\"a\":1,\"b\":\"]\"}", "{\"a\":[{}]}", "{\"a\":3}"];
        assert_eq!(guessed(&format!("[{}]", parts.join(" , "))), (owned(&parts), true, true));
        // The key stands deeper too, or only there where another element would begin.
        let nested = ["{\"a\":[{\"a\":1},{\"a\":2}]}", "{\"a\":3}"];
        assert_eq!(guessed(&format!("[{}]", nested.join(","))), (owned(&nested), false, true));
        let later = ["{\"a\":1}", "{\"a\":[{\"a\":1}]}", "{\"a\":3}"];
        assert_eq!(guessed(&format!("[{}]", later.join(","))), (owned(&later), false, true));
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
