//! Values that JSON does not have, and numbers that it writes differently.

use super::super::error::quoted;
use super::super::{SyntaxError, ValueKind, scan};
use super::Parser;
use crate::source::Span;

impl Parser<'_> {
    /// Reads a number that may be too large.
    #[cold]
    pub(super) fn doubtful_number(&mut self, end: usize) {
        let start = self.at;
        let number: Result<f64, _> = self.slice(start, end).parse();
        if number.is_ok_and(f64::is_finite) {
            return self.leaf(ValueKind::Number, start, end);
        }
        let error = SyntaxError::new(Span::new(start, end), "this number is too large");
        self.report(error.help("write a number below 1.8e308, or put quotation marks around the digits"));
        self.leaf(ValueKind::Invalid, start, end);
    }

    /// Reads whatever is where a value should be.
    #[cold]
    pub(super) fn odd_value(&mut self) {
        if self.odd_quotes() {
            return;
        }
        let start = self.at;
        let word = self.slice(start, scan::bare_word(self.bytes, start));
        let (end, message, help) = if let Some((message, help)) = explain(word) {
            (start + word.len(), message, help)
        } else {
            let end = self.garbage_end();
            let message = format!("expected a value, found {}", quoted(self.slice(start, end)));
            let text = self.slice(start, end).contains(char::is_alphabetic);
            let help = if text { "put double quotation marks around the text" } else { "add a value here" };
            (end, message, help.to_owned())
        };
        if !self.quiet {
            self.report(SyntaxError::new(Span::new(start, end), message).help(help));
        }
        self.leaf(ValueKind::Invalid, start, end);
        self.quiet = true;
    }
}

/// What is wrong with a word that is meant as a value, and what to write instead, or `None` if
/// there is no obvious JSON value that the author meant.
fn explain(word: &str) -> Option<(String, String)> {
    let write = |meant: &str| format!("write `{meant}`");
    let known = ["true", "false", "null"].into_iter().find(|known| known.eq_ignore_ascii_case(word));
    if let Some(known) = known {
        return Some((format!("{} must be in lower case", quoted(word)), write(known)));
    }
    match word.trim_start_matches(['+', '-']).to_ascii_lowercase().as_str() {
        "none" | "nil" | "undefined" => {
            return Some((format!("{} is not a JSON value", quoted(word)), write("null")));
        }
        "nan" | "inf" | "infinity" => {
            let help = "write `null`, or remove the key";
            return Some((format!("{} is not a JSON value", quoted(word)), help.to_owned()));
        }
        _ => {}
    }
    let numeric = word.starts_with(|first: char| first.is_ascii_digit())
        || (word.starts_with(['+', '-', '.']) && word.bytes().any(|byte| byte.is_ascii_digit()))
        || word == "-";
    if !numeric {
        return None;
    }
    Some(respelt(word).map_or_else(
        || {
            (
                format!("{} is not a number", quoted(word)),
                "put quotation marks around it if it is text".to_owned(),
            )
        },
        |(message, meant)| (message.to_owned(), write(&meant)),
    ))
}

/// What is wrong with a number that JSON writes differently, and how JSON writes it.
fn respelt(word: &str) -> Option<(&'static str, String)> {
    let unsigned = word.trim_start_matches(['+', '-']);
    let sign = if word.starts_with('-') { "-" } else { "" };
    let digits = unsigned.trim_start_matches('0');
    let zero = if digits.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    let spellings = [
        ("a number cannot have a plus sign before it", unsigned.to_owned()),
        ("a number cannot start with a zero", format!("{sign}{zero}{digits}")),
        ("a number needs a digit before its decimal point", format!("{sign}0{unsigned}")),
        ("a number needs a digit after its decimal point", word.replacen('.', ".0", 1)),
    ];
    let applies = [
        word.starts_with('+'),
        unsigned.starts_with('0') && !unsigned.starts_with("0."),
        unsigned.starts_with('.'),
        unsigned.contains('.') && !unsigned.contains(".0"),
    ];
    let mut likely = spellings.into_iter().zip(applies).filter(|(_, applies)| *applies);
    likely.find_map(|(spelling, _)| is_number(&spelling.1).then_some(spelling))
}

fn is_number(text: &str) -> bool {
    scan::number(text.as_bytes(), 0).is_some_and(|number| number.end == text.len())
}
