//! Paragraphs of text, and the pieces of documents that are not plain text.

use std::ops::Range;

use crate::citing::Block;
use crate::source::{Source, Text, TextBuilder, Transcript};

/// The pieces of a document that is not plain text; the pieces of one cell are one block.
pub(super) fn of_pieces(source: &Source) -> Vec<Block<'_>> {
    let (text, pieces) = (source.text(), source.pieces());
    let is_of_one =
        |one: &crate::source::Piece, next: &crate::source::Piece| one.cell.is_some() && one.cell == next.cell;
    let mut blocks = Vec::with_capacity(pieces.len());
    let mut rest = pieces;
    for cell in pieces.chunk_by(is_of_one) {
        rest = &rest[cell.len()..];
        let start = cell[0].start as usize;
        let end = rest.first().map_or(text.len(), |next| next.start as usize);
        let said = Text::verbatim(&text[start..end], start).trimmed();
        if !said.is_empty() {
            blocks.push(Block { text: said, cell: cell[0].cell, is_heading: cell[0].heading.is_some() });
        }
    }
    blocks
}

/// The lines of the plain text of markup.
pub(super) fn of_transcript<'s>(source: &'s Source, transcript: &Transcript) -> Vec<Block<'s>> {
    let plain = transcript.text();
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for line in transcript.lines() {
        let said = &plain[line.range.clone()];
        let (start, said) = (line.range.end - said.trim_start().len(), said.trim());
        if !said.is_empty() {
            let text = in_file(source, plain, start..start + said.len());
            blocks.push(Block { text, cell: line.cell, is_heading: line.is_heading });
        }
    }
    blocks
}

/// The bytes `range` of a plain text with their places in the file. Most of them are there verbatim.
pub(super) fn in_file<'s>(source: &'s Source, plain: &Text<'s>, range: Range<usize>) -> Text<'s> {
    let place = plain.span_of(range.clone()).range();
    match source.text().get(place.clone()) {
        Some(text) if *text == plain[range.clone()] => Text::verbatim(text, place.start),
        _ => plain.part(range),
    }
}

/// The lines in a part of a text; a line that breaks off in mid-sentence is joined to the next.
pub(super) fn of_lines(source: &Source, part: Range<usize>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Text<'_>> = Vec::new();
    for number in source.line_index(part.start)..=source.line_index(part.end) {
        let start = source.line_start(number).max(source.bom_len()).max(part.start);
        let end = source.line_start(number + 1).clamp(start, part.end);
        let line = Text::verbatim(&source.text()[start..end], start).trimmed();
        let goes_on = lines.last().is_some_and(|above| goes_on(above, &line));
        if !goes_on {
            blocks.extend(joined(&mut lines));
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    blocks.extend(joined(&mut lines));
    blocks
}

/// Whether a line continues the sentence above.
fn goes_on(above: &str, line: &str) -> bool {
    line.starts_with(char::is_lowercase)
        && !above.ends_with(['.', '!', '?', ';', ':'])
        && member(line).is_none()
}

/// The key and the value of a line that has both, as in YAML: `room: B1`.
pub(super) fn member(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(": ").or(line.strip_suffix(':').map(|key| (key, "")))?;
    key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-').then_some((key, value))
}

/// The lines as one block, or `None` if there are no lines.
fn joined<'s>(lines: &mut Vec<Text<'s>>) -> Option<Block<'s>> {
    let lines = std::mem::take(lines);
    let block = |text| Block { text, cell: None, is_heading: false };
    let [first, more @ ..] = lines.as_slice() else { return None };
    if more.is_empty() {
        return Some(block(first.clone()));
    }
    let mut builder = TextBuilder::default();
    builder.verbatim(first, first.span().range().start);
    for (above, line) in lines.iter().zip(more) {
        let gap = crate::source::Span { start: above.span().end, end: line.span().start };
        builder.stands_for(" ", gap);
        builder.verbatim(line, line.span().range().start);
    }
    Some(block(builder.finish(first.span())))
}
