//! Too many or too few commas, and text that belongs to no item.

use super::super::error::quoted;
use super::super::{SyntaxError, scan};
use super::{Parser, WHITE};
use crate::source::Span;

impl Parser<'_> {
    /// Handles what comes after the comma at `comma` where an item should: more commas, or a
    /// closing bracket.
    #[cold]
    pub(super) fn extra_commas(&mut self, comma: usize) -> bool {
        let extra = self.at;
        let end = self.commas().unwrap_or(comma + 1);
        let closer = self.open.last().map(|frame| frame.closer);
        let next = self.bytes.get(self.at).copied();
        if next.is_some() && next == closer {
            let message = format!("there is a comma after the last {}", self.item_name());
            let error = SyntaxError::new(Span::new(comma, end), message);
            self.report(error.help("remove the comma"));
        } else if end > extra {
            self.lone_commas(extra, end);
        }
        self.read_on(next)
    }

    /// Reports commas that have nothing before them.
    fn lone_commas(&mut self, start: usize, end: usize) {
        let message = format!("there is no {} before this comma", self.item_name());
        let error = SyntaxError::new(Span::new(start, end), message);
        self.report(error.help("remove the comma"));
    }

    /// Skips commas and the white space around them. Returns the end of the last one, if there is one.
    fn commas(&mut self) -> Option<usize> {
        let mut end = None;
        while self.bytes.get(self.at) == Some(&b',') {
            self.at += 1;
            end = Some(self.at);
            self.blank();
        }
        end
    }

    /// Reads the item that begins with the byte, unless it is a closing bracket.
    fn read_on(&mut self, next: Option<u8>) -> bool {
        match next {
            None | Some(b']' | b'}') => false,
            Some(byte) => self.item(byte),
        }
    }

    /// Handles the comma before any item, or what follows an item without a comma.
    #[cold]
    pub(super) fn unseparated(&mut self, byte: u8, first: bool) -> bool {
        if first {
            let start = self.at;
            let end = self.commas().unwrap_or(start);
            self.lone_commas(start, end);
            let next = self.bytes.get(self.at).copied();
            return self.read_on(next);
        }
        if byte == b')' {
            return self.mismatched(byte);
        }
        if byte == b':' && self.is_next_member() {
            return self.close_before(byte);
        }
        if self.starts_item(byte) {
            if !self.quiet {
                let last = self.nodes.last().map_or(0, |node| node.span().range().end);
                let end = last.max(self.closed_at);
                let message = format!("there is no comma between 2 {}s", self.item_name());
                self.report(SyntaxError::new(Span::at(end), message).help("add the comma"));
            }
            self.quiet = false;
            return self.item(byte);
        }
        if self.quiet || !self.text_after_string() {
            self.unexpected();
        }
        false
    }

    /// Skips text that belongs to no item, and reports it unless it belongs to a mistake that has already been
    /// reported.
    fn unexpected(&mut self) {
        let start = self.at;
        let end = self.garbage_end();
        if !self.quiet {
            let message = format!("unexpected {} after the value", quoted(self.slice(start, end)));
            let error = SyntaxError::new(Span::new(start, end), message);
            self.report(error.help("remove it, or add the missing part before it"));
        }
        self.at = end;
        self.quiet = true;
    }

    /// Whether an item of the innermost container begins with the byte at the current place.
    fn starts_item(&self, byte: u8) -> bool {
        if self.in_object() {
            return byte == b'"' && self.is_key(self.at);
        }
        self.starts_value(byte)
    }

    /// Whether the string at `at` is closed on its line and followed by a colon.
    pub(super) fn is_key(&self, at: usize) -> bool {
        scan::string(self.bytes, at)
            .is_ok_and(|end| self.bytes.get(scan::white(self.bytes, end)) == Some(&b':'))
    }

    /// Where text that could not be read ends: before the next comma, closing bracket or line end,
    /// or before what looks like the next item.
    pub(super) fn garbage_end(&mut self) -> usize {
        let mut at = self.at;
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                b',' | b']' | b'}' | b'\n' | b'\r' => break,
                b'/' if at > self.at && matches!(self.bytes.get(at + 1), Some(b'/' | b'*')) => break,
                b'[' | b'{' if at > self.at && !self.in_object() => break,
                b'[' | b'{' => at = self.balanced(at),
                b'"' if at > self.at && self.starts_string(at) => break,
                b'"' if !self.ends_item(at + 1) => at = scan::string(self.bytes, at).unwrap_or(at + 1),
                b'\\' if matches!(self.bytes.get(at + 1), Some(b'"' | b'\\')) => at += 2,
                _ => at += 1,
            }
        }
        let end = self.slice(self.at, at).trim_end_matches([' ', '\t']).len();
        // At least one character must be skipped, or reading would never end.
        self.at + end.max(self.text[self.at..].chars().next().map_or(0, char::len_utf8))
    }

    /// Whether the quotation mark at `at`, in text that could not be read, starts the next item.
    fn starts_string(&self, at: usize) -> bool {
        !self.ends_item(at + 1) && (!self.in_object() || self.is_key(at))
    }

    /// Whether an item may end before `at`: a comma, a colon, a closing bracket or the line's end
    /// comes next.
    pub(super) fn ends_item(&self, at: usize) -> bool {
        let next = scan::same_line(self.bytes, at);
        matches!(self.bytes.get(next), None | Some(b',' | b':' | b']' | b'}' | b'\n' | b'\r'))
    }

    /// What the innermost container holds, for a message.
    pub(super) fn item_name(&self) -> &'static str {
        match self.open.last() {
            Some(frame) if frame.closer == b'}' => "member",
            Some(_) => "element",
            None => "value",
        }
    }

    /// The end of what was read last.
    pub(super) fn last_end(&self) -> usize {
        let before = self.slice(0, self.at);
        before.trim_end_matches(WHITE).len()
    }
}
