//! A text that knows where each of its characters is in the file.

use std::borrow::Cow;
use std::ops::{Deref, Range};

use super::Span;

/// A text read from a source.
///
/// Most texts are in the file exactly as they read, and are borrowed from it. A JSON string with
/// escapes, an HTML text with entities or a paragraph over several lines is put together from
/// pieces; a table of the pieces then leads back to the file.
#[derive(Clone, Debug)]
pub struct Text<'s> {
    value: Cow<'s, str>,
    span: Span,
    pieces: Option<Box<[Piece]>>,
}

/// One piece of a text that is not in the file verbatim.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the piece starts in the value.
    value: u32,
    /// The bytes of the file that it comes from: as long as the piece in the value if it is verbatim.
    source: Span,
}

impl<'s> Text<'s> {
    /// A text that is in the file verbatim, with its first byte at `start`.
    #[must_use]
    pub fn verbatim(value: &'s str, start: usize) -> Self {
        let span = Span::new(start, start + value.len());
        Self { value: Cow::Borrowed(value), span, pieces: None }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Where it is, from its first to its last character.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where the bytes `range` of the value are in the file. Part of an escape or an entity counts
    /// as the whole of it.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let Some(pieces) = &self.pieces else {
            let start = self.span.start as usize;
            return Span::new(start + range.start, start + range.end);
        };
        if range.is_empty() && range.end == self.value.len() {
            return Span { start: self.span.end, end: self.span.end };
        }
        let start = self.locate(pieces, range.start, range.start).start;
        let end = if range.is_empty() { start } else { self.locate(pieces, range.end - 1, range.end).end };
        Span { start, end: end.max(start) }
    }

    /// The file's bytes for the value's bytes `from..to`, which lie in one piece.
    fn locate(&self, pieces: &[Piece], from: usize, to: usize) -> Span {
        let after = pieces.partition_point(|piece| piece.value as usize <= from);
        let Some(index) = after.checked_sub(1) else { return Span::at(self.span.start as usize) };
        let piece = pieces[index];
        let next = pieces.get(after).map_or(self.value.len(), |next| next.value as usize);
        if next - piece.value as usize != piece.source.len() {
            return piece.source;
        }
        let shift = |offset: usize| piece.source.start as usize + offset - piece.value as usize;
        Span::new(shift(from), shift(to))
    }

    /// The part `range` of the text as a separate text, with its places.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Text<'s> {
        let value = match &self.value {
            Cow::Borrowed(value) => Cow::Borrowed(&value[range.clone()]),
            Cow::Owned(value) => Cow::Owned(value[range.clone()].to_owned()),
        };
        let span = self.span_of(range.clone());
        let pieces = self.pieces.as_ref().map(|pieces| cut(pieces, &range, self.value.len()));
        Text { value, span, pieces }
    }

    /// This text, whose places are in the value of `outer`, with places in the file instead: for example, the words of
    /// markup in a string.
    #[must_use]
    pub fn within<'o>(&self, outer: &Text<'o>) -> Text<'o> {
        let Some(pieces) = &self.pieces else { return outer.part(self.span.range()) };
        let mut builder = TextBuilder::default();
        for (piece, range) in with_ranges(pieces, self.value.len()) {
            let text = &self.value[range];
            if text.len() == piece.source.len() && *text == outer.value[piece.source.range()] {
                builder.append(&outer.part(piece.source.range()));
            } else {
                builder.stands_for(text, outer.span_of(piece.source.range()));
            }
        }
        builder.finish(outer.span_of(self.span.range()))
    }

    /// Its pieces: the bytes of the file that each comes from, and its words.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Span, &str)> {
        let pieces = self.pieces.as_deref().unwrap_or_default();
        with_ranges(pieces, self.value.len()).map(|(piece, range)| (piece.source, &self.value[range]))
    }

    /// The text without the white space around it.
    #[must_use]
    pub fn trimmed(&self) -> Text<'s> {
        let rest = self.value.trim_start();
        let start = self.value.len() - rest.len();
        self.part(start..start + rest.trim_end().len())
    }
}

/// The pieces of a text of `len` bytes, each with its range in the value.
fn with_ranges(pieces: &[Piece], len: usize) -> impl Iterator<Item = (&Piece, Range<usize>)> {
    let ends = pieces.iter().skip(1).map(|piece| piece.value as usize).chain([len]);
    pieces.iter().zip(ends).map(|(piece, end)| (piece, piece.value as usize..end))
}

