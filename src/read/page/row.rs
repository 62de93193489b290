//! Rows of codes: `K1 K2`, `K1, K2 and S1`, `KSBs: K1–K4`, `(K1; S2)`.

use super::codes::{is_joint, unseparated};
use super::lines::Line;
use crate::model::{Code, Prefix};
use crate::source::{Span, Spanned};

/// The most codes in a range: no standard has this many statements of a kind.
const WIDEST: u32 = 200;

/// What a row may say about its codes.
const LABELS: [&str; 18] = [
    "related",
    "linked",
    "associated",
    "relevant",
    "ksbs",
    "ksb",
    "knowledge",
    "skill",
    "skills",
    "behaviour",
    "behaviours",
    "mapped",
    "mapping",
    "maps",
    "to",
    "k",
    "s",
    "b",
];

/// A row of codes under a duty, or after it.
#[derive(Clone, Debug, Default)]
pub(super) struct CodeRow {
    /// Its codes, in order; the codes of a range have the place of the range.
    pub(super) codes: Vec<Spanned<Code>>,
    /// What is among them but is not a code.
    pub(super) unread: Vec<Span>,
}

impl CodeRow {
    /// The code, if the row holds exactly one and nothing else.
    pub(super) fn only(&self) -> Option<Spanned<Code>> {
        match self.codes[..] {
            [code] if self.unread.is_empty() => Some(code),
            _ => None,
        }
    }

    /// How many words of it stand for codes.
    pub(super) fn len(&self) -> usize {
        self.codes.len() + self.unread.len()
    }
}

/// A word of a row.
#[derive(Clone, Copy)]
enum Word {
    Code(Code),
    Range(Code, Code),
    /// A number without letters, which goes with the code before it.
    Number(u32),
    /// What says that codes follow, or joins them.
    Label,
    /// What looks like a code but is not one.
    Unread,
}

/// A row of codes, separated by white space or commas, perhaps in brackets or after a label. Each word needs only a
/// digit, so that a row with a mistake in it is still a row; at least one word must be a code.
pub(super) fn row(line: Line<'_>) -> Option<CodeRow> {
    if line.code.is_some() {
        return None;
    }
    let mut row = CodeRow::default();
    let is_labelled = is_labelled(line.text) || begins_with_codes(line.text);
    let mut kind = None;
    for (start, text) in words(line.text) {
        let span = Span::new(line.start + start, line.start + start + text.len());
        if line.text[start + text.len()..].starts_with(':') {
            kind = kind_of(text);
        }
        match word(text).map(|word| kind.map_or(word, |kind| word.of(kind))) {
            Some(Word::Number(_)) if row.codes.is_empty() => return None,
            Some(found) => row.add(found, span, &line.text[..start]),
            None if is_labelled => row.unread.push(span),
            None => return None,
        }
    }
    row.join_spaced_ranges(line);
    (!row.codes.is_empty()).then_some(row)
}

/// Whether the first two words of a text are codes: no other text begins like that.
fn begins_with_codes(text: &str) -> bool {
    let mut words = words(text);
    let mut is_next = || words.next().is_some_and(|(_, word)| statement_code(word).is_some());
    is_next() && is_next()
}

/// Whether the text begins by saying that codes follow: `KSBs: `. Anything else there is a mistake.
fn is_labelled(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| label.trim());
    let is_label = |word: &str| LABELS.iter().any(|known| word.eq_ignore_ascii_case(known)) || word == "and";
    label.is_some_and(|label| !label.is_empty() && label.split_whitespace().all(is_label))
}

