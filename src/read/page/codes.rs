//! Lines that carry codes: the heading of a duty, a statement, a row of codes.

use super::lines::{Line, begins};
use crate::model::{Code, Prefix};
use crate::source::{Span, Spanned};

/// What may stand between a code and its text.
const SEPARATORS: [char; 6] = [':', '.', ')', '–', '—', '-'];

/// A line that begins with a code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coded<'s> {
    /// The code.
    pub(super) code: Spanned<Code>,
    /// What stands behind it; may be empty.
    pub(super) rest: Line<'s>,
    /// Whether a colon or a dash stands between them.
    pub(super) separated: bool,
}

/// A row of codes under a duty.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Its codes, in order.
    pub(super) codes: Vec<Spanned<Code>>,
    /// What stands among them and is none.
    pub(super) unread: Vec<Span>,
}

/// The heading of a duty: `Duty 1 text`, `Duty 1: text`, `Duty D1`. The code of the first two is
/// `Duty 1`, of the last one `D1`: what stands there for the code.
pub(super) fn duty_heading(line: Line<'_>) -> Option<Coded<'_>> {
    if !line.begins("duty") || !line.text["duty".len()..].starts_with(char::is_whitespace) {
        return None;
    }
    let after = line.rest("duty".len());
    let token = token(after.text);
    let lettered = begins(token, "d");
    let code: Code = if lettered { token.parse() } else { format!("D{token}").parse() }.ok()?;
    let start = if lettered { after.start } else { line.start };
    let span = Span::new(start, after.start + token.len());
    (code.prefix == Prefix::D).then(|| coded(after, token.len(), Spanned::new(code, span)))
}

/// A statement: `K1: text`, `K1 – text`, `K1 text`, or the code alone.
pub(super) fn statement(line: Line<'_>) -> Option<Coded<'_>> {
    let token = token(line.text);
    let code: Code = token.parse().ok()?;
    code.prefix.kind()?;
    let span = Span::new(line.start, line.start + token.len());
    Some(coded(line, token.len(), Spanned::new(code, span)))
}

/// What stands before the first white space or separator.
fn token(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || SEPARATORS.contains(&c)).unwrap_or(text.len());
    &text[..end]
}

/// The line, of which the code takes up the first `len` bytes.
fn coded(line: Line<'_>, len: usize, code: Spanned<Code>) -> Coded<'_> {
    let behind = line.rest(len);
    let rest = unseparated(behind);
    Coded { code, rest, separated: rest.start != behind.start }
}

/// The line without a separator in front of it.
pub(super) fn unseparated(line: Line<'_>) -> Line<'_> {
    let separator = line.text.chars().next().filter(|c| SEPARATORS.contains(c));
    separator.map_or(line, |c| line.rest(c.len_utf8()))
}

/// A row of codes, parted by white space or commas. Each word of it has a digit, so that a row with
/// a slip in it is still a row; at least one word is a code.
pub(super) fn row(line: Line<'_>) -> Option<Row> {
    let mut row = Row::default();
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&');
    let mut start = line.start;
    for word in line.text.split_inclusive(parts) {
        let trimmed = word.trim_end_matches(parts);
        let span = Span::new(start, start + trimmed.len());
        start += word.len();
        if trimmed.is_empty() || trimmed.eq_ignore_ascii_case("and") {
            continue;
        }
        match trimmed.parse::<Code>() {
            Ok(code) if code.prefix.kind().is_some() => row.codes.push(Spanned::new(code, span)),
            _ if trimmed.starts_with(char::is_alphabetic)
                && trimmed.contains(|c: char| c.is_ascii_digit()) =>
            {
                row.unread.push(span);
            }
            _ => return None,
        }
    }
    (!row.codes.is_empty()).then_some(row)
}

/// The cells of a table's line that hold rows of codes, from the last one backwards, and the line
/// without them: `Duty 1 text<tab>K1 K2<tab>S1`.
pub(super) fn trailing_rows(mut line: Line<'_>) -> (Line<'_>, Vec<Row>) {
    let mut rows = Vec::new();
    while let Some(at) = line.text.rfind(['\t', '|']) {
        let cell = line.rest(at + 1);
        if !cell.text.is_empty() {
            let Some(found) = row(cell) else { break };
            rows.push(found);
        }
        line = line.before(at);
    }
    rows.reverse();
    (line, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line { text, start: 10, number: 0 }
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
        assert_eq!(duty("Duty D10"), Some(("D10".to_owned(), Span::new(15, 18), "")));
        for text in ["Duty KSBs", "Duty of care", "Duty", "Duties 1", "Duty 10% more", "Duty K1"] {
            assert_eq!(duty(text), None, "{text}");
        }
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

    #[test]
    fn rows_hold_nothing_but_codes() {
        let shown = |text: &str| {
            let row = row(line(text))?;
            let codes: Vec<String> = row.codes.iter().map(|code| code.value.to_string()).collect();
            Some((codes.join(" "), row.unread.len()))
        };
        assert_eq!(shown("K1,  k2\u{a0}S3a, B5"), Some(("K1 K2 S3a B5".to_owned(), 0)));
        assert_eq!(shown("B5"), Some(("B5".to_owned(), 0)));
        assert_eq!(shown("K1 X9 K2 and K4-K6"), Some(("K1 K2".to_owned(), 2)));
        assert_eq!(shown("S1 Act"), None);
        assert_eq!(shown("X9"), None);
        let spans: Vec<Span> =
            row(line("K1, B22")).expect("a row").codes.iter().map(|code| code.span).collect();
        assert_eq!(spans, [Span::new(10, 12), Span::new(14, 17)]);
    }

    #[test]
    fn cells_of_codes_are_split_off() {
        let (rest, rows) = trailing_rows(line("Duty 1 Do it.\tK1 K2\tS1 | "));
        assert_eq!((rest.text, rows.len(), rows[0].codes.len()), ("Duty 1 Do it.", 2, 2));
        assert_eq!(trailing_rows(line("Duty 1\tDo it.")).0.text, "Duty 1\tDo it.");
    }
}
