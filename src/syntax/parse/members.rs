//! Members without quotation marks, colon or value.

use super::super::error::quoted;
use super::super::node::Node;
use super::super::{SyntaxError, ValueKind, scan};
use super::Parser;
use crate::source::Span;

impl Parser<'_> {
    /// Reads the key at the current place, which is not a JSON string.
    #[cold]
    pub(super) fn odd_key(&mut self, byte: u8) {
        let start = self.at;
        if byte == b':' {
            let error = SyntaxError::new(Span::at(start), "there is no key before the colon");
            self.report(error.help("add a key in quotation marks"));
            return self.leaf(ValueKind::Invalid, start, start);
        }
        if self.odd_quotes() {
            return;
        }
        if let Some((end, closing)) = self.bare_key() {
            let name = quoted(self.slice(start, end - closing));
            let error =
                SyntaxError::new(Span::new(start, end), format!("the key {name} needs quotation marks"));
            self.report(error.help("write `\"` before and after it"));
            return self.string_node(start, end, (0, closing));
        }
        let end = self.garbage_end();
        if !self.quiet {
            let found = quoted(self.slice(start, end));
            let error = SyntaxError::new(Span::new(start, end), format!("expected a key, found {found}"));
            self.report(error.help("write a key and a value, for example `\"title\": \"…\"`"));
        }
        self.leaf(ValueKind::Invalid, start, end);
        self.quiet = true;
    }

    /// The end of the key at the current place, if it is before a colon and only its opening
    /// quotation mark or both of them are missing, and the number of bytes of the closing one.
    fn bare_key(&self) -> Option<(usize, usize)> {
        let stops = b":,{}[]\"\n\r";
        let rest = self.bytes[self.at..].iter().position(|byte| stops.contains(byte))?;
        let end = self.at + rest;
        match self.bytes[end] {
            b':' => Some((self.slice(self.at, end).trim_end().len() + self.at, 0)),
            b'"' if self.bytes.get(scan::same_line(self.bytes, end + 1)) == Some(&b':') => Some((end + 1, 1)),
            _ => None,
        }
    }

    /// Handles a key after which there is no colon at the current place.
    #[cold]
    pub(super) fn without_colon(&mut self) -> bool {
        let Some(key) = self.nodes.last().map(|key| key.span().range()) else { return false };
        let byte = match self.bytes.get(self.at) {
            Some(&byte) if !self.quiet => byte,
            _ => return self.missing_value(key.end),
        };
        let name = quoted(self.slice(key.start, key.end).trim_matches('"'));
        let starts_member = byte == b'"' && self.is_key(self.at);
        if starts_member || matches!(byte, b',' | b'}' | b']') {
            let error =
                SyntaxError::new(Span::new(key.start, key.end), format!("the key {name} has no value"));
            self.report(error.help("add a colon and a value"));
            self.quiet = true;
            return self.missing_value(key.end);
        }
        if byte == b'=' {
            let end = self.at + if self.text[self.at..].starts_with("=>") { 2 } else { 1 };
            let found = quoted(self.slice(self.at, end));
            let error = SyntaxError::new(Span::new(self.at, end), format!("expected a colon, found {found}"));
            self.report(error.help("put a colon between a key and its value"));
            self.at = end;
            return self.value_after_colon();
        }
        if self.starts_value(byte) {
            let error = SyntaxError::new(Span::at(key.end), format!("expected a colon after the key {name}"));
            self.report(error.help("put a colon between a key and its value"));
            return self.value(byte);
        }
        self.text_after_key()
    }

    /// Handles text between a key and its colon.
    fn text_after_key(&mut self) -> bool {
        if !self.wrong_closing_mark() {
            let start = self.at;
            let stops = b":,{}[]\n\r";
            let stop = self.bytes[start..].iter().position(|byte| stops.contains(byte));
            self.at = stop.map_or(self.bytes.len(), |len| start + len);
            let text = self.slice(start, self.at).trim_end();
            let span = Span::new(start, start + text.len());
            let error =
                SyntaxError::new(span, format!("expected a colon after the key, found {}", quoted(text)));
            self.report(error.help("write a quotation mark inside a key as `\\\"`"));
            self.quiet = true;
        }
        if self.blank() != Some(b':') {
            let end = self.last_end();
            return self.missing_value(end);
        }
        self.at += 1;
        self.value_after_colon()
    }

    /// Reads the value that must come next.
    pub(super) fn value_after_colon(&mut self) -> bool {
        match self.blank() {
            None | Some(b',' | b']' | b'}') => self.without_value(),
            Some(byte) => self.value(byte),
        }
    }

    /// Handles a member that ends after its colon.
    #[cold]
    pub(super) fn without_value(&mut self) -> bool {
        let end = self.last_end();
        if self.at < self.bytes.len() && !self.quiet {
            let error = SyntaxError::new(Span::at(end), "there is no value after the colon");
            self.report(error.help("add a value, or remove the key"));
        }
        self.missing_value(end)
    }

    /// Adds a node for the value that is missing at `place`, without moving there.
    fn missing_value(&mut self, place: usize) -> bool {
        let node = Node::leaf(ValueKind::Invalid, Span::at(place), self.next_index());
        self.nodes.push(node);
        false
    }

    /// Whether a value begins with the byte at the current place.
    pub(super) fn starts_value(&self, byte: u8) -> bool {
        let word = &self.bytes[self.at..scan::bare_word(self.bytes, self.at)];
        matches!(byte, b'"' | b'[' | b'{')
            || scan::number(self.bytes, self.at).is_some()
            || matches!(word, b"true" | b"false" | b"null")
    }
}
