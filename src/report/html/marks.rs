//! Words of a document with the findings marked in them.

use std::collections::BTreeMap;
use std::ops::Range;

use maud::{Markup, html};

use super::paper::Words;
use super::spans::Spans;
use crate::diagnostic::Severity;
use crate::report::html_page::{hidden, seen};
use crate::report::label_position::SEVERITIES;
use crate::source::{Span, Text};

/// A finding at one of the places that it points to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) severity: Severity,
    /// The number of the finding, if this is its first place.
    pub(super) number: Option<usize>,
}

/// The words with the marks that lie in them.
pub(super) fn marked(words: &Words<'_>, marks: &Spans<Mark>) -> Markup {
    let mine: Vec<&(Span, Mark)> = marks.touching(words.span()).collect();
    match words {
        Words::Text(text) if mine.is_empty() => seen(text),
        Words::Text(text) => {
            let letters = Letters::new(text);
            pieces(text, mine.into_iter().rev().map(|(span, mark)| (letters.range(*span), mark)))
        }
        Words::Value(value, _) => {
            pieces(value, mine.into_iter().rev().map(|(_, mark)| (0..value.len(), mark)))
        }
    }
}

/// Where each character of a text is in the file.
struct Letters {
    places: Vec<(usize, Span)>,
    len: usize,
}

impl Letters {
    fn new(text: &Text<'_>) -> Self {
        let place = |(at, letter): (usize, char)| (at, text.span_of(at..at + letter.len_utf8()));
        Self { places: text.char_indices().map(place).collect(), len: text.len() }
    }

    /// The bytes of the text that are at a place in the file.
    fn range(&self, span: Span) -> Range<usize> {
        let first = self.places.partition_point(|(_, place)| place.end <= span.start);
        let behind = self.places.partition_point(|(_, place)| place.start < span.end);
        let offset = |index: usize| self.places.get(index).map_or(self.len, |(at, _)| *at);
        offset(first)..offset(behind.max(first))
    }
}

/// What happens at a place in a text.
#[derive(Default)]
struct Turn {
    /// How many more marks of each of [`SEVERITIES`] are open after it than before.
    opened: [isize; SEVERITIES.len()],
    /// The findings whose words end here.
    ended: Vec<(usize, Severity)>,
}

/// A text in pieces, between the places where marks start and end.
fn pieces<'m>(text: &str, marks: impl Iterator<Item = (Range<usize>, &'m Mark)>) -> Markup {
    let mut turns: BTreeMap<usize, Turn> =
        [0, text.len()].into_iter().map(|at| (at, Turn::default())).collect();
    for (range, mark) in marks {
        let rank = SEVERITIES.iter().position(|severity| *severity == mark.severity).unwrap_or_default();
        turns.entry(range.start).or_default().opened[rank] += 1;
        let end = turns.entry(range.end).or_default();
        end.opened[rank] -= 1;
        end.ended.extend(mark.number.map(|number| (number, mark.severity)));
    }
    let stops = turns.keys().copied().skip(1).chain([text.len()]);
    let open = turns.values().scan([0; SEVERITIES.len()], |open, turn| {
        open.iter_mut().zip(turn.opened).for_each(|(open, opened)| *open += opened);
        Some(SEVERITIES.into_iter().zip(*open).find(|(_, count)| *count > 0))
    });
    html! {
        @for (((at, turn), stop), worst) in turns.iter().zip(stops).zip(open) {
            @for &(number, severity) in &turn.ended { (reference(number, severity)) }
            @match worst {
                _ if *at == stop => {},
                Some((severity, _)) => mark class=(severity.name()) { (seen(&text[*at..stop])) },
                None => (seen(&text[*at..stop])),
            }
        }
    }
}

/// A link to a finding, after the words that it is about.
fn reference(number: usize, severity: Severity) -> Markup {
    html! {
        a class={ "ref " (severity.name()) } href={ "#f" (number) } { (hidden(" finding ")) (number) }
    }
}
