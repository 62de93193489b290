//! Words of a document with the findings marked in them.

use std::ops::Range;

use maud::{Markup, html};

use super::paper::Words;
use super::place::touches;
use crate::diagnostic::Severity;
use crate::report::html_page::{hidden, seen};
use crate::report::label_position::SEVERITIES;
use crate::source::{Span, Text};

/// A place in a document that a finding points at.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) severity: Severity,
    /// The number of the finding, if this is its first place.
    pub(super) number: Option<usize>,
}

/// The words with the marks that lie in them.
pub(super) fn marked(words: &Words<'_>, marks: &[Mark]) -> Markup {
    let mine: Vec<&Mark> = marks.iter().filter(|mark| touches(mark.span, words.span())).collect();
    match words {
        Words::Text(text) if mine.is_empty() => seen(text),
        Words::Text(text) => {
            let letters = Letters::new(text);
            pieces(text, mine.into_iter().map(|mark| (letters.range(mark.span), mark)))
        }
        Words::Value(value, _) => pieces(value, mine.into_iter().map(|mark| (0..value.len(), mark))),
    }
}

/// Where in the file each character of a text stands.
struct Letters {
    places: Vec<(usize, Span)>,
    len: usize,
}

impl Letters {
    fn new(text: &Text<'_>) -> Self {
        let place = |(at, letter): (usize, char)| (at, text.span_of(at..at + letter.len_utf8()));
        Self { places: text.char_indices().map(place).collect(), len: text.len() }
    }

    /// The bytes of the text that stand in a place of the file.
    fn range(&self, span: Span) -> Range<usize> {
        let first = self.places.partition_point(|(_, place)| place.end <= span.start);
        let behind = self.places.partition_point(|(_, place)| place.start < span.end);
        let offset = |index: usize| self.places.get(index).map_or(self.len, |(at, _)| *at);
        offset(first)..offset(behind.max(first))
    }
}

/// A text in pieces, at whose ends a mark starts or ends.
fn pieces<'m>(text: &str, marks: impl Iterator<Item = (Range<usize>, &'m Mark)>) -> Markup {
    let marks: Vec<(Range<usize>, &Mark)> = marks.collect();
    let mut ends: Vec<usize> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    ends.push(text.len());
    ends.sort_unstable();
    ends.dedup();
    let mut starts: Vec<(usize, Severity)> =
        marks.iter().map(|(range, mark)| (range.start, mark.severity)).collect();
    let mut stops: Vec<(usize, Severity)> =
        marks.iter().map(|(range, mark)| (range.end, mark.severity)).collect();
    starts.sort_unstable();
    stops.sort_unstable();
    let open_before = |list: &[(usize, Severity)], at: usize, severity: Severity| {
        let before = &list[..list.partition_point(|(offset, _)| *offset <= at)];
        before.iter().filter(|(_, own)| *own == severity).count()
    };
    let worst = |at: usize| {
        SEVERITIES.into_iter().find(|&own| open_before(&starts, at, own) > open_before(&stops, at, own))
    };
    let numbers = |end: usize| {
        let here = marks.iter().filter(move |(range, _)| range.end == end);
        here.filter_map(|(_, mark)| mark.number.map(|number| (number, mark.severity)))
    };
    let from = std::iter::once(0).chain(ends.iter().copied());
    html! {
        @for (from, to) in from.zip(ends.iter().copied()) {
            @match worst(from) {
                _ if from == to => {},
                Some(severity) => mark class=(severity.name()) { (seen(&text[from..to])) },
                None => (seen(&text[from..to])),
            }
            @for (number, severity) in numbers(to) { (reference(number, severity)) }
        }
    }
}

/// A link to a finding, behind the words that it is about.
fn reference(number: usize, severity: Severity) -> Markup {
    html! {
        a class={ "ref " (severity.name()) } href={ "#f" (number) } { (hidden(" finding ")) (number) }
    }
}