/// The pieces of the part `range` of a text of `len` bytes.
fn cut(pieces: &[Piece], range: &Range<usize>, len: usize) -> Box<[Piece]> {
    let first = pieces.partition_point(|piece| piece.value as usize <= range.start).saturating_sub(1);
    let reached = pieces[first..].partition_point(|piece| (piece.value as usize) < range.end);
    let mut cut = Vec::with_capacity(reached);
    cut.extend(with_ranges(&pieces[first..], len).take(reached).filter_map(
        |(piece, Range { start, end })| {
            let (from, to) = (start.max(range.start), end.min(range.end));
            if from >= to {
                return None;
            }
            let verbatim = end - start == piece.source.len();
            let source = if verbatim {
                let shift = piece.source.start as usize;
                Span::new(shift + from - start, shift + to - start)
            } else {
                piece.source
            };
            Some(Piece { value: Span::at(from - range.start).start, source })
        },
    ));
    cut.into()
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

/// Puts a [`Text`] together from pieces of the file.
#[derive(Debug, Default)]
pub struct TextBuilder {
    value: String,
    pieces: Vec<Piece>,
}

impl TextBuilder {
    /// Appends text that is in the file verbatim, with its first byte at `start`.
    pub fn verbatim(&mut self, text: &str, start: usize) {
        self.stands_for(text, Span::new(start, start + text.len()));
    }

    /// Appends text that is written differently in the file, at `source`: an escape, an entity, a line break.
    pub fn stands_for(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece { value: Span::at(self.value.len()).start, source });
        self.value.push_str(text);
    }

    /// Appends a text with its places.
    pub(super) fn append(&mut self, text: &Text<'_>) {
        let Some(pieces) = &text.pieces else { return self.verbatim(&text.value, text.span.start as usize) };
        for (piece, range) in with_ranges(pieces, text.value.len()) {
            self.stands_for(&text.value[range], piece.source);
        }
    }

    /// What has been put together so far.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The finished text; `place` is its span if nothing was appended.
    #[must_use]
    pub fn finish<'s>(self, place: Span) -> Text<'s> {
        let ends = self.pieces.first().zip(self.pieces.last());
        let span = ends.map_or(place, |(first, last)| first.source.to(last.source));
        Text { value: Cow::Owned(self.value), span, pieces: Some(self.pieces.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ab&amp;cd` at byte 10 of a file.
    fn entity() -> Text<'static> {
        let mut builder = TextBuilder::default();
        builder.verbatim("ab", 10);
        builder.stands_for("&", Span::new(12, 17));
        builder.verbatim("cd", 17);
        builder.finish(Span::at(0))
    }

    #[test]
    fn verbatim_text_is_a_plain_offset() {
        let text = Text::verbatim("  a b ", 4);
        assert_eq!(text.span_of(2..3), Span::new(6, 7));
        let trimmed = text.trimmed();
        assert_eq!((trimmed.as_str(), trimmed.span()), ("a b", Span::new(6, 9)));
    }

    #[test]
    fn pieces_lead_back_to_the_file() {
        let text = entity();
        assert_eq!((text.as_str(), text.span()), ("ab&cd", Span::new(10, 19)));
        assert_eq!(text.span_of(0..1), Span::new(10, 11));
        assert_eq!(text.span_of(2..3), Span::new(12, 17));
        assert_eq!(text.span_of(3..4), Span::new(17, 18));
        assert_eq!(text.span_of(1..4), Span::new(11, 18));
        assert_eq!(text.span_of(5..5), Span::at(19));
    }

    #[test]
    fn a_part_keeps_its_places() {
        let part = entity().part(1..4);
        assert_eq!((part.as_str(), part.span()), ("b&c", Span::new(11, 18)));
        assert_eq!(part.span_of(1..2), Span::new(12, 17));
        assert_eq!(part.span_of(2..3), Span::new(17, 18));
    }

    #[test]
    fn places_in_a_string_are_places_in_the_file() {
        // `x<b>ab&amp;cd</b>` at byte 3, the entity written in the file as `\u0026amp;`.
        let mut outer = TextBuilder::default();
        outer.verbatim("x<b>ab", 3);
        outer.stands_for("&", Span::new(9, 15));
        outer.verbatim("amp;cd</b>", 15);
        let outer = outer.finish(Span::at(0));
        let mut inner = TextBuilder::default();
        inner.verbatim("ab", 4);
        inner.stands_for("&", Span::new(6, 11));
        inner.verbatim("cd", 11);
        let text = inner.finish(Span::at(0)).within(&outer);
        assert_eq!((text.as_str(), text.span()), ("ab&cd", Span::new(7, 21)));
        assert_eq!((text.span_of(2..3), text.span_of(3..5)), (Span::new(9, 19), Span::new(19, 21)));
        let verbatim = Text::verbatim("x", 0).within(&outer);
        assert_eq!((verbatim.as_str(), verbatim.span()), ("x", Span::new(3, 4)));
    }

    #[test]
    fn an_empty_text_is_at_the_given_place() {
        let text = TextBuilder::default().finish(Span::at(7));
        assert_eq!((text.as_str(), text.span(), text.span_of(0..0)), ("", Span::at(7), Span::at(7)));
    }
}