/// The row that the line ends with, and the text before it. A single code is a row only if there is a mark before it: a
/// text may end with something that looks like a code.
pub(super) fn behind(line: Line<'_>) -> Option<(Line<'_>, CodeRow)> {
    let words: Vec<(usize, &str)> = words(line.text).collect();
    let last = words.len().saturating_sub(1);
    let is_of_row = |(index, (at, text)): &(usize, &(usize, &str))| {
        // A code at the end of a sentence belongs to the sentence.
        let ends_sentence = *index < last && line.text[at + text.len()..].starts_with('.');
        !ends_sentence && word(text).is_some_and(|word| !matches!(word, Word::Unread))
    };
    let count = words.iter().enumerate().rev().take_while(is_of_row).count();
    let first = words[words.len() - count..].iter().position(|(at, text)| {
        let is_code = !matches!(word(text), Some(Word::Label | Word::Number(_)));
        let is_marked =
            line.text[at + text.len()..].starts_with(':') || line.text[..*at].trim_end().ends_with('.');
        (is_code || is_marked) && at > &0
    })?;
    let (start, _) = words[words.len() - count + first];
    let row = row(line.rest(start))?;
    let before = line.text[..start].trim_end();
    let is_marked = before.ends_with(|c: char| is_joint(c) || ".;,!?".contains(c)) || row.len() > 1;
    let text = line.before(before.trim_end_matches(is_joint).len());
    (is_marked && !text.text.is_empty()).then_some((text, row))
}

/// The row in brackets that the line begins with, and the text after it: `(K1, S1): Do it.`
pub(super) fn ahead(line: Line<'_>) -> Option<(CodeRow, Line<'_>)> {
    let close = line.text.find([')', ']']).filter(|_| line.text.starts_with(['(', '[']))?;
    let found = row(line.part(1, close))?;
    let text = unseparated(line.rest(close + 1));
    (!text.text.is_empty()).then_some((found, text))
}

/// The letters of the codes whose numbers come after a label: `K: 1, 2`, `Skills: 3`.
fn kind_of(label: &str) -> Option<Prefix> {
    let kinds = [("knowledge", Prefix::K), ("skills", Prefix::S), ("behaviours", Prefix::B)];
    let is_it = |name: &str| {
        label.eq_ignore_ascii_case(name)
            || label.eq_ignore_ascii_case(&name[..1])
            || label.eq_ignore_ascii_case(name.trim_end_matches('s'))
    };
    kinds.into_iter().find(|(name, _)| is_it(name)).map(|(_, kind)| kind)
}

impl Word {
    /// The word, with a number taken as a code with these letters.
    fn of(self, kind: Prefix) -> Self {
        match self {
            Self::Number(number) => Self::Code(Code::new(kind, number)),
            other => other,
        }
    }
}

impl CodeRow {
    /// Adds a word; `before` is what comes before it.
    fn add(&mut self, word: Word, span: Span, before: &str) {
        match word {
            Word::Number(to) => {
                let from =
                    self.codes.last().copied().filter(|_| before.trim_end().ends_with(['-', '–', '—']));
                let end = from.map(|from| Code { number: to, ..from.value });
                match from.zip(end).filter(|(from, end)| is_range(from.value, *end)) {
                    Some((from, end)) => {
                        let members =
                            (from.value.number + 1..=end.number).map(|number| Code { number, ..end });
                        self.codes.extend(members.map(|code| Spanned::new(code, from.span.to(span))));
                    }
                    None => self.unread.push(span),
                }
            }
            Word::Code(code) => self.codes.push(Spanned::new(code, span)),
            Word::Range(from, to) => {
                let members = (from.number..=to.number).map(|number| Code { number, ..from });
                self.codes.extend(members.map(|code| Spanned::new(code, span)));
            }
            Word::Label => (),
            Word::Unread => self.unread.push(span),
        }
    }

    /// Fills in the codes between two that are joined by a spaced dash: `K1 - K4`.
    fn join_spaced_ranges(&mut self, line: Line<'_>) {
        let between = |one: &Spanned<Code>, other: &Spanned<Code>| {
            let (from, to) = (one.span.end as usize - line.start, other.span.start as usize - line.start);
            line.text.get(from..to).is_some_and(|gap| matches!(gap.trim(), "-" | "–" | "—" | "to"))
        };
        let mut all: Vec<Spanned<Code>> = Vec::with_capacity(self.codes.len());
        for code in std::mem::take(&mut self.codes) {
            if let Some(&last) = all.last().filter(|last| between(last, &code))
                && is_range(last.value, code.value)
            {
                let inner = last.value.number + 1..code.value.number;
                let members = inner.map(|number| Code { number, ..last.value });
                all.extend(members.map(|member| Spanned::new(member, last.span.to(code.span))));
            }
            all.push(code);
        }
        self.codes = all;
    }
}

