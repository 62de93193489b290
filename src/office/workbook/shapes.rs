//! The boxes in which Excel shows the comments of a sheet. They are in a separate part, in an older drawing language.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::error::OfficeError;
use super::super::splice::Edits;
use super::super::xml::{Item, Xml};

/// A part without boxes.
const EMPTY: &str = concat!(
    r#"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" "#,
    r#"xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">"#,
    r#"<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>"#
);

/// The shape type of these boxes; `KIND` is its id.
const KIND: &str = "_x0000_t202";
const KIND_OF_BOX: &str = concat!(
    r#"<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">"#,
    r#"<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#
);

/// The prefix of the ids of boxes, and the number after which they start.
const ID: &str = "_x0000_s";
const FIRST: u32 = 1024;

/// The row and the column of a cell, from 0.
pub(super) type Cell = (u32, u32);

/// The part with the boxes of a sheet.
#[derive(Debug)]
pub(super) struct Shapes {
    text: String,
    /// The boxes of comments, by cell, and where they are in the part.
    boxes: Vec<(Cell, u32, Range<usize>)>,
    /// The last number of a shape that is not the box of a comment.
    last: u32,
    has_kind: bool,
    /// Where the content of the part ends.
    end: usize,
}

impl Shapes {
    /// The boxes of a part; an empty part for a sheet that has none.
    pub(super) fn read(text: Option<String>) -> Result<Self, OfficeError> {
        let text = text.unwrap_or_else(|| EMPTY.to_owned());
        let mut shapes = Self {
            boxes: Vec::new(),
            last: FIRST,
            has_kind: text.contains(KIND),
            end: 0,
            text: String::new(),
        };
        let mut xml = Xml::new(&text, "drawing");
        loop {
            let before = xml.position();
            match xml.next()? {
                Item::Open(element) if element.name() == "shape" => {
                    let id = element.attribute("id").unwrap_or_default();
                    let number = id.strip_prefix(ID).and_then(|id| id.parse().ok()).unwrap_or(0);
                    match cell_of(&mut xml)? {
                        Some(cell) => shapes.boxes.push((cell, number, element.tag.start..xml.position())),
                        None => shapes.last = shapes.last.max(number),
                    }
                }
                Item::Open(element) if element.name() == "xml" => (),
                Item::Open(_) => xml.skip()?,
                Item::Close => shapes.end = before,
                Item::Text(_) => (),
                Item::End => return Ok(Self { text, ..shapes }),
            }
        }
    }

    /// The part with boxes for the comments in these cells, without those in the cells of `gone`.
    pub(super) fn with(&self, gone: &BTreeSet<Cell>, cells: &[Cell]) -> String {
        let mut edits = Edits::default();
        let mut last = self.last;
        for (cell, number, place) in &self.boxes {
            if gone.contains(cell) {
                edits.replace(place.clone(), "");
            } else {
                last = last.max(*number);
            }
        }
        if !self.has_kind && !cells.is_empty() {
            edits.insert(self.end, KIND_OF_BOX);
        }
        for (cell, number) in cells.iter().zip(last.saturating_add(1)..) {
            edits.insert(self.end, shape(*cell, number));
        }
        edits.apply(&self.text)
    }
}

/// The cell of the comment, if the element that began last is the box of one; `None` if it is another shape.
fn cell_of(xml: &mut Xml<'_>) -> Result<Option<Cell>, OfficeError> {
    let (mut depth, mut name) = (1, String::new());
    let (mut row, mut column, mut is_note) = (None, None, false);
    while depth > 0 {
        match xml.next()? {
            Item::Open(element) => {
                depth += 1;
                is_note |= element.attribute("ObjectType").as_deref() == Some("Note");
                element.name().clone_into(&mut name);
            }
            Item::Text(text) if name == "Row" => row = text.trim().parse().ok(),
            Item::Text(text) if name == "Column" => column = text.trim().parse().ok(),
            Item::Text(_) => (),
            Item::Close => {
                depth -= 1;
                name.clear();
            }
            Item::End => break,
        }
    }
    Ok(row.zip(column).filter(|_| is_note))
}

/// A hidden box next to a cell, four columns wide and eight rows high.
fn shape((row, column): Cell, number: u32) -> String {
    let (left, right) = (column.saturating_add(1), column.saturating_add(5));
    let (top, bottom) = (row, row.saturating_add(8));
    format!(
        "<v:shape id=\"{ID}{number}\" type=\"#{KIND}\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;\
         width:260pt;height:110pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>\
         <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
         <div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>\
         <x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor>\
         <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_gone_comments_go_and_others_stay() {
        let first = Shapes::read(None).expect("XML").with(&BTreeSet::new(), &[(0, 0), (6, 2)]);
        let read = Shapes::read(Some(first.clone())).expect("XML");
        assert_eq!(
            read.boxes.iter().map(|one| (one.0, one.1)).collect::<Vec<_>>(),
            [((0, 0), 1025), ((6, 2), 1026)]
        );
        let second = read.with(&[(6, 2)].into(), &[(6, 2)]);
        assert_eq!(second, first);
        let third = read.with(&[(0, 0), (6, 2)].into(), &[]);
        assert!(third.contains(KIND) && !third.contains("<v:shape "), "{third}");
    }
}
