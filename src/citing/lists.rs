//! The lists of codes in running text, including numbers alone, and codes in lower case where a word says that codes
//! follow.

use std::borrow::Cow;

use super::block::Block;
use super::gaps::{is_between_columns, is_joint};
use super::grade::{clear, is_behind_cue, words_before};
use super::mention::{Mention, Run};
use super::scan::{Written, numbers, runs};

/// A list of codes in running text.
#[derive(Debug)]
pub(super) struct Listed<'t> {
    pub(super) run: Run,
    /// The words before it, as [`words_before`] gives them.
    pub(super) lead: Vec<Cow<'t, str>>,
    /// What may also belong to it, with nothing to confirm it: the 8 of `K7, 8 weeks`.
    pub(super) doubtful: Vec<Mention>,
    /// Whether there is only punctuation between it and the list before it.
    pub(super) is_next: bool,
}

/// The lists of codes in running text.
pub(super) fn lists<'t>(block: &'t Block<'_>) -> Vec<Listed<'t>> {
    let text: &str = &block.text;
    let mut all: Vec<Listed<'_>> = Vec::new();
    let mut end = None;
    let mut is_of_cue = false;
    let mut runs = with_small_letters(block).into_iter().peekable();
    while let Some(mut run) = runs.next() {
        let start = run.range().start;
        if end.is_some_and(|end| start < end) {
            continue;
        }
        let is_next = end.is_some_and(|end| are_marks(&text[end..start]));
        let lead = words_before(&text[..start]);
        is_of_cue = is_behind_cue(&text[..start], &lead) || is_of_cue && is_next;
        let next = runs.peek().map(|next| next.range().start);
        let doubtful = extend(&mut run, text, is_of_cue, next);
        let last = run.mentions.iter().chain(&doubtful).map(|one| one.range.end).max();
        end = last.or(end);
        all.push(Listed { run, lead, doubtful, is_next });
    }
    all
}

/// The lists of codes in their usual form, and those in lower case after a word that says that codes follow.
fn with_small_letters(block: &Block<'_>) -> Vec<Run> {
    let text: &str = &block.text;
    let mut all: Vec<Run> =
        runs(text, Written::Plainly).into_iter().filter_map(|run| clear(block, run)).collect();
    if says_ksb(text) {
        let is_small = |run: &Run| text[run.range()].starts_with(|c: char| c.is_ascii_lowercase());
        let small = runs(text, Written::Loosely).into_iter().filter(is_small);
        all.extend(small.filter(|run| {
            let before = &text[..run.range().start];
            is_behind_cue(before, &words_before(before))
        }));
        all.sort_by_key(|run| run.range().start);
    }
    all
}

/// Whether a text mentions KSBs.
fn says_ksb(text: &str) -> bool {
    let mut letters = memchr::memchr2_iter(b'K', b'k', text.as_bytes());
    letters.any(|at| text[at..].starts_with("KSB") || text[at..].starts_with("ksb"))
}

/// Adds the numbers that go with the last code of a list, and returns those for which nothing shows whether they do. A
/// range that ends with one of them is just as doubtful. `next` is where the next list begins.
fn extend(run: &mut Run, text: &str, is_of_cue: bool, next: Option<usize>) -> Vec<Mention> {
    let Some(last) = run.mentions.last().cloned() else { return Vec::new() };
    let mut tail = vec![last.clone()];
    numbers(text, last.range.end, &mut tail);
    let is_range = tail[0].last != last.last;
    if tail.len() == 1 && !is_range {
        return Vec::new();
    }
    let end = tail.last().map_or(last.range.end, |one| one.range.end);
    let is_tight = tail.len() == 1 && !text[last.range.start..end].contains(char::is_whitespace);
    let goes_on = || next.is_some_and(|next| end <= next && is_joint(&text[end..next]));
    if is_tight || is_of_cue && (is_closed(&text[end..]) || goes_on()) {
        run.mentions.pop();
        run.mentions.append(&mut tail);
        return Vec::new();
    }
    if is_range {
        run.mentions.pop();
        return tail;
    }
    tail.split_off(1)
}

/// Whether a list ends where this text begins, and no word follows its last number.
fn is_closed(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\u{a0}', '*', '_', '`']);
    rest.is_empty() || rest.starts_with(['.', ';', ')', ']', '\n', '\r', '"', '”', '|'])
}

/// Whether a gap between codes has only punctuation.
fn are_marks(gap: &str) -> bool {
    !gap.contains(char::is_alphanumeric) && !gap.contains(['\n', '.', ':']) && !is_between_columns(gap)
}
