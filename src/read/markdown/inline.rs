//! The words of a block of Markdown.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::blocks::{Blocks, Hidden};
use super::struck::STRUCK;
use crate::read::page;
use crate::source::Span;

/// The longest line that is taken for a fact with its label.
const SHORT: usize = 100;

impl Blocks<'_> {
    /// Words, which are in the file verbatim except for entities. A backslash before them is part of the first letter.
    pub(super) fn words(&mut self, text: &str, range: Range<usize>) {
        self.write_mark();
        let has_gap = std::mem::take(&mut self.has_gap);
        if self.text[range.clone()] != *text {
            return self.builder.stands_for(text, Span::new(range.start, range.end));
        }
        // Something between spaces was left out: one of them is enough.
        let line = self.builder.line();
        let is_closed_up = has_gap && (line.is_empty() || line.ends_with(' '));
        let text = if is_closed_up { text.trim_start_matches(' ') } else { text };
        let start = range.end - text.len();
        let is_escaped = start > self.builder.end() && self.text[..start].ends_with('\\');
        let first = if is_escaped { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
        if first > 0 {
            self.builder.stands_for(&text[..first], Span::new(start - 1, start + first));
        }
        self.verbatim(&text[first..], start + first);
    }

    /// Words in a code span: the backticks around them are left out.
    pub(super) fn code(&mut self, code: &str, range: Range<usize>) {
        self.write_mark();
        match self.text[range.clone()].find(code) {
            Some(at) => self.verbatim(code, range.start + at),
            None => self.builder.stands_for(code, Span::new(range.start, range.end)),
        }
    }

    /// Words that are in the file verbatim; a tab among them is shown as a space, and does not separate cells.
    fn verbatim(&mut self, text: &str, start: usize) {
        let mut from = 0;
        for tab in memchr_iter(b'\t', text.as_bytes()) {
            self.builder.verbatim(&text[from..tab], start + from);
            self.builder.stands_for(" ", Span::new(start + tab, start + tab + 1));
            from = tab + 1;
        }
        self.builder.verbatim(&text[from..], start + from);
    }

    /// A line break that is shown as a space. But people rely on it where the line above or below is a separate thing,
    /// such as a code with its text or a label with its value.
    pub(super) fn soft_break(&mut self, range: Range<usize>) {
        let below = &self.text[range.end..];
        let below = &below[..memchr(b'\n', below.as_bytes()).unwrap_or(below.len())];
        let below = below.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let below: Cow<'_, str> = if memchr(b'*', below.as_bytes()).is_some() {
            below.replace("**", "").into()
        } else {
            below.into()
        };
        let above = self.builder.line();
        let ends_above =
            !below.starts_with(char::is_lowercase) && above.len() <= SHORT && page::states_fact(above);
        let is_own = ends_above || page::is_line_of_its_own(&below);
        self.stand_for(if is_own { "\n" } else { " " }, range);
    }

    /// A tag among words: a line break, or one that strikes out what follows.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let name = html.trim_start_matches('<').split([' ', '>', '/']).next().unwrap_or_default();
        if name.eq_ignore_ascii_case("br") {
            self.stand_for("\n", range);
        } else if STRUCK.iter().any(|struck| name.eq_ignore_ascii_case(struck)) {
            self.strike_out(range, Hidden::Struck);
        } else {
            self.has_gap = true;
        }
    }

    pub(super) fn stand_for(&mut self, text: &str, range: Range<usize>) {
        self.builder.stands_for(text, Span::new(range.start, range.end));
    }

    /// Writes the mark of an item before its first words.
    fn write_mark(&mut self) {
        if let Some((mark, span)) = self.mark.take() {
            self.builder.stands_for(&mark, span);
            self.builder.stands_for(" ", Span { start: span.end, end: span.end });
        }
    }
}
