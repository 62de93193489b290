//! Lines that carry codes: the heading of a duty, a statement, a row of codes.

use super::kinds::kind_heading;
use super::lines::{Line, begins};
use crate::model::{Code, Prefix};
use crate::source::{Span, Spanned};

/// What may come between a code and its text.
const SEPARATORS: [char; 8] = [':', '.', ')', ']', '–', '—', '-', '='];

/// A line that begins with a code, or has one elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coded<'s> {
    /// The code.
    pub(super) code: Spanned<Code>,
    /// What comes after it; may be empty.
    pub(super) rest: Line<'s>,
    /// Whether there is a colon or a dash between them, or they are in separate columns of a table.
    pub(super) separated: bool,
}

/// The heading of a duty: `Duty 1 text`, `Duty 1: text`, `Duty D1`, `D1: text`. The code of the first two is `Duty 1`,
/// and of the others `D1`: whatever is written for the code.
pub(super) fn duty_heading(line: Line<'_>) -> Option<Coded<'_>> {
    if let Some(code) = line.code {
        return (code.value.prefix == Prefix::D).then(|| elsewhere(line, code));
    }
    let line = if line.begins("core duty") { line.rest("core ".len()) } else { line };
    let is_named = line.begins("duty")
        && line.text["duty".len()..].starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
    if !is_named {
        let code: Code = token(line.text).parse().ok().filter(|code: &Code| code.prefix == Prefix::D)?;
        let len = token(line.text).len();
        let span = Span::new(line.start, line.start + len);
        return Some(coded(line, len, Spanned::new(code, span))).filter(|found| found.separated);
    }
    let after = line.rest("duty".len());
    let number = ["number ", "no. ", "no ", "#"].iter().find(|word| after.begins(word));
    let after = number.map_or(after, |word| after.rest(word.len()));
    let token = token(after.text);
    let lettered = begins(token, "d");
    let code: Code = if lettered { token.parse() } else { format!("D{token}").parse() }.ok()?;
    let start = if lettered { after.start } else { line.start };
    let span = Span::new(start, after.start + token.len());
    (code.prefix == Prefix::D).then(|| coded(after, token.len(), Spanned::new(code, span)))
}

/// The code of a duty alone in its cell: `D1`.
pub(super) fn lone_duty(line: Line<'_>) -> Option<Coded<'_>> {
    let code: Code = line.text.parse().ok().filter(|code: &Code| code.prefix == Prefix::D)?;
    Some(coded(line, line.text.len(), Spanned::new(code, line.span())))
}

/// A duty of a list whose code is not marked off from its text: `D1 Do it.`
pub(super) fn listed_duty(line: Line<'_>) -> Option<Coded<'_>> {
    let len = token(line.text).len();
    let code: Code = line.text[..len].parse().ok().filter(|code: &Code| code.prefix == Prefix::D)?;
    let found = coded(line, len, Spanned::new(code, Span::new(line.start, line.start + len)));
    found.rest.text.starts_with(char::is_uppercase).then_some(found)
}

/// The code that a statement begins with, as a separate line.
pub(super) fn code_alone(line: Line<'_>) -> Option<Line<'_>> {
    let span = statement(line).filter(|_| line.code.is_none())?.code.span.range();
    Some(line.part(span.start - line.start, span.end - line.start))
}

/// A statement: `K1: text`, `K1 – text`, `(K1) text`, `K1 text`, or the code alone.
pub(super) fn statement(line: Line<'_>) -> Option<Coded<'_>> {
    if let Some(code) = line.code {
        return code.value.prefix.kind().map(|_| elsewhere(line, code));
    }
    let inner = if line.text.starts_with(['(', '[']) { line.rest(1) } else { line };
    let token = token(inner.text);
    let found = token.parse().ok().map(|code| (code, token.len())).or_else(|| in_words(inner.text));
    let (code, len): (Code, usize) = found?;
    code.prefix.kind()?;
    let span = Span::new(inner.start, inner.start + len);
    Some(coded(inner, len, Spanned::new(code, span)))
}

/// The code of a statement that is named in words, alone or before its text, and how many bytes the words take up:
/// `Skill 2`, `Skill 2: text`.
fn in_words(text: &str) -> Option<(Code, usize)> {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let from = text.bytes().take(LONGEST_IN_WORDS).position(|byte| byte.is_ascii_digit())?;
    let digits = text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let (name, behind) = (&text[..from], text[from + digits..].trim_start());
    let is_point = behind.starts_with('.') && behind[1..].starts_with(|c: char| c.is_ascii_digit());
    let is_apart = behind.is_empty() || behind.starts_with(SEPARATORS) && !is_point;
    let kind = kind_heading(Line::of(name.trim_end()))
        .filter(|_| is_apart && name.ends_with(char::is_whitespace))?;
    Some((Code::new(kind.prefix(), text[from..from + digits].parse().ok()?), from + digits))
}

/// The longest name of a kind before a number, in bytes.
const LONGEST_IN_WORDS: usize = 40;

/// The code that the line ends with, in brackets or not, and the line without it: `text (K1)`, `text – K1`.
pub(super) fn behind(line: Line<'_>) -> Option<(Spanned<Code>, Line<'_>)> {
    let text = line.text.trim_end_matches(['.', ';', ',']);
    let is_gap = |(_, c): &(usize, char)| c.is_whitespace() || matches!(c, '(' | '[');
    let start = text.char_indices().rev().find(is_gap).map(|(at, c)| at + c.len_utf8())?;
    let word = text[start..].trim_end_matches([')', ']']);
    let code: Code = word.parse().ok()?;
    code.prefix.kind()?;
    let at = line.start + start;
    let rest = line.before(text[..start].trim_end_matches(is_joint).len());
    Some((Spanned::new(code, Span::new(at, at + word.len())), rest)).filter(|_| !rest.text.is_empty())
}

/// What joins a text and the codes after it, and belongs to neither.
pub(super) fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | ':' | '–' | '—' | '-' | '|' | '→' | '=')
}

/// What comes before the first white space or separator; a point within a number does not count as one.
fn token(text: &str) -> &str {
    let is_point = |at: usize| {
        text[at..].starts_with('.')
            && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
    };
    let ends = |(at, c): &(usize, char)| (c.is_whitespace() || SEPARATORS.contains(c)) && !is_point(*at);
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// A line whose code is elsewhere.
fn elsewhere(line: Line<'_>, code: Spanned<Code>) -> Coded<'_> {
    Coded { code, rest: Line { code: None, ..line }, separated: true }
}

/// The line; its code takes up the first `len` bytes.
fn coded(line: Line<'_>, len: usize, code: Spanned<Code>) -> Coded<'_> {
    let behind = line.rest(len);
    let closed = behind.text.strip_prefix([')', ']']).map_or(behind, |_| behind.rest(1));
    let rest = unseparated(closed);
    Coded { code, rest, separated: rest.start != behind.start }
}

/// The line without a leading separator, which may be typed more than once: `--`.
pub(super) fn unseparated(line: Line<'_>) -> Line<'_> {
    let separator = line.text.chars().next().filter(|c| SEPARATORS.contains(c));
    separator.map_or(line, |c| line.rest(line.text.len() - line.text.trim_start_matches(c).len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::alone(text, 10)
    }

    fn duty(text: &str) -> Option<(String, Span, &str)> {
        let found = duty_heading(line(text))?;
        Some((found.code.value.to_string(), found.code.span, found.rest.text))
    }

    #[test]
    fn duties_are_headed_in_several_ways() {
        for text in ["Duty 1 Do it.", "Duty 1: Do it.", "Duty 1 – Do it.", "DUTY\u{a0}1. Do it."] {
            let (code, span, rest) = duty(text).expect("a duty");
            assert_eq!((code.as_str(), rest), ("D1", "Do it."), "{text}");
            assert_eq!(span.start, 10);
        }
        assert_eq!(duty("D2: Do it."), Some(("D2".to_owned(), Span::new(10, 12), "Do it.")));
        assert_eq!(duty("Duty D10"), Some(("D10".to_owned(), Span::new(15, 18), "")));
        for text in ["Duty KSBs", "Duty of care", "Duty", "Duties 1", "Duty 10% more", "Duty K1", "D1 Do it."]
        {
            assert_eq!(duty(text), None, "{text}");
        }
    }

    #[test]
    fn people_head_duties_in_other_ways() {
        for text in ["Duty1: Do it.", "Duty No 1: Do it.", "Duty number 1 Do it.", "Core duty 1: Do it."] {
            assert_eq!(
                duty(text).map(|(code, _, rest)| (code, rest)),
                Some(("D1".to_owned(), "Do it.")),
                "{text}"
            );
        }
        assert!(lone_duty(line("D1")).is_some() && listed_duty(line("D1 Do it.")).is_some());
        assert!(listed_duty(line("D1 category")).is_none());
    }

    #[test]
    fn statements_begin_with_their_code() {
        for text in ["K3a: Know it.", "k3A Know it.", "K3a – Know it.", "K3a. Know it.", "K3a:Know it."] {
            let found = statement(line(text)).expect("a statement");
            assert_eq!(
                (found.code.value.to_string().as_str(), found.rest.text),
                ("K3a", "Know it."),
                "{text}"
            );
            assert_eq!(found.code.span, Span::new(10, 13));
        }
        for text in ["D3: Do it.", "Know it.", "K: Know it.", ": K1"] {
            assert!(statement(line(text)).is_none(), "{text}");
        }
    }
}
