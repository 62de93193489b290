//! Cells that list the codes of one kind, with their letters or without: `D1, D2`, `Duties 1–3 and 5`, `1, 2`.

use crate::model::{Code, Prefix};
use crate::read::page::lines::Line;
use crate::read::page::row::is_range;
use crate::source::{Span, Spanned};

/// The codes of a list.
pub(super) struct Listed {
    pub(super) codes: Vec<Spanned<Code>>,
    /// Whether all of them are numbers, with no word to say of what.
    pub(super) is_bare: bool,
}

/// What a cell lists if it lists codes of this kind and nothing else.
pub(super) fn listed(cell: Line<'_>, prefix: Prefix) -> Option<Listed> {
    let mut found = Listed { codes: Vec::new(), is_bare: true };
    let mut is_open = false;
    for (at, word) in words(cell.text) {
        let span = Span::new(cell.start + at, cell.start + at + word.len());
        let (from, to) = match word.find(['-', '–', '—']).filter(|at| *at > 0) {
            Some(dash) => (&word[..dash], Some(word[dash..].trim_start_matches(['-', '–', '—']))),
            None => (word, None),
        };
        let is_joint = matches!(word, "-" | "–" | "—") || word.eq_ignore_ascii_case("to");
        if is_joint && !found.codes.is_empty() {
            is_open = true;
        } else if prefix == Prefix::D
            && ["duty", "duties", "d"].iter().any(|name| word.eq_ignore_ascii_case(name))
        {
            found.is_bare = false;
        } else if !word.eq_ignore_ascii_case("and") && !is_joint {
            let code = code(from, prefix)?;
            found.is_bare &= from.starts_with(|c: char| c.is_ascii_digit());
            let begun = std::mem::take(&mut is_open).then(|| found.codes.last().copied()).flatten();
            if let Some(first) = begun {
                found.fill(first.value, code, span)?;
            } else {
                found.codes.push(Spanned::new(code, span));
            }
            if let Some(to) = to {
                found.fill(code, self::code(to, prefix)?, span)?;
            }
        }
    }
    (!is_open && !found.codes.is_empty()).then_some(found)
}

impl Listed {
    /// Adds what comes after the first code of a range, up to the last one.
    fn fill(&mut self, first: Code, last: Code, span: Span) -> Option<()> {
        let numbers = is_range(first, last).then(|| first.number + 1..=last.number)?;
        self.codes.extend(numbers.map(|number| Spanned::new(Code { number, ..last }, span)));
        Some(())
    }
}

/// The code that a word is, with its letters or without.
fn code(word: &str, prefix: Prefix) -> Option<Code> {
    let number = || word.parse().ok().map(|number| Code::new(prefix, number));
    word.parse().ok().filter(|code: &Code| code.prefix == prefix).or_else(number)
}

/// The words of a list and where each starts, without what separates them.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '&' | '+' | '|' | '(' | ')');
    let words = text.split(parts).map(|word| word.trim_end_matches(['.', ':']));
    let place = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    words.filter(|word| !word.is_empty()).map(move |word| (place(word), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, prefix: Prefix) -> Option<(String, bool)> {
        let found = listed(Line::alone(text, 10), prefix)?;
        let codes: Vec<String> = found.codes.iter().map(|code| code.value.to_string()).collect();
        Some((codes.join(" "), found.is_bare))
    }

    #[test]
    fn lists_hold_codes_of_one_kind() {
        for (text, codes, is_bare) in [
            ("D1, D2", "D1 D2", false),
            ("Duty 1 and Duty 3", "D1 D3", false),
            ("Duties 1–3, 5.", "D1 D2 D3 D5", false),
            ("D1 to D3", "D1 D2 D3", false),
            ("1; 2\n4 - 6", "D1 D2 D4 D5 D6", true),
        ] {
            assert_eq!(shown(text, Prefix::D), Some((codes.to_owned(), is_bare)), "{text}");
        }
        assert_eq!(shown("1, K3", Prefix::K), Some(("K1 K3".to_owned(), false)));
        for text in ["all", "D1, K2", "D3–1", "D1 –", "Duties", "", "Duty 1 Moor."] {
            assert_eq!(shown(text, Prefix::D), None, "{text}");
        }
    }
}
