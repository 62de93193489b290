//! The cells of a file of cells.

use super::plain::in_file;
use crate::citing::Block;
use crate::read::cells::{Field, each_cell, pieces};
use crate::source::{Source, Span, TableCell, Text, TextBuilder};

/// The cells of a file, with each line of a cell as a separate block. `None` if it has no rows of several cells.
pub(super) fn blocks(source: &Source) -> Option<Vec<Block<'_>>> {
    let text = source.text();
    let mut blocks = Vec::new();
    each_cell(text, |cell, field| {
        let words = &text[field.start..field.end];
        // Without quotes around it, a cell has neither line breaks nor quotes that stand for others.
        if field.is_quoted && words.contains(['"', '\r', '\n']) {
            lines(source, cell, field, &mut blocks);
        } else {
            let text = Text::verbatim(words, field.start).trimmed();
            blocks.push(Block { text, cell: Some(cell), is_heading: false });
        }
    })?;
    Some(blocks)
}

/// The lines of a cell in quotes.
fn lines<'s>(source: &'s Source, cell: TableCell, field: Field, blocks: &mut Vec<Block<'s>>) {
    let mut builder = TextBuilder::default();
    pieces(source.text(), field, |words, place| builder.stands_for(words, place));
    let plain = builder.finish(Span::at(field.start));
    let mut end = 0;
    for line in plain.split_inclusive('\n') {
        end += line.len();
        let (start, said) = (end - line.trim_start().len(), line.trim());
        if !said.is_empty() {
            let text = in_file(source, &plain, start..start + said.len());
            blocks.push(Block { text, cell: Some(cell), is_heading: false });
        }
    }
}
