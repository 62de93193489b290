//! When a line must have been meant as a separate line, although a line break there stands for a space.

use memchr::{memchr, memmem};

use super::codes::{duty_heading, statement};
use super::labels::{bare_label, labelled};
use super::lines::Line;
use super::row;
use super::sections::heading;

/// Whether a text begins as something separate: a code or a duty with its text, a row of codes, a label with its value,
/// a heading, an item of a list, a row of a table.
pub(in crate::read) fn is_line_of_its_own(text: &str) -> bool {
    let line = Line::of(text.trim());
    let is_drawn = || {
        memmem::find(line.text.as_bytes(), b"   ").is_some()
            || memchr(b'\t', line.text.as_bytes()).is_some()
            || line.text.starts_with(['|', '+'])
            || line.is_bulleted()
    };
    // Codes have a number, labels a colon, and headings a capital letter: this rules out most lines of prose.
    let is_mark = |byte: u8| byte.is_ascii_digit() || byte == b':';
    if !line.text.starts_with(char::is_uppercase) && !line.text.bytes().any(is_mark) {
        return is_drawn();
    }
    let begins_entry = || {
        let found = duty_heading(line).or_else(|| statement(line));
        found.is_some_and(|found| found.separated || found.rest.text.starts_with(char::is_uppercase))
    };
    let is_heading = || line.text.starts_with(char::is_uppercase) && heading(line).is_some();
    let is_row = || row::row(line).is_some_and(|row| row.unread.is_empty());
    begins_entry() || is_heading() || is_row() || states_fact(text) || is_drawn()
}

/// Whether a line is a label and its value.
pub(in crate::read) fn states_fact(text: &str) -> bool {
    labelled(Line::of(text.trim())).is_some()
}

/// Whether a word is the label of a fact.
pub(in crate::read) fn is_label(text: &str) -> bool {
    bare_label(Line::of(text.trim())).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_goes_on() {
        for text in [
            "K2: The parts.",
            "K2 The parts.",
            "Duty 2: Do it.",
            "K1, K2 and S1",
            "Level: 3",
            "Skills",
            "| K1 | a |",
        ] {
            assert!(is_line_of_its_own(text), "{text}");
        }
        for text in [
            "and the law.",
            "The law.",
            "K2 and K3 say so.",
            "skills",
            "level 3 or above",
            "Duty free shops.",
        ] {
            assert!(!is_line_of_its_own(text), "{text}");
        }
    }
}
