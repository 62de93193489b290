//! Markdown: its transcript has a line for each paragraph, heading, list item and cell, without the markup.

mod blocks;
mod drawn;
mod front_matter;
mod html;
mod html_table;
mod inline;
mod nesting;
mod struck;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use self::blocks::Blocks;
use self::drawn::{DrawnCell, DrawnTable};
use crate::source::{Span, TableCell, Text, TextBuilder, Transcript};

/// What a replacement may not have, since it could be markup.
const RESERVED: &str = "*_`[]<>&\\|#~!$^{}=+\r\n";

/// The extensions to `CommonMark` that are read: those of GitHub and Pandoc.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The plain text of Markdown. `None` if something in it is nested more deeply than people write.
pub(super) fn transcript(text: &str) -> Option<Transcript> {
    let start = start(text);
    with_tables(text, start, drawn::tables(text, start), false)
}

/// The same for a document that cites a standard: with its footnotes, and without its front matter.
pub(super) fn citing_transcript(text: &str) -> Option<Transcript> {
    let start = start(text);
    with_tables(text, start, drawn::tables(text, start), true)
}

/// The YAML at the start of a Markdown file, with the lines around it.
#[must_use]
pub fn front_matter(text: &str) -> Option<Range<usize>> {
    let start = start(text);
    let text = text[start..].starts_with("---").then_some(&text[start..])?;
    let (first, range) = Parser::new_ext(text, OPTIONS).into_offset_iter().next()?;
    matches!(first, Event::Start(Tag::MetadataBlock(_))).then(|| range.start + start..range.end + start)
}

/// Where a text begins, after a byte order mark.
fn start(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

/// The same, from the byte `start` on, where the drawn tables are known.
fn with_tables(text: &str, start: usize, tables: Vec<DrawnTable>, is_citing: bool) -> Option<Transcript> {
    if nesting::is_too_deep(&text[start..]) {
        return None;
    }
    let plain = drawn::without(text, &tables);
    let mut tables = tables.into_iter().peekable();
    let mut blocks = Blocks::new(&plain, is_citing);
    for (event, range) in Parser::new_ext(&plain[start..], OPTIONS).into_offset_iter() {
        let range = range.start + start..range.end + start;
        while let Some(table) = tables.next_if(|table| table.start <= range.start) {
            add_table(&mut blocks, text, &table)?;
        }
        blocks.event(event, range);
    }
    for table in tables {
        add_table(&mut blocks, text, &table)?;
    }
    Some(blocks.builder.finish(RESERVED))
}

/// Adds a table that is drawn with dashes. Each cell is read as Markdown. `None` if one is nested too deeply.
fn add_table(blocks: &mut Blocks<'_>, text: &str, table: &DrawnTable) -> Option<()> {
    blocks.builder.part();
    blocks.cell.table += 1;
    for row in &table.rows {
        blocks.cell.row += 1;
        for cell in row {
            blocks.builder.break_line();
            blocks.builder.enter(Some(TableCell { column: cell.column, ..blocks.cell }));
            let words = words(text, cell);
            blocks.builder.append(&with_tables(&words, 0, Vec::new(), false)?, &words);
        }
    }
    blocks.builder.break_line();
    blocks.builder.enter(None);
    blocks.builder.part();
    Some(())
}

/// The words of a drawn cell, without the space before each line.
fn words(text: &str, cell: &DrawnCell) -> Text<'static> {
    let mut words = TextBuilder::default();
    for (start, end) in &cell.lines {
        let line = &text[*start..*end];
        if !words.as_str().is_empty() {
            words.stands_for("\n", Span::at(*start));
        }
        words.verbatim(line.trim(), start + line.len() - line.trim_start().len());
    }
    words.finish(Span::at(cell.lines.first().map_or(0, |(start, _)| *start)))
}
