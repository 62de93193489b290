//! The plain text of a file that is markup or cells, alongside the file itself: what the readers of pages read, with a
//! line for each paragraph, list item, heading and cell.

use std::ops::Range;
use std::sync::OnceLock;

use super::words::Words;
use super::{LeftOut, Source, SourceId, Span, TableCell, Text, TextBuilder, line_starts};

/// The plain text of a file, and where each part of it is in the file.
#[derive(Debug)]
pub struct Transcript {
    text: Text<'static>,
    /// Its words, once an edit has been checked against them.
    words: OnceLock<Words>,
    cells: Vec<(u32, Option<TableCell>)>,
    headings: Vec<(u32, u8)>,
    left_out: Vec<(LeftOut, Span)>,
    reserved: &'static str,
}

impl Transcript {
    /// The plain text. Its places are those in the file.
    #[must_use]
    pub fn text(&self) -> &Text<'static> {
        &self.text
    }

    /// The plain text as a source of its own, for code that reads sources.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Source {
        Source::transcribed(id, &self.text, self.cells.clone(), self.headings.clone())
    }

    /// What was left out, and where it is in the file.
    #[must_use]
    pub fn left_out(&self) -> &[(LeftOut, Span)] {
        &self.left_out
    }

    /// Whether the bytes `span` of the file can be replaced in such a way that the words change and nothing else does.
    #[must_use]
    pub fn takes(&self, span: Span, replacement: &str) -> bool {
        let words = || self.words.get_or_init(|| Words::new(&self.text));
        !replacement.contains(|c| self.reserved.contains(c)) && words().are_unbroken(span)
    }

    /// The lines of the plain text, in order.
    pub(crate) fn lines(&self) -> impl Iterator<Item = TranscriptLine> {
        let text: &str = &self.text;
        let starts = line_starts(text);
        let (mut cells, mut headings) = (self.cells.iter().peekable(), self.headings.iter().peekable());
        let mut cell = None;
        (0..starts.len()).map(move |at| {
            let start = starts[at];
            while let Some((_, entered)) = cells.next_if(|(from, _)| *from <= start) {
                cell = *entered;
            }
            while headings.next_if(|(from, _)| *from < start).is_some() {}
            let end = starts.get(at + 1).map_or(text.len(), |next| *next as usize);
            let is_heading = headings.peek().is_some_and(|(from, _)| *from == start);
            TranscriptLine { range: start as usize..end, cell, is_heading }
        })
    }
}

/// A line of a plain text.
#[derive(Debug)]
pub(crate) struct TranscriptLine {
    /// Its bytes in the plain text, with the line break.
    pub(crate) range: Range<usize>,
    /// The cell that it begins in.
    pub(crate) cell: Option<TableCell>,
    /// Whether it is a heading.
    pub(crate) is_heading: bool,
}

/// Puts a [`Transcript`] together, in the order of the file.
#[derive(Debug, Default)]
pub struct TranscriptBuilder {
    text: TextBuilder,
    cells: Vec<(u32, Option<TableCell>)>,
    headings: Vec<(u32, u8)>,
    left_out: Vec<(LeftOut, Span)>,
    /// Where in the file the last piece ended.
    end: usize,
    /// Where the last line begins.
    line: usize,
}

impl TranscriptBuilder {
    /// Ends the line, if there is anything on it.
    pub fn break_line(&mut self) {
        if !self.line().is_empty() {
            self.stands_for("\n", Span::at(self.end));
        }
    }

    /// Separates what follows from what comes before, with an empty line.
    pub fn part(&mut self) {
        self.break_line();
        let text = self.text.as_str();
        if !text.is_empty() && !text.ends_with("\n\n") {
            self.stands_for("\n", Span::at(self.end));
        }
    }

    /// Says which cell what follows is in, if it is in one.
    pub fn enter(&mut self, cell: Option<TableCell>) {
        let start = Span::at(self.text.as_str().len()).start;
        if self.cells.last().and_then(|(_, last)| *last) != cell {
            self.cells.push((start, cell));
        }
    }

    /// Says that what follows is a heading of this level, from 0.
    pub fn heading(&mut self, level: u8) {
        self.headings.push((Span::at(self.text.as_str().len()).start, level));
    }

    /// Appends text that is in the file verbatim, with its first byte at `start`.
    pub fn verbatim(&mut self, text: &str, start: usize) {
        self.stands_for(text, Span::new(start, start + text.len()));
    }

    /// Appends text that is written differently in the file, at `place`.
    pub fn stands_for(&mut self, text: &str, place: Span) {
        self.text.stands_for(text, place);
        self.end = self.end.max(place.end as usize);
        if let Some(at) = memchr::memrchr(b'\n', text.as_bytes()) {
            self.line = self.text.as_str().len() - text.len() + at + 1;
        }
    }

    /// Appends the words of another transcript, whose places are in the value of `outer`.
    pub fn append(&mut self, inner: &Transcript, outer: &Text<'_>) {
        let text = inner.text.trimmed().within(outer);
        self.text.append(&text);
        self.end = self.end.max(text.span().end as usize);
        if let Some(at) = memchr::memrchr(b'\n', text.as_bytes()) {
            self.line = self.text.as_str().len() - text.len() + at + 1;
        }
        let place = |(what, span): &(LeftOut, Span)| (*what, outer.span_of(span.range()));
        self.left_out.extend(inner.left_out.iter().map(place));
    }

    /// Notes that something was left out.
    pub fn leave_out(&mut self, what: LeftOut, place: Span) {
        self.left_out.push((what, place));
    }

    /// The line that is being written.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.text.as_str()[self.line..]
    }

    /// Where in the file the last piece ended.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The transcript. A replacement for part of it must not have any of the `reserved` characters.
    #[must_use]
    pub fn finish(mut self, reserved: &'static str) -> Transcript {
        self.break_line();
        Transcript {
            text: self.text.finish(Span::at(0)),
            words: OnceLock::new(),
            cells: self.cells,
            headings: self.headings,
            left_out: self.left_out,
            reserved,
        }
    }
}
