//! Lines of painted text that keep to a width. Nothing is ever cut off.

use crate::report::diff::Tone;
use crate::report::text::escaped;
use crate::report::width::{char_width, width};

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Paint {
    Plain,
    /// A heading or a code.
    Strong,
    /// What is less important.
    Faint,
    /// Words that are only in the old text.
    Delete,
    /// Words that are only in the new text.
    Insert,
    /// The sign and word for something that was added.
    Added,
    /// The sign and word for something that was removed.
    Removed,
    /// The sign and word for something that differs.
    Changed,
    /// The sign and word for something that a reviewer should look at.
    Check,
}

impl From<Tone> for Paint {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Added => Self::Added,
            Tone::Removed => Self::Removed,
            Tone::Changed => Self::Changed,
            Tone::Quiet => Self::Faint,
            Tone::Check => Self::Check,
        }
    }
}

impl Paint {
    /// The marks around a piece, whether there is colour or not.
    fn marks(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Delete => Some(("[-", "-]")),
            Self::Insert => Some(("{+", "+}")),
            _ => None,
        }
    }

    /// How many columns the marks take up.
    fn cost(self) -> usize {
        self.marks().map_or(0, |(open, close)| open.len() + close.len())
    }

    /// The parameters of its escape sequence.
    fn colour(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Faint => Some("2"),
            Self::Delete | Self::Removed => Some("31"),
            Self::Insert | Self::Added => Some("32"),
            Self::Changed => Some("33"),
            Self::Check => Some("35"),
        }
    }
}

/// A text with a single look.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fragment {
    paint: Paint,
    text: String,
}

/// Fragments without a space between them, and the look of the space before them.
#[derive(Debug)]
struct Word {
    gap: Paint,
    fragments: Vec<Fragment>,
}

/// A line; its fragments differ in look from their neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct ScreenLine {
    fragments: Vec<Fragment>,
}

impl ScreenLine {
    /// A line of one plain text, with its spaces kept.
    pub(in crate::report) fn verbatim(text: &str) -> Self {
        Self { fragments: vec![Fragment { paint: Paint::Plain, text: text.to_owned() }] }
    }

    /// The columns that it takes up, including marks.
    pub(in crate::report) fn width(&self) -> usize {
        self.fragments.iter().map(|fragment| width(&fragment.text) + fragment.paint.cost()).sum()
    }

    /// The line as it is written.
    pub(in crate::report) fn painted(&self, colour: bool) -> String {
        let mut out = String::new();
        for Fragment { paint, text } in &self.fragments {
            let (open, close) = paint.marks().unwrap_or_default();
            match paint.colour().filter(|_| colour) {
                Some(code) => out.extend(["\u{1b}[", code, "m", open, text, close, "\u{1b}[0m"]),
                None => out.extend([open, text, close]),
            }
        }
        out
    }

    /// The columns that a text would add.
    fn cost(&self, paint: Paint, text: &str) -> usize {
        let joins = self.fragments.last().is_some_and(|last| last.paint == paint);
        width(text) + if joins { 0 } else { paint.cost() }
    }

    fn push(&mut self, paint: Paint, text: &str) {
        match self.fragments.last_mut() {
            Some(last) if last.paint == paint => last.text.push_str(text),
            _ => self.fragments.push(Fragment { paint, text: text.to_owned() }),
        }
    }

    /// The columns that a word would add, with the space before it.
    fn cost_of(&self, word: &Word) -> usize {
        let mut last = self.fragments.last().map(|fragment| fragment.paint);
        let mut cost = 0;
        if last.is_some() {
            let gap = gap(last, word);
            cost += 1 + if last == Some(gap) { 0 } else { gap.cost() };
            last = Some(gap);
        }
        for fragment in &word.fragments {
            cost += width(&fragment.text);
            cost += if last == Some(fragment.paint) { 0 } else { fragment.paint.cost() };
            last = Some(fragment.paint);
        }
        cost
    }

    fn push_word(&mut self, word: &Word) {
        let last = self.fragments.last().map(|fragment| fragment.paint);
        if last.is_some() {
            self.push(gap(last, word), " ");
        }
        word.fragments.iter().for_each(|fragment| self.push(fragment.paint, &fragment.text));
    }
}