/// The rows of codes that a line ends with, and the line without them: cells of a table, from the last one backwards
/// (`Duty 1 text<tab>K1 K2<tab>S1`), or codes after the text (`Duty 1 text. K1 K2 S1`, `Duty 1 text (K1, K2)`).
pub(super) fn trailing_rows(mut line: Line<'_>) -> (Line<'_>, Vec<CodeRow>) {
    let mut rows = Vec::new();
    while let Some(at) = line.text.rfind(['\t', '|']) {
        let cell = line.rest(at + 1);
        if !cell.text.is_empty() {
            let Some(found) = row(cell) else { break };
            rows.push(found);
        }
        line = Line { is_cell: true, ..line.before(at) };
    }
    if let Some((text, found)) = behind(line) {
        line = Line { is_cell: true, ..text };
        rows.push(found);
    }
    rows.reverse();
    (line, rows)
}

/// The words of a row and where each starts, without what separates them.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&' | '/' | '(' | ')' | '[' | ']' | '+');
    let place = move |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let words = text.split(parts).map(|word| word.trim_end_matches(['.', ':']));
    words.filter(|word| !word.is_empty()).map(move |word| (place(word), word))
}

/// What a word of a row says, or `None` if it cannot be part of a row.
fn word(text: &str) -> Option<Word> {
    if let Some(code) = statement_code(text) {
        return Some(Word::Code(code));
    }
    let dash = text.find(['-', '–', '—']);
    if let Some((from, to)) =
        dash.and_then(|at| range(&text[..at], text[at..].trim_start_matches(['-', '–', '—'])))
    {
        return Some(Word::Range(from, to));
    }
    if let Ok(number) = text.parse() {
        return Some(Word::Number(number));
    }
    let is_label = LABELS.iter().any(|label| text.eq_ignore_ascii_case(label));
    if is_label || matches!(text, "and" | "And" | "AND" | "-" | "–" | "—") {
        return Some(Word::Label);
    }
    let is_like_code = text.starts_with(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit());
    is_like_code.then_some(Word::Unread)
}

/// The ends of a range: `K1–K4`, `K1-4`.
fn range(from: &str, to: &str) -> Option<(Code, Code)> {
    let from = statement_code(from)?;
    let is_number = !to.is_empty() && to.bytes().all(|byte| byte.is_ascii_digit());
    let to = if is_number { Code { number: to.parse().ok()?, ..from } } else { statement_code(to)? };
    is_range(from, to).then_some((from, to))
}

/// Whether the codes are the ends of a range.
pub(super) fn is_range(from: Code, to: Code) -> bool {
    let is_plain = |code: Code| code.part.is_none() && code.letter.is_none();
    let width = to.number.checked_sub(from.number);
    from.list() == to.list() && is_plain(from) && is_plain(to) && width.is_some_and(|width| width <= WIDEST)
}

