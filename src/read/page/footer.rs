//! What comes after the page: its licence and its questions, and whatever somebody has pasted there.

use super::codes;
use super::lines::Line;
use super::sections::{self, PageSection, SectionLines};
use crate::read::notes::Notes;

/// How many words make a sentence that somebody wrote, rather than part of the page.
const SENTENCE: usize = 4;

/// How the lines of a page's footer begin.
const KNOWN: [&str; 15] = [
    "crown copyright",
    "© crown copyright",
    "all content is available",
    "you may re-use",
    "view occupation",
    "share this page",
    "is this page",
    "is this webpage",
    "tell us",
    "help us",
    "don’t include personal",
    "don't include personal",
    "we use cookies",
    "we use some essential cookies",
    "to help us improve",
];

/// Notes anything in the footer that is not footer text: nothing in it is read.
pub(super) fn note(blocks: &[SectionLines<'_>], notes: &mut Notes) {
    let footer = blocks.iter().filter(|block| block.section == PageSection::Footer);
    for line in footer.flat_map(|block| &block.lines) {
        note_line(*line, notes);
    }
}

/// Notes a line after the page if it is not part of a footer.
pub(super) fn note_line(line: Line<'_>, notes: &mut Notes) {
    let is_known = KNOWN.iter().any(|known| line.begins(known));
    let is_entry = codes::duty_heading(line).is_some()
        || codes::statement(line).is_some_and(|found| !found.rest.text.is_empty());
    let is_sentence = line.is_sentence() && line.text.split_whitespace().count() >= SENTENCE;
    let is_heading = matches!(
        sections::heading(line),
        Some(PageSection::Duties | PageSection::Statements(_) | PageSection::Summary)
    );
    if !is_known && (is_entry || is_heading || is_sentence) {
        notes.unread("footer", line.span());
    }
}
