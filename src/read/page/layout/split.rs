//! Lines that hold several entries: `K1: text. K2: text.`, `Duty 1 text. K1 S1 Duty 2 text.`

use crate::model::{Code, Prefix};
use crate::read::page::codes::{duty_heading, statement};
use crate::read::page::kinds;
use crate::read::page::lines::Line;
use crate::read::page::row::row;
use crate::read::page::sections;

/// The longest heading that an entry may follow on the same line, in bytes.
const LONGEST_HEADING: usize = 60;

/// The entries of a line, each as a separate line.
pub(super) fn entries(line: Line<'_>) -> Vec<Line<'_>> {
    if row(line).is_some() {
        return vec![line];
    }
    let plain = line.unbulleted();
    let bare = [plain, plain.unnumbered().unbulleted()].into_iter().find(|line| entry(*line).is_some());
    // What comes after a bullet is separate from the line above.
    let line = bare.map_or(line, |bare| Line { is_cell: line.is_cell || bare.start > line.start, ..bare });
    let ends = starts(line).into_iter().chain([line.text.len()]);
    let mut from = 0;
    let mut out = Vec::with_capacity(1);
    for end in ends {
        let part = line.part(from, end);
        let part = if end < line.text.len() { unended(part) } else { part };
        let (entry, heading) = without_heading(part);
        out.extend([Some(entry), heading].into_iter().flatten());
        from = end;
    }
    out
}

/// The entry without the bullet or bar of the next one.
fn unended(line: Line<'_>) -> Line<'_> {
    line.before(line.text.trim_end_matches(|c: char| c.is_whitespace() || "•·▪●|".contains(c)).len())
}

/// Where entries begin inside the line. Nothing begins in a line that is not itself the start of an entry, except after
/// a heading with its first entry on the same line: prose may mention codes.
fn starts(line: Line<'_>) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut last = entry(line);
    for at in words(line.text).filter(|at| *at > 1) {
        let (before, here) = (line.before(at), line.rest(at));
        let heads = || {
            starts.is_empty() && before.text.len() <= LONGEST_HEADING && sections::heading(before).is_some()
        };
        if begins(before, here, last) && (last.is_some() || heads()) {
            let bracket = line.text[..at].ends_with(['(', '[']);
            starts.push(at - usize::from(bracket));
            last = entry(here);
        }
    }
    starts
}

/// The code of the entry that the line begins.
fn entry(line: Line<'_>) -> Option<Code> {
    duty_heading(line).or_else(|| statement(line)).map(|found| found.code.value)
}

/// Whether an entry begins at `here`, after `before`: there is a colon after its code; or a sentence ends before it and
/// another begins after its code; or its code is the next one after the last.
fn begins(before: Line<'_>, here: Line<'_>, last: Option<Code>) -> bool {
    let Some(found) = duty_heading(here).or_else(|| statement(here)) else { return false };
    let code = found.code.value;
    let is_row = before.text.rsplit(char::is_whitespace).next().is_some_and(is_code);
    if is_inside_bracket(before.text) {
        return false;
    }
    let goes_on = found.rest.text.split_whitespace().next().is_some_and(is_code);
    if code.prefix != Prefix::D && (is_row || goes_on) && !has_colon(here, found.rest) {
        return false;
    }
    let opens =
        found.rest.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'[".contains(c));
    let ended = before.text.ends_with(['.', ';', '!', '?', ')', ']', '|', '•', '·']) || is_row;
    let follows = last.is_some_and(|last| code.follows(last));
    has_colon(here, found.rest)
        || opens && (ended || follows)
        || ended && follows && !found.rest.text.is_empty()
}

/// Whether a bracket is open at the end of the text, with something in it: `K2 (was K3)`.
fn is_inside_bracket(text: &str) -> bool {
    let open = text.rfind(['(', '[']).filter(|open| !text[*open..].contains([')', ']']));
    open.is_some_and(|open| text.len() > open + 1)
}

/// Whether there is a colon or a dash between the code and its text.
fn has_colon(here: Line<'_>, rest: Line<'_>) -> bool {
    let head = &here.text[..rest.start - here.start];
    let marked = head.trim_end().trim_end_matches([')', ']']);
    !rest.text.is_empty() && (marked.ends_with(':') || head.trim_end().ends_with([':', '–', '—', '-']))
}

/// Whether the word is a code, whatever is around it.
fn is_code(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_alphanumeric()).parse::<Code>().is_ok()
}

/// Where each word of a text starts that may be a code or begin the heading of a duty, skipping brackets before it.
fn words(text: &str) -> impl Iterator<Item = usize> {
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | '[')).filter(|word| !word.is_empty());
    let may_begin =
        |word: &&str| word.eq_ignore_ascii_case("duty") || word.bytes().any(|byte| byte.is_ascii_digit());
    words.filter(may_begin).map(move |word| word.as_ptr().addr() - text.as_ptr().addr())
}

/// The line without a heading that comes after its last sentence, and the heading: `K3: The law on honey. Skills`.
fn without_heading(line: Line<'_>) -> (Line<'_>, Option<Line<'_>>) {
    // The full stop after the number of a heading does not end a sentence: `3. Skills`.
    if kinds::kind_heading(line).is_some() {
        return (line, None);
    }
    let end = line.text.rfind(['.', ';', '!', '?']).map(|at| at + 1);
    let heading = end
        .map(|end| line.rest(end))
        .filter(|rest| rest.text.starts_with(char::is_uppercase) && kinds::kind_heading(*rest).is_some());
    match (heading, end) {
        (Some(heading), Some(end)) => (line.before(end), Some(heading)),
        _ => (line, None),
    }
}