fn statement_code(text: &str) -> Option<Code> {
    text.parse().ok().filter(|code: &Code| code.prefix.kind().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::alone(text, 10)
    }

    fn shown(row: &CodeRow) -> (String, usize) {
        let codes: Vec<String> = row.codes.iter().map(|code| code.value.to_string()).collect();
        (codes.join(" "), row.unread.len())
    }

    #[test]
    fn rows_hold_nothing_but_codes() {
        let shown = |text: &str| row(line(text)).as_ref().map(shown);
        assert_eq!(shown("K1,  k2\u{a0}S3a, B5"), Some(("K1 K2 S3a B5".to_owned(), 0)));
        assert_eq!(shown("B5"), Some(("B5".to_owned(), 0)));
        assert_eq!(shown("K1 X9 K2 and S4"), Some(("K1 K2 S4".to_owned(), 1)));
        assert_eq!(shown("(K1; AK2)"), Some(("K1 AK2".to_owned(), 0)));
        assert_eq!(shown("KSBs: K1/S1."), Some(("K1 S1".to_owned(), 0)));
        assert_eq!(shown("KSBs: K1, S1, TBC"), Some(("K1 S1".to_owned(), 1)));
        assert_eq!(shown("Related KSBs: K1"), Some(("K1".to_owned(), 0)));
        assert_eq!(shown("K1, 2, S1"), Some(("K1 S1".to_owned(), 1)));
        assert_eq!(shown("K1 S1 B1 (in winter)"), Some(("K1 S1 B1".to_owned(), 2)));
        assert_eq!(shown("K: 1, 3\nS: 2 B1"), Some(("K1 K3 S2 B1".to_owned(), 0)));
        assert_eq!(shown("Skills: 1 - 3"), Some(("S1 S2 S3".to_owned(), 0)));
        for text in ["S1 Act", "X9", "KSBs", "", "– and", "2 K1"] {
            assert_eq!(shown(text), None, "{text}");
        }
        let spans: Vec<Span> =
            row(line("K1, B22")).expect("a row").codes.iter().map(|code| code.span).collect();
        assert_eq!(spans, [Span::new(10, 12), Span::new(14, 17)]);
    }

    #[test]
    fn ranges_hold_all_their_codes() {
        for text in ["K1-K4", "K1–K4", "K1 - K4", "K1 to K4", "K1–4", "KSBs: K1 – 4"] {
            assert_eq!(shown(&row(line(text)).expect("a row")), ("K1 K2 K3 K4".to_owned(), 0), "{text}");
        }
        for (text, codes, unread) in [("K4-K1 S1", "S1", 1), ("K1-S4 K2", "K2", 1), ("K1-K9999 B1", "B1", 1)]
        {
            assert_eq!(shown(&row(line(text)).expect("a row")), (codes.to_owned(), unread), "{text}");
        }
    }

    #[test]
    fn codes_may_come_before_a_text() {
        let found = ahead(line("(K1, S1): Roast it.")).map(|(row, text)| (shown(&row).0, text.text));
        assert_eq!(found, Some(("K1 S1".to_owned(), "Roast it.")));
        assert!(ahead(line("(twice) Roast it.")).is_none() && ahead(line("(K1)")).is_none());
    }

    #[test]
    fn codes_may_come_after_a_text() {
        let shown = |text| behind(line(text)).map(|(text, row)| (text.text, shown(&row).0));
        for (text, rest, codes) in [
            ("Roast it. K1 K2 S1 B1", "Roast it.", "K1 K2 S1 B1"),
            ("Roast it. (K1, S1)", "Roast it.", "K1 S1"),
            ("Roast it K1 and S2", "Roast it", "K1 S2"),
            ("Roast it – K1", "Roast it", "K1"),
            ("Roast it. KSBs: K1–K3", "Roast it.", "K1 K2 K3"),
            ("Roast it [S2]", "Roast it", "S2"),
            ("Fill in form S1. K1 S1", "Fill in form S1.", "K1 S1"),
            ("Roast it. KSBs K2, S1", "Roast it.", "K2 S1"),
        ] {
            assert_eq!(shown(text), Some((rest, codes.to_owned())), "{text}");
        }
        for text in ["Drive vans of category B1", "Roast it.", "K1 K2", "Knowledge and skills", "Use skills"]
        {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn cells_of_codes_are_split_off() {
        let (rest, rows) = trailing_rows(line("Duty 1 Do it.\tK1 K2\tS1 | "));
        assert_eq!((rest.text, rows.len(), rows[0].codes.len()), ("Duty 1 Do it.", 2, 2));
        assert_eq!(trailing_rows(line("Duty 1\tDo it.")).0.text, "Duty 1\tDo it.");
    }
}
