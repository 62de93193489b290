//! When two texts say the same, and when a text says nothing yet.

use std::borrow::Cow;
use std::ops::Range;

use super::{Unseen, phrase_at, unseen};

/// The text as it is compared: lower case, white space collapsed, straight quotes, no full stop at
/// the end.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        let mut bytes = Vec::with_capacity(text.len());
        bytes.extend(folded_bytes(text));
        return String::from_utf8(bytes).expect("ASCII stays ASCII");
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        push_folded(&mut out, word);
    }
    out.truncate(out.trim_end_matches(['.', ' ']).len());
    out
}

/// Whether two texts are the same once they are [`folded`], folding no more of them than necessary.
#[must_use]
pub fn say_the_same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        folded_bytes(one).eq(folded_bytes(other))
    } else {
        folded(one) == folded(other)
    }
}

/// The bytes of an ASCII text once it is folded.
pub(crate) fn folded_bytes(text: &str) -> impl Iterator<Item = u8> {
    let is_blank = |byte: u8| byte == b' ' || (b'\t'..=b'\r').contains(&byte);
    let text = text.trim_start().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let mut behind_blank = false;
    text.bytes().filter_map(move |byte| {
        let was_blank = std::mem::replace(&mut behind_blank, is_blank(byte));
        if is_blank(byte) { (!was_blank).then_some(b' ') } else { Some(byte.to_ascii_lowercase()) }
    })
}

/// Appends `word` in lower case with straight quotes; most words are ASCII, which is fast.
fn push_folded(out: &mut String, word: &str) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
    } else {
        out.extend(word.chars().flat_map(char::to_lowercase).map(straight));
    }
}

fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‛' => '\'',
        '“' | '”' | '„' => '"',
        '‐' | '‑' | '–' => '-',
        _ => c,
    }
}

/// What authors write in place of a text that is still to be written.
const PLACEHOLDERS: &[&str] = &[
    "awaiting text",
    "insert text",
    "insert text here",
    "n/a",
    "na",
    "none",
    "not applicable",
    "placeholder",
    "test",
    "text",
    "text here",
    "to add",
    "to be completed",
    "to come",
    "to do",
    "todo",
    "wip",
];

/// How a placeholder for a text that is still to be written begins, whoever will write it.
const BEGINNINGS: &[&str] = &[
    "lorem ipsum",
    "tba",
    "tbc",
    "tbd",
    "to be added",
    "to be agreed",
    "to be announced",
    "to be confirmed",
    "to be decided",
    "to be determined",
    "to be drafted",
    "to be written",
];

/// First words of placeholders in brackets, or of those that end with "here".
const REQUESTS: &[&str] = &["add", "enter", "insert", "placeholder", "type", "write"];

/// In bytes. Anything longer is a real text, unless its beginning says otherwise.
const LONGEST_PLACEHOLDER: usize = 40;

/// Whether a text has only white space and unseen characters.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || unseen(c).is_some_and(|kind| kind != Unseen::Lost))
}

/// Whether a text that is not blank is only a placeholder: ".", "TBC", "xxx", "lorem ipsum", "[insert text]".
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    is_visible_placeholder(&seen(text))
}

/// The same, for a text without unseen characters.
#[must_use]
pub fn is_visible_placeholder(seen: &str) -> bool {
    let bare = seen.trim_matches(|c: char| !c.is_alphanumeric());
    begins_with(bare, BEGINNINGS)
        || is_request(seen.trim(), bare)
        || (!seen.chars().any(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X')) && !is_blank(seen))
        || (bare.len() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.binary_search(&folded(bare).as_str()).is_ok())
}

/// The first part in brackets that asks for a text: "found in [insert the sectors]".
#[must_use]
pub fn request(text: &str) -> Option<Range<usize>> {
    let asks = |from: usize| {
        let len = text[from..].find(']')? + 1;
        is_request(&text[from..from + len], &text[from + 1..from + len - 1]).then_some(from..from + len)
    };
    memchr::memchr_iter(b'[', text.as_bytes()).find_map(asks)
}

/// The text without unseen characters.
fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| unseen(c).is_some()) {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|c| unseen(*c).is_none_or(|kind| kind == Unseen::Lost)).collect()
}

/// Whether a text begins with one of `all`, whatever the case, as whole words. Two letters are enough to distinguish
/// most texts.
fn begins_with(text: &str, all: &[&str]) -> bool {
    let two = |text: &str| {
        text.as_bytes().first_chunk().map(|two: &[u8; 2]| two.map(|one| one.to_ascii_lowercase()))
    };
    let Some(first) = two(text) else { return false };
    all.iter().any(|one| one.as_bytes().starts_with(&first) && phrase_at(text, 0, one).is_some())
}

/// Whether a text asks for a text: "[insert the skill]", "Insert text here".
fn is_request(text: &str, bare: &str) -> bool {
    let in_brackets = text.starts_with(['[', '<', '{']) && text.ends_with([']', '>', '}']);
    let ends_in_here = || bare.len() <= LONGEST_PLACEHOLDER && bare.ends_with(" here");
    (in_brackets || ends_in_here()) && begins_with(bare, REQUESTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_change_the_meaning_is_folded() {
        assert_eq!(folded("  The ‘duty\u{a0}of  care’. "), "the 'duty of care'");
        assert_eq!([folded(" . "), folded(" Duty\x0b\t of. care .. ")], ["", "duty of. care"]);
        assert!(say_the_same("Duty  of\ncare.", " duty of care") && !say_the_same("Duty of", "Duty of care"));
        assert!(say_the_same("the \u{a0}‘duty’", "The 'duty'."));
    }

    #[test]
    fn what_nobody_sees_is_blank() {
        assert!(["", " ", "\u{200b}", "\u{a0}\0\u{feff}"].into_iter().all(is_blank));
        assert!(!is_blank(".") && !is_blank("\u{fffd}"));
    }

    #[test]
    fn placeholders_are_known_however_they_are_written() {
        for text in [
            ".",
            "TBC",
            "[To be confirmed]",
            "xxx",
            "Xxx xxxx.",
            "n/a",
            "–",
            "Lorem ipsum dolor.",
            "?",
            "3.",
            "\u{fffd}",
            "To be confirmed with the group",
            "TBC - awaiting the comments of all the employers of the group",
            "[insert text here]",
            "<Insert the wording of the behaviour that employers have agreed on>",
            "Enter the statement here.",
            "T\u{200b}BC",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "",
            " ",
            "\u{200b}",
            "Work.",
            "Test the circuit.",
            "Text editing.",
            "To be kind.",
            "Insert the cartridge.",
            "[Insert] the cartridge.",
            "5S.",
            "Ж",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
        assert!(PLACEHOLDERS.is_sorted());
        assert_eq!(request("It is found in [insert the sectors]."), Some(15..35));
        assert_eq!(request("It is [sic] found in [a] place, [insert"), None);
    }
}
