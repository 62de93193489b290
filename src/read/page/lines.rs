//! The lines of a page that are not blank, each with its place.

use crate::model::Code;
use crate::source::{Source, Span, Spanned, TableCell, Text, TextBuilder};

/// What comes before list items: what people type, and what word processors insert.
const BULLETS: &str = "•·▪●◦○■□‣⁃➢➤✓*+>-–—o\u{f0b7}\u{f0a7}";

/// A line, or a part of one, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'s> {
    /// What it says.
    pub(super) text: &'s str,
    /// Its first byte in the file.
    pub(super) start: usize,
    /// The number of its line in the file, from 0.
    pub(super) number: usize,
    /// The code of its text, if that is elsewhere: in another column, or after the text.
    pub(super) code: Option<Spanned<Code>>,
    /// Whether it is the text of a duty without a code, according to the table that it is in.
    pub(super) is_duty: bool,
    /// Whether it is a cell of a table or comes after a bullet, so that there may be something else between it and the
    /// line above or below.
    pub(super) is_cell: bool,
    /// The table cell that the line is the whole of, in a document that records its tables. Such a line may hold line
    /// breaks, which [`layout::undo`](super::layout::undo) takes out.
    pub(super) cell: Option<TableCell>,
    /// The level of the heading that it is, if the document marks it as one.
    pub(super) heading: Option<u8>,
}

impl<'s> Line<'s> {
    /// A line of a text, with nothing else known about it.
    pub(super) fn alone(text: &'s str, start: usize) -> Self {
        Self { text, start, number: 0, code: None, is_duty: false, is_cell: false, cell: None, heading: None }
    }

    /// A text on its own as a line.
    pub(super) fn of(text: &'s str) -> Self {
        Self::alone(text, 0)
    }

    /// The line with the code that it has elsewhere.
    pub(super) fn with_code(self, code: Spanned<Code>) -> Self {
        Self { code: Some(code), ..self }
    }

    /// Where it is.
    pub(super) fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// What it says, with its place.
    pub(super) fn verbatim(self) -> Text<'s> {
        Text::verbatim(self.text, self.start)
    }

    /// What comes from the byte `from` on.
    pub(super) fn rest(self, from: usize) -> Self {
        self.part(from, self.text.len())
    }

    /// What comes before the byte `to`.
    pub(super) fn before(self, to: usize) -> Self {
        self.part(0, to)
    }

    /// The bytes `from..to` without the white space around them. A code stays with the beginning.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        let part = &self.text[from..to];
        let rest = part.trim_start();
        let (text, indent) = (rest.trim_end(), part.len() - rest.len());
        let (code, is_duty) = (self.code.filter(|_| from == 0), self.is_duty && from == 0);
        Self { text, start: self.start + from + indent, code, is_duty, ..self }
    }

    /// Whether the line is directly below `above`, or after it on the same line of the file, but not in another cell.
    pub(super) fn is_below(self, above: Line<'_>) -> bool {
        match self.number.wrapping_sub(above.number) {
            0 => !self.is_cell,
            lines => lines == 1,
        }
    }

    /// The line without its leading bullet.
    pub(super) fn unbulleted(self) -> Self {
        self.bullet().map_or(self, |len| self.rest(len))
    }

    /// Whether the line begins with a bullet.
    pub(super) fn is_bulleted(self) -> bool {
        self.bullet().is_some()
    }

    /// Whether it is a bullet and nothing more.
    pub(super) fn is_bullet(self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(|c| BULLETS.contains(c)) && letters.next().is_none()
    }

    /// How many bytes the bullet takes up.
    fn bullet(self) -> Option<usize> {
        let first = self.text.chars().next().filter(|c| BULLETS.contains(*c))?;
        let len = first.len_utf8();
        self.text[len..].starts_with(char::is_whitespace).then_some(len)
    }

    /// The line without the leading number of a numbered list: `1. `.
    pub(super) fn unnumbered(self) -> Self {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let after = &self.text[digits..];
        let numbered =
            digits > 0 && after.starts_with(['.', ')']) && after[1..].starts_with(char::is_whitespace);
        if numbered { self.rest(digits + 1) } else { self }
    }

    /// Whether it says exactly this, ignoring case.
    pub(super) fn is(self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }

    /// Whether it begins with this, ignoring case.
    pub(super) fn begins(self, prefix: &str) -> bool {
        begins(self.text, prefix)
    }

    /// Whether the document marks it as a heading, and it is worded as one.
    pub(super) fn is_heading(self) -> bool {
        self.heading.is_some() && !self.is_sentence()
    }

    /// Whether it ends as a sentence does.
    pub(super) fn is_sentence(self) -> bool {
        self.text.ends_with(['.', '!', '?', ';', '…'])
    }
}

/// Whether `text` begins with `prefix`, ignoring case.
pub(super) fn begins(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// The lines of `source` that are not blank; for a table that a document records, its cells.
pub(super) fn lines(source: &Source) -> Vec<Line<'_>> {
    let text = source.text();
    let mut lines: Vec<Line> = Vec::new();
    for number in 0..source.line_count() {
        let start = source.line_start(number).max(source.bom_len());
        let whole = &text[start..source.line_start(number + 1).max(start)];
        let cell = source.cell(start);
        let heading = source.heading(start);
        let is_cell = cell.is_some();
        let line = Line { number, is_cell, cell, heading, ..Line::alone(whole, start) }.rest(0);
        if line.text.is_empty() {
            continue;
        }
        match lines.last_mut().filter(|last| cell.is_some() && last.cell == cell) {
            Some(last) => last.text = &text[last.start..line.start + line.text.len()],
            None => lines.push(line),
        }
    }
    unquote(&mut lines);
    lines
}

