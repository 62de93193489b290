//! The words of a block of Markdown.

use std::borrow::Cow;
use std::ops::Range;

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
        let (text, range) = self.closed_up(text, range);
        if self.text[range.clone()] != *text {
            return self.builder.stands_for(text, Span::new(range.start, range.end));
        }
        let is_escaped = range.start > self.builder.end() && self.text[..range.start].ends_with('\\');
        let first = if is_escaped { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
        if first > 0 {
            self.builder.stands_for(&text[..first], Span::new(range.start - 1, range.start + first));
        }
        self.verbatim(&text[first..], range.start + first);
    }

    /// The words without the spaces that they begin with, if something between spaces was left out before them.
    fn closed_up<'w>(&mut self, text: &'w str, range: Range<usize>) -> (&'w str, Range<usize>) {
        let line = self.builder.line();
        let is_gap = std::mem::take(&mut self.has_gap) && (line.is_empty() || line.ends_with(' '));
        let rest = if is_gap { text.trim_start_matches(' ') } else { text };
        let spaces = text.len() - rest.len();
        // What is written differently has no spaces to leave out.
        if self.text[range.clone()] == *text {
            (rest, range.start + spaces..range.end)
        } else {
            (text, range)
        }
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
        let mut at = 0;
        for (index, part) in text.split('\t').enumerate() {
            if index > 0 {
                self.builder.stands_for(" ", Span::new(start + at, start + at + 1));
                at += 1;
            }
            self.builder.verbatim(part, start + at);
            at += part.len();
        }
    }

    /// A line break that is shown as a space. But people rely on it where the line above or below is a separate thing,
    /// such as a code with its text or a label with its value.
    pub(super) fn soft_break(&mut self, range: Range<usize>) {
        let below = self.text[range.end..].lines().next().unwrap_or_default();
        let below = below.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let below: Cow<'_, str> =
            if below.contains('*') { below.replace("**", "").into() } else { below.into() };
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
