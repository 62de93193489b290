//! The paragraphs, headings and cells of a page in HTML.

use crate::citing::Block;
use crate::read::html::page::main;
use crate::read::html::tree::{Element, HtmlTree};
use crate::source::TableCell;

/// No cell is wider or higher than this, whatever its attributes say.
const LARGEST: u32 = 1000;

/// Where the walk through the rows of a page is.
#[derive(Default)]
struct Walk {
    table: u32,
    row: u32,
    column: u32,
    /// For each column, the row below the last cell that spans down into it.
    reached: Vec<u32>,
}

impl Walk {
    fn begin_table(&mut self) {
        self.table += 1;
        self.reached.clear();
    }

    fn begin_row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// The place of a cell: the next column that no cell from above spans into.
    fn place(&mut self, cell: &Element) -> TableCell {
        while self.reached.get(self.column as usize).is_some_and(|below| *below > self.row) {
            self.column += 1;
        }
        let place = TableCell { table: self.table, row: self.row, column: self.column };
        let end = self.column + span(cell, "colspan");
        let below = self.row + span(cell, "rowspan");
        self.reached.resize(self.reached.len().max(end as usize), 0);
        self.reached[self.column as usize..end as usize].fill(below);
        self.column = end;
        place
    }
}

/// How many columns or rows a cell takes.
fn span(cell: &Element, name: &str) -> u32 {
    cell.attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, LARGEST)
}

/// The blocks of a page.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let tree = HtmlTree::parse(text, 0..text.len());
    let (mut blocks, mut at) = (Vec::new(), Walk::default());
    let range = main(&tree);
    let mut outside = range.start;
    for index in range.clone() {
        // What is in a cell has already been read with it.
        if index < outside {
            continue;
        }
        let Some(element) = tree.element(index) else { continue };
        match element.name() {
            "table" => at.begin_table(),
            "tr" => at.begin_row(),
            "td" | "th" => {
                around(&tree, outside..index, &mut blocks);
                let text = tree.text_of(index);
                let cell = at.place(element);
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

/// What is outside cells.
fn around<'s>(tree: &HtmlTree<'s>, range: std::ops::Range<usize>, blocks: &mut Vec<Block<'s>>) {
    for one in tree.blocks(range) {
        let is_heading = one.element.and_then(|index| tree.element(index)).is_some_and(Element::is_heading);
        blocks.push(Block { text: one.text, cell: None, is_heading });
    }
}
