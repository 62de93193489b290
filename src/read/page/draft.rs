//! A draft as people type or paste it, and a list of statements: text in the order of a standard page, with any part
//! possibly absent. Tables whose rows say what they are (`Type,Code,Text`) are read as such, as well as the text or
//! instead of it.

use super::lines::{Line, lines};
use super::listing;
use super::standard;
use crate::model::{Document, Format};
use crate::read::notes::{Notes, Read};
use crate::source::Source;

/// Reads such a text, or text extracted from a document in this format. What a list of statements was never meant to
/// state counts as not shown, and so do the facts of a standard where a text states none of them.
pub(crate) fn read(source: &Source, format: Format) -> Read<'_> {
    let mut notes = Notes::new(source.id());
    let lines = lines(source);
    let (rows, others) = listing::take(&lines, &mut notes);
    notes.left_out_of_text(source.left_out());
    if let Some(map) = listing::read_map(&rows, (source.id(), format), &mut notes) {
        let is_title = |line: &&Line<'_>| map.title.stated().is_some_and(|title| title.as_str() == line.text);
        others.iter().filter(|line| !is_title(line)).for_each(|line| notes.unread("map", line.span()));
        return (Document::Map(Box::new(map)), notes.finish());
    }
    let (mut standard, ..) = standard::contents(source, &others, format, &mut notes);
    if let Some(first) = lines.first() {
        standard.start = first.span();
    }
    listing::state(&rows, &mut standard, &mut notes);
    standard.hide_unmeant();
    standard.hide_unshown(standard.format);
    (Document::Standard(Box::new(standard)), notes.finish())
}
