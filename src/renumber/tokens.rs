//! Words of a text that are codes.

use std::ops::Range;

use super::moves::Moves;
use crate::model::{Code, Prefix};
use crate::source::Span;

/// A place that names a code and is left as it is, although the code means something else afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The code that it names.
    pub code: Code,
    /// The code that takes its place; none if nothing had this code.
    pub new: Option<Code>,
    /// Where it is.
    pub span: Span,
}

/// The words of a text that are codes in capital letters, and where they are: `K7`, `D3`, and `Duty 3`.
pub(super) fn codes(text: &str) -> impl Iterator<Item = (Code, Range<usize>)> {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(|&at| {
        bytes[at].is_ascii_alphanumeric() && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.')
    });
    starts.filter_map(|start| {
        let word = start..end_of_word(text, start);
        let letters = &text[word.clone()];
        if letters.bytes().all(|byte| byte.is_ascii_digit()) {
            let from = text[..start].trim_end().strip_suffix("Duty")?.len();
            return Some((Code::new(Prefix::D, letters.parse().ok()?), from..word.end));
        }
        // "B2B" is not a code, but "K1a" is.
        let is_capital = letters.starts_with(|c: char| c.is_ascii_uppercase())
            && !letters.ends_with(|c: char| c.is_ascii_uppercase());
        let code = Code::read(letters.as_bytes()).filter(|_| is_capital)?;
        Some((code, word))
    })
}

/// Where the word that begins at `start` ends; a point before a figure is part of it.
fn end_of_word(text: &str, start: usize) -> usize {
    let is_in = |at: usize, c: char| {
        c.is_alphanumeric() || c == '.' && text[at + 1..].starts_with(|next: char| next.is_ascii_digit())
    };
    let end = text[start..].char_indices().find(|(at, c)| !is_in(start + at, *c));
    end.map_or(text.len(), |(at, _)| start + at)
}

/// The places that name a code and are not among the `known` spans, which were changed or stand for what was read, and
/// are in order.
pub(super) fn mentions(text: &str, moves: &Moves, known: &[Span]) -> Vec<Mention> {
    let is_known = |range: &Range<usize>| {
        let before = known.partition_point(|span| span.range().start <= range.start);
        known[..before].last().is_some_and(|span| span.range().end >= range.end)
    };
    codes(text)
        .filter(|(code, range)| moves.changes_meaning(*code) && !is_known(range))
        .map(|(code, range)| Mention { code, new: moves.of(code), span: Span::new(range.start, range.end) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_codes_are_found() {
        let text = "K1, (S2) and D10→K27; Duty 3: as in K4.1. On duty 24, with B2B, xK1 and k7 of ST0001.";
        let found: Vec<_> = codes(text).map(|(code, range)| format!("{code}={}", &text[range])).collect();
        assert_eq!(found, ["K1=K1", "S2=S2", "D10=D10", "K27=K27", "D3=Duty 3", "K4.1=K4.1"]);
    }
}
