//! Quotation marks of the wrong kind, and in the wrong place.

use std::ops::Range;

use super::super::error::quoted;
use super::super::node::Node;
use super::super::{SyntaxError, ValueKind, scan};
use super::Parser;
use crate::source::Span;

/// How many quotation marks are tried as the one that ends a string. This keeps reading linear.
const TRIES: usize = 32;

impl Parser<'_> {
    /// Reads the string in the wrong quotation marks that starts at the current place, if there is
    /// one, and reports it.
    pub(super) fn odd_quotes(&mut self) -> bool {
        let start = self.at;
        let Some(mark) = self.text[start..].chars().next().filter(|&mark| is_odd_mark(mark)) else {
            return false;
        };
        let after = start + mark.len_utf8();
        let closing = self.closing_mark(mark, after);
        let end = closing.as_ref().map_or_else(|| self.garbage_end(), |closing| closing.end);
        let message = format!("text must be in double quotation marks, not `{mark}`");
        let error = SyntaxError::new(Span::new(start, end), message);
        self.report(error.help("write `\"` before and after the text"));
        self.string_node(start, end, (mark.len_utf8(), closing.map_or(0, |closing| closing.len())));
        self.quiet = true;
        true
    }

    /// The mark on this line that ends the string after an odd opening mark: the first one after
    /// which an item can end, otherwise the last one.
    fn closing_mark(&self, opening: char, after: usize) -> Option<Range<usize>> {
        let closes = |mark: char| match opening {
            '\'' | '`' => mark == opening || (mark == '\'' && opening == '`'),
            _ => mark == '"' || is_odd_mark(mark) && mark != '`',
        };
        let mut last = None;
        let line = self.text[after..].char_indices().take_while(|&(_, mark)| !matches!(mark, '\n' | '\r'));
        for (offset, mark) in line.filter(|&(_, mark)| closes(mark)) {
            let found = after + offset..after + offset + mark.len_utf8();
            if self.ends_item(found.end) {
                return Some(found);
            }
            last = Some(found);
        }
        last
    }

    /// If a curly mark in the string just read was meant to end it, reports that and goes back there.
    pub(super) fn wrong_closing_mark(&mut self) -> bool {
        let Some(node) = self.nodes.last().copied().filter(|node| node.kind() == ValueKind::String) else {
            return false;
        };
        let content = node.content().range();
        let Some(mark) = self.curly_end(content.start, content.end) else { return false };
        self.nodes.pop();
        self.end_at_mark(node.span().range().start, &mark);
        true
    }

    /// The first curly mark in `start..end` after which an item can end.
    pub(super) fn curly_end(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let curly = |&(_, mark): &(usize, char)| is_odd_mark(mark) && !matches!(mark, '\'' | '`');
        let marks = self.slice(start, end).char_indices().filter(curly);
        let mut marks = marks.map(|(offset, mark)| start + offset..start + offset + mark.len_utf8());
        marks.find(|mark| self.ends_item(mark.end))
    }

    /// Ends the string that starts at `start` with the wrong mark, and reports it.
    pub(super) fn end_at_mark(&mut self, start: usize, mark: &Range<usize>) {
        let name = quoted(self.slice(mark.start, mark.end));
        let message = format!("text must end with a double quotation mark, not with {name}");
        let error = SyntaxError::new(Span::new(mark.start, mark.end), message);
        self.report(error.help("write `\"`"));
        self.string_node(start, mark.end, (1, mark.len()));
        self.quiet = true;
    }

    /// Handles text after a string that is a value, if the string is right before it on the line
    /// and a quotation mark explains the text.
    pub(super) fn text_after_string(&mut self) -> bool {
        let Some(node) = self.nodes.last().copied().filter(|node| node.kind() == ValueKind::String) else {
            return false;
        };
        let span = node.span().range();
        if scan::same_line(self.bytes, span.end) != self.at {
            return false;
        }
        self.wrong_closing_mark() || self.missing_closing_mark(&span) || self.early_mark(&span)
    }

    /// If what ended the string just read is really the opening mark of the next key, reports that and goes back to the
    /// end of the string.
    fn missing_closing_mark(&mut self, string: &Range<usize>) -> bool {
        if !self.in_object() || !self.is_key(string.end - 1) {
            return false;
        }
        let content = self.slice(string.start, string.end - 1).trim_end();
        let end = string.start + content.strip_suffix(',').unwrap_or(content).trim_end().len();
        self.nodes.pop();
        self.unclosed_string_node(string.start, end.max(string.start + 1));
        true
    }

    /// If the mark that ended the string just read is part of its text, reports that and continues
    /// from the string's true end.
    fn early_mark(&mut self, string: &Range<usize>) -> bool {
        let Some(end) = self.true_end() else { return false };
        let message = "a quotation mark inside text needs a backslash";
        let error = SyntaxError::new(Span::new(string.end - 1, string.end), message);
        self.report(error.help("write `\\\"`"));
        self.nodes.pop();
        self.string_node(string.start, end, (1, 1));
        true
    }

    /// Where a string ends, if its text continues at the current place. The next quotation mark
    /// must follow a word; otherwise it opens another string.
    fn true_end(&self) -> Option<usize> {
        let line = self.bytes[self.at..].iter().take_while(|byte| !matches!(byte, b'\n' | b'\r'));
        let mut marks = line.enumerate().filter(|&(_, &byte)| byte == b'"').map(|(len, _)| self.at + len);
        let first =
            marks.next().filter(|&mark| !matches!(self.bytes[mark - 1], b' ' | b',' | b'[' | b'{' | b':'))?;
        std::iter::once(first)
            .chain(marks)
            .take(TRIES)
            .map(|mark| mark + 1)
            .find(|&end| self.closes_text(end))
    }

    /// Whether a string that ends at `end` is followed by what can follow a string, and not by a
    /// comma within a sentence.
    fn closes_text(&self, end: usize) -> bool {
        let next = scan::same_line(self.bytes, end);
        let after_comma = || self.bytes.get(scan::same_line(self.bytes, next + 1));
        match self.bytes.get(next) {
            None | Some(b'\n' | b'\r' | b'}' | b']') => true,
            Some(b',') => {
                matches!(after_comma(), None | Some(b'\n' | b'\r' | b'"' | b'[' | b'{' | b'0'..=b'9'))
            }
            _ => false,
        }
    }

    /// Adds a string between marks of these byte lengths, and continues after it.
    pub(super) fn string_node(&mut self, start: usize, end: usize, marks: (usize, usize)) {
        let escaped = self.slice(start, end).contains('\\');
        let marks = (Span::at(marks.0).start, Span::at(marks.1).start);
        self.at = end;
        self.nodes.push(Node::string(Span::new(start, end), self.next_index(), escaped, marks));
    }
}

/// Whether the character is a quotation mark, but not the one that JSON uses.
fn is_odd_mark(character: char) -> bool {
    matches!(character, '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '′' | '″')
}
