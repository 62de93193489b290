//! Notes what a text may have swallowed: another statement or duty that begins inside it.

use crate::model::{Code, Standard, embedded};
use crate::read::notes::Notes;
use crate::source::Text;

/// Notes each code inside the text of a duty or statement that looks like the beginning of another one, where no
/// statement or duty has that code; and the codes in the text of a duty that has none mapped to it.
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

/// Notes unknown codes that may begin inside the text of `own`.
fn note_beginnings(own: Code, text: &Text<'_>, is_known: impl Fn(&str) -> bool, notes: &mut Notes) {
    for (code, range) in embedded::possible_starts(own, text).filter(|(code, _)| !is_known(code)) {
        let span = text.span_of(range);
        let message = format!("{code} may start inside the text of {own}");
        let help = format!("put {code} on its own line, followed by a colon, or reword {own} without it");
        notes.unclear("text", (span, "this may be a new statement or duty"), &message, &help);
    }
}

/// Notes the last of the known codes in the text of a duty that has none mapped to it, if it ends the text or is not
/// the only one.
fn note_mapping(text: &Text<'_>, is_known: impl Fn(&str) -> bool, notes: &mut Notes) {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let cited: Vec<(usize, &str)> = embedded::words(text).filter(|(_, word)| is_known(&bare(word))).collect();
    let Some((at, word)) = cited.last() else { return };
    if at + word.len() == text.len() || cited.len() > 1 {
        let message = format!("{} is in the text of the duty, but may be part of its mapping", bare(word));
        let help = "put the codes of a duty in brackets, or on a line below its text";
        let span = text.span_of(*at..at + word.len());
        notes.unclear("mapping", (span, "the last code in the text"), &message, help);
    }
}
