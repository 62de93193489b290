//! Where the words of a file are between its markup, so that a safe edit can be told from one that breaks the markup.

use super::{Span, Text};

/// The pieces of a text, in the order of the file.
#[derive(Debug)]
pub(super) struct Words(Vec<Word>);

/// A piece of the file that represents words.
#[derive(Clone, Copy, Debug)]
struct Word {
    source: Span,
    kind: WordKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordKind {
    /// Words that are there verbatim.
    Verbatim,
    /// One letter that is written differently, such as an entity.
    Letter,
    /// Several such letters: there is no way to tell which one is meant.
    Vague,
}

impl Words {
    /// The words of a text. A piece that comes from no byte of the file is a break.
    pub(super) fn new(text: &Text<'_>) -> Self {
        let word = |(source, words): (Span, &str)| {
            let kind = if words.len() == source.len() {
                WordKind::Verbatim
            } else if words.chars().nth(1).is_none() {
                WordKind::Letter
            } else {
                WordKind::Vague
            };
            Word { source, kind }
        };
        let mut words: Vec<Word> = text.pieces().map(word).collect();
        // The cells of a row may continue side by side, line by line.
        if !words.is_sorted_by_key(|word| word.source) {
            words.sort_by_key(|word| word.source);
        }
        Self(words)
    }

    /// Whether the bytes `span` of the file are words without a break: none of them is markup, and a letter that is
    /// written differently is either wholly among them or not at all. For a place between two bytes, whether it is in
    /// words or next to them; next to several letters that are written differently, it may be outside what makes them
    /// words.
    pub(super) fn are_unbroken(&self, span: Span) -> bool {
        let first = self.0.partition_point(|word| word.source.end < span.start);
        let mut reached = span.start;
        for Word { source, kind } in self.0[first..].iter().copied() {
            if source.start > span.end {
                break;
            }
            let is_cut = |at: u32| source.start < at && at < source.end && kind != WordKind::Verbatim;
            if is_cut(span.start) || is_cut(span.end) {
                return false;
            }
            if span.is_empty() && !source.is_empty() {
                return kind != WordKind::Vague;
            }
            if source.start >= span.end || source.end <= span.start {
                continue;
            }
            if source.is_empty() || kind == WordKind::Vague || source.start > reached {
                return false;
            }
            reached = source.end;
        }
        reached >= span.end && !span.is_empty()
    }
}

impl Text<'_> {
    /// Whether the bytes `span` of the file are words of this text without a break, like those of a
    /// [`Transcript`](super::Transcript) that can be edited.
    #[must_use]
    pub fn is_unbroken(&self, span: Span) -> bool {
        let words = Words::new(self);
        if words.0.is_empty() { self.span().contains(span) } else { words.are_unbroken(span) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::TextBuilder;

    #[test]
    fn an_edit_breaks_nothing_that_is_written_differently() {
        // `ab&amp;cd` at byte 10, then a break, then `**ef**gh`, two letters for three bytes, and `kl`.
        let mut builder = TextBuilder::default();
        builder.verbatim("ab", 10);
        builder.stands_for("&", Span::new(12, 17));
        builder.verbatim("cd", 17);
        builder.stands_for("\n", Span::at(19));
        builder.verbatim("ef", 22);
        builder.verbatim("gh", 26);
        builder.stands_for("ij", Span::new(28, 31));
        builder.verbatim("kl", 31);
        let words = Words::new(&builder.finish(Span::at(0)));
        let is = |start, end| words.are_unbroken(Span::new(start, end));
        for (start, end) in [
            (10, 12),
            (11, 12),
            (11, 17),
            (12, 18),
            (10, 19),
            (23, 24),
            (10, 10),
            (12, 12),
            (19, 19),
            (24, 24),
        ] {
            assert!(is(start, end), "{start}..{end}");
        }
        for (start, end) in [
            (11, 13),
            (13, 17),
            (14, 14),
            (18, 23),
            (23, 27),
            (20, 22),
            (25, 25),
            (8, 11),
            (28, 31),
            (31, 31),
            (30, 40),
        ] {
            assert!(!is(start, end), "{start}..{end}");
        }
    }
}
