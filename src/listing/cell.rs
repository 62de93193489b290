//! What is in a cell. A text that a cell cannot hold as it is, such as a single space, is written there as a JSON
//! string, in quotation marks.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What a cell says for something that the document does not state, where a blank cell would mean something else.
pub const NOT_STATED: &str = "Not stated";

/// What the cell says for a duty without codes, where no duty of the table has any.
pub const NONE: &str = "None";

/// What a cell says for `text`: the text, or the text in quotation marks.
#[must_use]
pub fn quoted(text: &str) -> Cow<'_, str> {
    if needs_quotes(text) { Cow::Owned(in_quotes(text)) } else { Cow::Borrowed(text) }
}

/// The text that a cell holds in quotation marks, or `None` if the cell is to be taken literally, including its
/// quotation marks.
#[must_use]
pub fn unquoted(cell: &str) -> Option<String> {
    if !(cell.len() >= 2 && cell.starts_with('"') && cell.ends_with('"')) {
        return None;
    }
    serde_json::from_str(cell).ok().filter(|text: &String| needs_quotes(text))
}

/// Texts in one cell, with commas between them.
#[must_use]
pub fn joined<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let is_whole = |text: &str| !text.contains(',') && !text.starts_with('"');
    let item = |text: &'t str| if is_whole(text) { quoted(text) } else { Cow::Owned(in_quotes(text)) };
    let items: Vec<Cow<'_, str>> = texts.into_iter().map(item).collect();
    items.join(", ")
}

/// The texts of a cell, each with the bytes of the cell that hold it.
#[must_use]
pub fn split_texts(cell: &str) -> Vec<(std::ops::Range<usize>, Cow<'_, str>)> {
    let mut parts = Vec::new();
    let (mut from, mut in_quotes, mut is_escaped) = (0, false, false);
    for (at, c) in cell.char_indices().chain([(cell.len(), ',')]) {
        match c {
            ',' if !in_quotes || at == cell.len() => {
                parts.extend(part(cell, from, at));
                from = at + 1;
            }
            '"' if in_quotes => in_quotes = is_escaped,
            '"' => in_quotes = cell[from..at].trim().is_empty(),
            _ => (),
        }
        is_escaped = in_quotes && c == '\\' && !is_escaped;
    }
    parts
}

fn part(cell: &str, from: usize, to: usize) -> Option<(std::ops::Range<usize>, Cow<'_, str>)> {
    let text = cell[from..to].trim();
    let start = from + cell[from..to].len() - cell[from..to].trim_start().len();
    let item: Option<String> =
        Some(text).filter(|text| text.starts_with('"')).and_then(|text| serde_json::from_str(text).ok());
    let value = item.map_or(Cow::Borrowed(text), Cow::Owned);
    (!text.is_empty()).then(|| (start..start + text.len(), value))
}

/// Whether a cell with the text as it is would be read as another text, or as empty.
fn needs_quotes(text: &str) -> bool {
    let is_blank = text.is_empty() || text.lines().any(|line| line.trim() != line) || text.trim() != text;
    is_blank
        || text == NOT_STATED
        || text.chars().any(is_lost)
        || has_escape(text)
        || is_formula(text)
        || is_quoted(text)
}

/// Whether the text in a cell would be taken for another text in quotation marks.
fn is_quoted(text: &str) -> bool {
    unquoted(text).is_some()
}

/// Whether a spreadsheet would take the text for a formula.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// Whether a workbook would take a part of the text for a character: `_x000D_`.
fn has_escape(text: &str) -> bool {
    text.contains("_x")
}

/// Whether some format loses a character.
fn is_lost(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
}

/// The text as a JSON string, in which every format keeps every character.
fn in_quotes(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut last = '"';
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            'x' if last == '_' => quoted.push_str("\\u0078"),
            c if is_lost(c) || c.is_control() => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(quoted, "\\u{unit:04x}").expect("a string takes every text");
                }
            }
            c => quoted.push(c),
        }
        last = c;
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_from_its_cell() {
        for text in [
            "",
            " ",
            "a ",
            "\ta",
            "a\r\nb",
            "\u{1}",
            "\"\"",
            "\"a \"",
            "\"\\\"\\\"\"",
            "_x000D_",
            "\u{feff}x",
            "\\",
        ] {
            let cell = quoted(text);
            assert_eq!(unquoted(&cell).as_deref(), Some(text).filter(|text| *text != "\\"), "{text:?}");
            assert!(cell.trim() == cell && !cell.chars().any(is_lost), "{cell:?}");
            assert_eq!(split_texts(&joined([text, "b"]))[0].1, text, "{text:?}");
        }
    }

    #[test]
    fn what_people_quote_stays_as_they_wrote_it() {
        for text in ["\"Weld\" pipes", "\"Weld pipes.\"", "Weld\npipes, twice", "\"", "\"a\" \"b\""] {
            assert_eq!((quoted(text).as_ref(), unquoted(text)), (text, None));
        }
    }

    #[test]
    fn texts_with_commas_stay_whole() {
        let texts = ["a, b", "c", "", "\"d\"", "e\\", "\"f, g\""];
        let cell = joined(texts);
        let found: Vec<String> = split_texts(&cell).into_iter().map(|(_, text)| text.into_owned()).collect();
        assert_eq!(found, texts, "{cell}");
        assert!(split_texts("").is_empty());
        assert_eq!(split_texts("O1, O2")[1], (4..6, Cow::Borrowed("O2")));
    }
}
