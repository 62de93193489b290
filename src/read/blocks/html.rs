//! The paragraphs, headings and cells of a page in HTML.

use crate::citing::Block;
use crate::read::html::page::main;
use crate::read::html::tree::{Element, HtmlTree};
use crate::source::TableCell;

/// Where the walk through the rows of a page is.
#[derive(Default)]
struct Walk {
    table: u32,
    row: u32,
    column: u32,
}

/// The blocks of a page.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let tree = HtmlTree::parse(text, 0..text.len());
    let (mut blocks, mut at) = (Vec::new(), Walk::default());
    let range = main(&tree);
    let mut outside = range.start;
    for index in range.clone() {
        // What stands in a cell has been read with it.
        if index < outside {
            continue;
        }
        let Some(element) = tree.element(index) else { continue };
        match element.name() {
            "table" => at.table += 1,
            "tr" => {
                at.row += 1;
                at.column = 0;
            }
            "td" | "th" => {
                around(&tree, outside..index, &mut blocks);
                let text = tree.text_of(index);
                let cell = TableCell { table: at.table, row: at.row, column: at.column };
                at.column += element
                    .attribute("colspan")
                    .and_then(|span| span.trim().parse().ok())
                    .unwrap_or(1)
                    .clamp(1, 1000);
                outside = tree.inside(index).end;
                if !text.is_empty() {
                    blocks.push(Block { text, cell: Some(cell), is_heading: false });
                }
            }
            _ => (),
        }
    }
    around(&tree, outside..range.end, &mut blocks);
    blocks
}

/// What stands outside cells.
fn around<'s>(tree: &HtmlTree<'s>, range: std::ops::Range<usize>, blocks: &mut Vec<Block<'s>>) {
    for one in tree.blocks(range) {
        let is_heading = one.element.and_then(|index| tree.element(index)).is_some_and(Element::is_heading);
        blocks.push(Block { text: one.text, cell: None, is_heading });
    }
}
