//! Strings with escapes, and strings that JSON does not allow.

use super::super::error::quoted;
use super::super::unescape::unit;
use super::super::{SyntaxError, scan};
use super::Parser;
use crate::source::Span;

impl Parser<'_> {
    /// Reads the string at the current place; its first byte that is not literal is at `at`.
    pub(super) fn long_string(&mut self, mut at: usize) {
        let start = self.at;
        let mut line_break = None;
        let mut told = false;
        loop {
            match self.bytes.get(at) {
                Some(b'"') => return self.string_node(start, at + 1, (1, 1)),
                Some(b'\\') => at = self.escape(at),
                Some(b'\n' | b'\r') if self.runs_on(at) => {
                    line_break.get_or_insert((at, self.errors.len()));
                    let end = at + if self.bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
                    self.control(at, end, &mut told);
                    at = scan::white(self.bytes, at);
                }
                None | Some(b'\n' | b'\r') => break,
                Some(_) => {
                    self.control(at, at + 1, &mut told);
                    at += 1;
                }
            }
            at = scan::plain(self.bytes, at);
        }
        if at == self.bytes.len() {
            self.hopeless.string = true;
        }
        if let Some((line_end, errors)) = line_break {
            self.errors.truncate(errors);
            at = line_end;
        }
        self.unclosed_string(start, at);
    }

    /// Reports the first control character of a string.
    fn control(&mut self, start: usize, end: usize, told: &mut bool) {
        if std::mem::replace(told, true) {
            return;
        }
        let (name, escape) = match self.bytes[start] {
            b'\n' | b'\r' => ("a line break", "\\n".to_owned()),
            b'\t' => ("a tab", "\\t".to_owned()),
            byte => ("a control character", format!("\\u{byte:04x}")),
        };
        let error =
            SyntaxError::new(Span::new(start, end), format!("text in quotation marks cannot contain {name}"));
        self.report(error.help(format!("write `{escape}`")));
    }

    /// Whether a string continues after the line break at `at`: the next line looks like text, or
    /// is the quotation mark that ends it.
    fn runs_on(&self, at: usize) -> bool {
        let next = scan::white(self.bytes, at);
        match self.bytes.get(next) {
            None | Some(b'{' | b'}' | b'[' | b']' | b',') => false,
            Some(b'"') => !self.hopeless.string && self.ends_item(next + 1) && !self.is_colon_next(next + 1),
            Some(_) => !self.hopeless.string,
        }
    }

    fn is_colon_next(&self, at: usize) -> bool {
        self.bytes.get(scan::same_line(self.bytes, at)) == Some(&b':')
    }

    /// The byte after the escape at `at`, which is reported if JSON has no such escape. A backslash
    /// before a control character is left to [`Self::control`].
    fn escape(&mut self, at: usize) -> usize {
        let character = self.text[at + 1..].chars().next();
        match character {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => at + 2,
            Some('u') => self.unicode_escape(at),
            None | Some('\0'..' ') => at + 1,
            Some(character) => {
                let end = at + 1 + character.len_utf8();
                let message = format!("{} is not an escape sequence in JSON", quoted(self.slice(at, end)));
                let error = SyntaxError::new(Span::new(at, end), message);
                self.report(error.help("write `\\\\` for a backslash"));
                end
            }
        }
    }

    /// The same for the escape `\u` at `at`.
    fn unicode_escape(&mut self, at: usize) -> usize {
        let Some(first) = unit(&self.bytes[at..]) else {
            let digits = self.bytes[at + 2..].iter().take(3).take_while(|byte| byte.is_ascii_hexdigit());
            let end = at + 2 + digits.count();
            let error = SyntaxError::new(Span::new(at, end), "`\\u` needs 4 hexadecimal digits");
            self.report(error.help("write the character itself, or 4 digits, as in `\\u00e9`"));
            return end;
        };
        let second = unit(&self.bytes[at + 6..]);
        match (first, second) {
            (0xd800..0xdc00, Some(0xdc00..0xe000)) => at + 12,
            (0xd800..0xe000, _) => {
                let message = format!("{} is only half of a character", quoted(self.slice(at, at + 6)));
                let error = SyntaxError::new(Span::new(at, at + 6), message);
                self.report(error.help("write the character itself, or both halves of its surrogate pair"));
                at + 6
            }
            _ => at + 6,
        }
    }

    /// Handles the string at `start` that is not closed on its line, which ends at `line_end`.
    fn unclosed_string(&mut self, start: usize, line_end: usize) {
        if let Some(mark) = self.curly_end(start + 1, line_end) {
            return self.end_at_mark(start, &mark);
        }
        let line = self.slice(start, line_end);
        let is_value = self.slice(0, start).trim_end().ends_with(':');
        let colon = line.find(':').filter(|_| self.in_object() && !is_value);
        let end = colon.map_or_else(|| start + self.without_tail(line), |colon| start + colon);
        self.unclosed_string_node(start, end);
        let after = line_end == self.bytes.len() || scan::white(self.bytes, line_end) == self.bytes.len();
        self.unbalanced |= after && colon.is_none();
    }

    /// Adds the string `start..end`, which has no closing mark, and reports it.
    pub(super) fn unclosed_string_node(&mut self, start: usize, end: usize) {
        let error = SyntaxError::new(Span::new(start, end), "this text has no closing quotation mark");
        self.report(error.help("add `\"` at its end"));
        self.string_node(start, end, (1, 0));
        self.quiet = true;
    }

    /// The length of an unclosed string that runs to the end of its line, without what comes after
    /// a string: a comma, and brackets that close what is open.
    fn without_tail(&self, line: &str) -> usize {
        let text = line.trim_end();
        let text = text.strip_suffix(',').unwrap_or(text).trim_end();
        let mut closers = Vec::new();
        for (at, byte) in text.bytes().enumerate().skip(1).rev() {
            match byte {
                b']' | b'}' if closers.len() < self.open.len() => closers.push((at, byte)),
                b' ' | b'\t' => {}
                _ => break,
            }
        }
        let close = |closers: &[(usize, u8)]| {
            closers.iter().rev().zip(self.open.iter().rev()).all(|(found, frame)| found.1 == frame.closer)
        };
        let fitting = (1..=closers.len()).rev().find(|&count| close(&closers[..count]));
        let end = fitting.map_or(text.len(), |count| closers[count - 1].0);
        text[..end].trim_end().len().max(1)
    }
}