/// Removes the marks before each line of a text that is quoted in an email, if most of the lines have them.
fn unquote(lines: &mut Vec<Line<'_>>) {
    let is_quoted = |line: &Line<'_>| line.cell.is_none() && line.text.starts_with('>');
    let Some(first) = lines.iter().position(is_quoted) else { return };
    let count = lines[first..].iter().take_while(|line| is_quoted(line)).count();
    if count * 2 <= lines.len() || lines[first + count..].iter().any(is_quoted) {
        return;
    }
    for line in &mut lines[first..first + count] {
        let text = line.text.trim_start_matches(['>', ' ', '\u{a0}']);
        *line = line.rest(line.text.len() - text.len());
    }
    lines.retain(|line| !line.text.is_empty());
}

/// The lines as one text, with a space for each line break, or `None` if there are no lines.
pub(super) fn join<'s>(lines: &[Line<'s>]) -> Option<Text<'s>> {
    let (first, more) = lines.split_first()?;
    if more.is_empty() {
        return Some(first.verbatim());
    }
    let mut builder = TextBuilder::default();
    builder.verbatim(first.text, first.start);
    for (above, line) in lines.iter().zip(more) {
        let is_apart = above.is_cell || line.is_cell;
        let end = if is_apart { line.start } else { above.start + above.text.len() };
        builder.stands_for(" ", Span::new(end, line.start));
        builder.verbatim(line.text, line.start);
    }
    Some(builder.finish(first.span()))
}

/// The lines as paragraphs. Where blank lines separate the paragraphs, a line directly below
/// another belongs to the same one; where there are no blank lines, each line is a paragraph unless
/// it breaks off in mid-sentence.
pub(super) fn paragraphs<'s>(lines: &[Line<'s>]) -> Vec<Text<'s>> {
    let spaced = lines.windows(2).any(|pair| !pair[1].is_below(pair[0]));
    let wraps = |above: &Line, line: &Line| {
        let continues = line.text.starts_with(char::is_lowercase) && !above.is_sentence();
        line.is_below(*above) && !line.is_bulleted() && (spaced || continues)
    };
    lines
        .chunk_by(wraps)
        .filter_map(|lines| {
            let plain: Vec<Line> = lines.iter().map(|line| line.unbulleted()).collect();
            join(&plain)
        })
        .collect()
}

/// The names in a text such as `One, Two, Three.`, which may end with a full stop.
pub(in crate::read) fn names<'s>(text: &Text<'s>) -> Vec<Text<'s>> {
    let list = text.trim_end().trim_end_matches('.');
    let mut start = 0;
    let mut names = Vec::new();
    for name in list.split(", ") {
        let part = text.part(start..start + name.len()).trimmed();
        start += name.len() + 2;
        if !part.is_empty() {
            names.push(part);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn texts(text: &str) -> Vec<String> {
        let source = Source::new(SourceId(0), "x", text);
        paragraphs(&lines(&source)).iter().map(|text| text.as_str().to_owned()).collect()
    }

    #[test]
    fn lines_know_their_places_whatever_ends_them() {
        let source = Source::new(SourceId(0), "x", "\u{feff}a\r\n\r\n \u{a0}b c\t\rd");
        let lines = lines(&source);
        let seen: Vec<_> = lines.iter().map(|line| (line.text, line.start, line.number)).collect();
        assert_eq!(seen, [("a", 3, 0), ("b c", 11, 2), ("d", 16, 3)]);
    }

    #[test]
    fn blank_lines_part_paragraphs_if_there_are_any() {
        assert_eq!(texts("One\ntwo.\n\nThree."), ["One two.", "Three."]);
        assert_eq!(texts("One two.\nThree four.\nfive"), ["One two.", "Three four.", "five"]);
        assert_eq!(texts("One two\nthree.\nFour."), ["One two three.", "Four."]);
        assert_eq!(texts("For:\n• one\n• two"), ["For:", "one", "two"]);
    }

    #[test]
    fn a_joined_text_leads_back_to_its_lines() {
        let source = Source::new(SourceId(0), "x", "ab\r\n  cd\n\nx");
        let text = paragraphs(&lines(&source)).remove(0);
        assert_eq!((text.as_str(), text.span()), ("ab cd", Span::new(0, 8)));
        assert_eq!(text.span_of(3..4), Span::new(6, 7));
    }

    #[test]
    fn names_stand_between_commas() {
        let text = Text::verbatim("One Ltd, Two,Three, , Four.", 10);
        let names: Vec<_> = names(&text).iter().map(|name| (name.to_string(), name.span())).collect();
        let expected = [("One Ltd", 10, 17), ("Two,Three", 19, 28), ("Four", 32, 36)];
        assert_eq!(names, expected.map(|(name, start, end)| (name.to_owned(), Span::new(start, end))));
    }
}
