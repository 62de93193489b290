//! What a text may have swallowed: another statement or duty that begins inside it.

use super::notes::Notes;
use crate::model::{Code, Prefix, Standard};
use crate::source::{Span, Text};

/// Notes each code inside the text of a duty or statement that looks like the beginning of another one, where no
/// statement or duty has that code.
pub(super) fn note(standard: &Standard<'_>, notes: &mut Notes) {
    let statements =
        standard.statements.items().iter().map(|statement| (statement.code.value, &statement.text));
    let duties = standard.duties.items().iter().filter_map(|duty| Some((duty.code?.value, &duty.text)));
    let all: Vec<(Code, &Text<'_>)> = duties.chain(statements).collect();
    let mut known: Vec<Code> = all.iter().map(|(code, _)| *code).collect();
    known.sort_unstable();
    for (own, text) in &all {
        for (code, span) in beginnings(text) {
            if known.binary_search(&code).is_err() {
                let message = format!("{code} may begin inside the text of {own}");
                let help = format!(
                    "put {code} on a line of its own, with a colon behind it, or word {own} without it"
                );
                notes.untold("text", span, &message, &help);
            }
        }
    }
}

/// The codes in a text behind which a sentence begins, each with its place: `K2: The`, `S3 Use`, `Duty 4 Sell`.
fn beginnings<'a>(text: &'a Text<'_>) -> impl Iterator<Item = (Code, Span)> + 'a {
    let words: Vec<(usize, &str)> = words(text.as_str()).collect();
    let count = words.len();
    (0..count.saturating_sub(1)).filter_map(move |index| {
        let (at, word) = words[index];
        let (next_at, next) = words[index + 1];
        if word.eq_ignore_ascii_case("duty") {
            let code = format!("D{}", next.trim_end_matches([':', '.'])).parse::<Code>().ok()?;
            let begins =
                next.ends_with(':') || words.get(index + 2).is_some_and(|(_, third)| is_capital(third));
            return begins.then(|| (code, text.span_of(at..next_at + next.len())));
        }
        let bare = word.trim_start_matches(['(', '[']).trim_end_matches([')', ']', ':', '.']);
        let code: Code = bare.parse().ok().filter(|code: &Code| code.prefix != Prefix::D)?;
        let begins = word.ends_with(':') || is_capital(next);
        begins.then(|| (code, text.span_of(at..at + word.len())))
    })
}

/// Whether a sentence may begin with the word: a capital letter, and then a small one or nothing.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase)
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}