/// The look of the space between a line and a word: marks span it only if it is marked itself and
/// is between two words that are marked in the same way.
fn gap(last: Option<Paint>, word: &Word) -> Paint {
    let next = word.fragments.first().map(|fragment| fragment.paint);
    if last == Some(word.gap) && next == last { word.gap } else { Paint::Plain }
}

/// The pieces as lines of at most `columns` columns, broken at spaces, and inside a word only if the
/// word is longer than a line. What would act on a terminal is made visible.
pub(in crate::report) fn wrap(pieces: &[(Paint, &str)], columns: usize) -> Vec<ScreenLine> {
    let mut lines = vec![ScreenLine::default()];
    let mut used = 0;
    for word in words(pieces) {
        let last = lines.last_mut().expect("there is a line from the start");
        let cost = last.cost_of(&word);
        if used + cost <= columns {
            last.push_word(&word);
            used += cost;
            continue;
        }
        if used > 0 {
            lines.push(ScreenLine::default());
        }
        used = push_long(&mut lines, &word, columns);
    }
    lines
}

/// Puts a word on an empty line, and on as many more as it needs. Returns the width of the last one.
fn push_long(lines: &mut Vec<ScreenLine>, word: &Word, columns: usize) -> usize {
    let mut used = 0;
    for fragment in &word.fragments {
        for character in fragment.text.chars() {
            let mut buffer = [0; 4];
            let text = &*character.encode_utf8(&mut buffer);
            let last = lines.last_mut().expect("there is a line from the start");
            let cost = last.cost(fragment.paint, text);
            if used > 0 && used + cost > columns && char_width(character) > 0 {
                let mut next = ScreenLine::default();
                used = next.cost(fragment.paint, text);
                next.push(fragment.paint, text);
                lines.push(next);
            } else {
                last.push(fragment.paint, text);
                used += cost;
            }
        }
    }
    used
}

/// The words of the pieces; a word may be made of several pieces.
fn words(pieces: &[(Paint, &str)]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut gap = Paint::Plain;
    for &(paint, text) in pieces {
        for (index, part) in text.split(' ').enumerate() {
            if index > 0 {
                open = false;
                gap = paint;
            }
            if part.is_empty() {
                continue;
            }
            let fragment = Fragment { paint, text: escaped(part).into_owned() };
            match words.last_mut().filter(|_| open) {
                Some(word) => word.fragments.push(fragment),
                None => words.push(Word { gap, fragments: vec![fragment] }),
            }
            open = true;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Paint::{Delete, Insert, Plain};
    use super::*;

    fn lines(pieces: &[(Paint, &str)], columns: usize) -> Vec<String> {
        wrap(pieces, columns).iter().map(|line| line.painted(false)).collect()
    }

    #[test]
    fn marks_are_closed_and_opened_again_at_each_line() {
        let pieces =
            [(Plain, "Keep "), (Delete, "the old books"), (Plain, " "), (Insert, "all"), (Plain, ".")];
        assert_eq!(lines(&pieces, 80), ["Keep [-the old books-] {+all+}."]);
        assert_eq!(lines(&pieces, 16), ["Keep [-the old-]", "[-books-]", "{+all+}."]);
    }

    #[test]
    fn no_line_is_wider_than_asked_for_and_nothing_is_lost() {
        let long = "x".repeat(50);
        let pieces = [(Plain, "a 漢字漢字漢字 "), (Delete, long.as_str()), (Insert, "cafe\u{301} noir")];
        for columns in 8..40 {
            let lines = wrap(&pieces, columns);
            assert!(lines.iter().all(|line| line.width() <= columns), "{columns}: {lines:?}");
            let text: String =
                lines.iter().flat_map(|line| &line.fragments).map(|f| f.text.as_str()).collect();
            let kept: String = pieces.iter().flat_map(|(_, text)| text.chars()).collect();
            let plain = |text: &str| text.replace(' ', "");
            assert_eq!(plain(&text), plain(&kept));
        }
    }

    #[test]
    fn what_acts_on_a_terminal_is_seen() {
        let pieces = [(Plain, "a\u{1b}[31mb \u{202e}c\nd \u{200f}")];
        assert_eq!(lines(&pieces, 80), [r"a\u{1b}[31mb \u{202e}c\nd \u{200f}"]);
    }

    #[test]
    fn colours_come_on_top_of_marks() {
        let line = &wrap(&[(Insert, "a b")], 80)[0];
        assert_eq!(line.painted(true), "\u{1b}[32m{+a b+}\u{1b}[0m");
    }
}
