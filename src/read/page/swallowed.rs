//! What a text may have swallowed: another statement or duty that begins inside it.

use super::notes::Notes;
use crate::model::{Code, Prefix, Standard};
use crate::source::{Span, Text};

/// Notes each code inside the text of a duty or statement that looks like the beginning of another one, where no
/// statement or duty has that code; and the codes in the text of a duty that lists none.
pub(super) fn note(standard: &Standard<'_>, notes: &mut Notes) {
    let statements =
        standard.statements.items().iter().map(|statement| (statement.code.value, &statement.text));
    let duties = standard.duties.items().iter().filter_map(|duty| Some((duty.code?.value, &duty.text)));
    let all: Vec<(Code, &Text<'_>)> = duties.chain(statements).collect();
    let mut known: Vec<Code> = all.iter().map(|(code, _)| *code).collect();
    known.sort_unstable();
    let is_known = |code: &str| code.parse().is_ok_and(|code| known.binary_search(&code).is_ok());
    for (own, text) in all {
        note_beginnings(own, text, is_known, notes);
    }
    for duty in standard.duties.items().iter().filter(|duty| duty.codes().is_empty()) {
        note_mapping(&duty.text, is_known, notes);
    }
}

/// Notes what may begin inside the text of `own` and is not known.
fn note_beginnings(own: Code, text: &Text<'_>, is_known: impl Fn(&str) -> bool, notes: &mut Notes) {
    for (code, span) in beginnings(text, own).filter(|(code, _)| !is_known(code)) {
        let message = format!("{code} may begin inside the text of {own}");
        let help =
            format!("put {code} on a line of its own, with a colon behind it, or word {own} without it");
        notes.untold("text", span, &message, &help);
    }
}

/// Notes the last of the known codes in the text of a duty that lists none, if it ends the text or is not the only one.
fn note_mapping(text: &Text<'_>, is_known: impl Fn(&str) -> bool, notes: &mut Notes) {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let cited: Vec<(usize, &str)> = words(text).filter(|(_, word)| is_known(&bare(word))).collect();
    let Some((at, word)) = cited.last() else { return };
    if at + word.len() == text.len() || cited.len() > 1 {
        let message =
            format!("{} stands in the text of the duty: it may be meant as its mapping", bare(word));
        let help = "put the codes that a duty lists in brackets, or on a line below its text";
        notes.untold("mapping", text.span_of(*at..at + word.len()), &message, help);
    }
}

/// What in the text of `own` another statement or duty may begin with, each with its place: `K2: The`, `S3 Use`,
/// `Duty 4 Sell`, `K1ii: the`; in small letters too where it is the next one.
fn beginnings<'a>(text: &'a Text<'_>, own: Code) -> impl Iterator<Item = (String, Span)> + 'a {
    let words: Vec<(usize, &str)> = words(text.as_str()).collect();
    let count = words.len();
    (0..count.saturating_sub(1)).filter_map(move |index| {
        let (at, word) = words[index];
        let (next_at, next) = words[index + 1];
        if word.eq_ignore_ascii_case("duty") {
            let code: Code = format!("D{}", next.trim_end_matches([':', '.'])).parse().ok()?;
            let begins =
                next.ends_with(':') || words.get(index + 2).is_some_and(|(_, third)| is_capital(third));
            return begins.then(|| (code.to_string(), text.span_of(at..next_at + next.len())));
        }
        let bare = word.trim_start_matches(['(', '[']).trim_end_matches([')', ']', ':', '.', ';', ',']);
        let code: Option<Code> = bare.parse().ok().filter(|code: &Code| code.prefix != Prefix::D);
        let begins = match code {
            Some(code) => word.ends_with(':') || is_capital(next) || code.follows(own),
            None => word.ends_with(':') && is_like_code(bare),
        };
        let name = code.map_or_else(|| bare.to_owned(), |code| code.to_string());
        begins.then(|| (name, text.span_of(at..at + word.len())))
    })
}

/// Whether a word looks like a code and is none: `K1ii`, `K1.1.1`.
fn is_like_code(word: &str) -> bool {
    let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let prefix = word[..digits].to_ascii_uppercase();
    matches!(prefix.as_str(), "K" | "S" | "B" | "TK" | "TS" | "ESB")
        && word.len() <= 8
        && word.chars().all(is_plain)
}

/// Whether a sentence may begin with the word: a capital letter, and then a small one or nothing.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}
