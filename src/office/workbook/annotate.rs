//! Writes comments into an Excel workbook, each in the cell that it is about.
//!
//! A cell can have only one comment. Everything to say about a cell goes into one comment; where there is a comment by
//! somebody else, none is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::comment::Comment;
use super::super::error::OfficeError;
use super::super::package::Package;
use super::super::relationships::relationships;
use super::super::splice::Edits;
use super::super::xml::{Item, Xml};
use super::notes::Notes;
use super::read::extract;
use super::shapes::{Cell, Shapes};
use crate::source::Place;

/// The part that lists the sheets, unless the package names another.
pub(super) const USUAL: &str = "xl/workbook.xml";

const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What comes after the drawing of the comments in a sheet.
const ELEMENTS_AFTER_DRAWING: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "worksheet",
];

/// A workbook with comments.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// The workbook.
    pub document: Vec<u8>,
    /// The cells that already have somebody else's comment, and so got none of these: `sheet KSBs, cell C7`.
    pub left_out: Vec<Place>,
}

/// What to say about the cells of each sheet.
type Said = BTreeMap<Arc<str>, BTreeMap<Cell, Vec<String>>>;

/// An Excel workbook with these comments in place of those that this function wrote before. `None` if it is a workbook
/// of another program.
///
/// # Errors
/// If it cannot be read.
pub fn annotate_cells(bytes: &[u8], comments: &[Comment]) -> Result<Option<Annotated>, OfficeError> {
    let mut package = Package::open(bytes)?;
    if package.text("content.xml")?.is_some() {
        return Ok(None);
    }
    let mut said = said(bytes, comments)?;
    let mut left_out = Vec::new();
    for (name, part) in sheets(&mut package)? {
        let of_sheet = said.remove(name.as_str()).unwrap_or_default();
        let others = annotate_sheet(&mut package, &part, of_sheet)?;
        let place = |(row, column): Cell| Place::Sheet {
            sheet: name.as_str().into(),
            row: row + 1,
            column: column + 1,
        };
        left_out.extend(others.into_iter().map(place));
    }
    Ok(Some(Annotated { document: package.written()?, left_out }))
}

/// What the comments say about each cell.
fn said(bytes: &[u8], comments: &[Comment]) -> Result<Said, OfficeError> {
    let pieces = extract(bytes)?.pieces;
    let mut said = Said::new();
    for comment in comments {
        let index = pieces.partition_point(|piece| piece.start as usize <= comment.about.start);
        let piece = pieces.get(index.saturating_sub(1));
        let Some(Place::Sheet { sheet, row, column }) = piece.map(|piece| &piece.place) else { continue };
        let cell = (row.saturating_sub(1), column.saturating_sub(1));
        let of_cell = said.entry(Arc::clone(sheet)).or_default().entry(cell).or_default();
        of_cell.push(comment.paragraphs.join("\n"));
    }
    Ok(said)
}

/// The names of the sheets, and their parts.
pub(super) fn sheets(package: &mut Package<'_>) -> Result<Vec<(String, String)>, OfficeError> {
    let list = package.text("_rels/.rels")?.unwrap_or_default();
    let workbook = relationships(&list, "")?.into_iter().find(|one| one.kind.ends_with("/officeDocument"));
    let workbook = workbook.map_or_else(|| USUAL.to_owned(), |one| one.target);
    let text = package.text(&workbook)?.unwrap_or_default();
    let mut xml = Xml::new(&text, "workbook");
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Item::Open(element) if element.name() == "sheet" => {
                let part = package.target(&workbook, &element.attribute("id").unwrap_or_default())?;
                found.extend(element.attribute("name").zip(part));
            }
            Item::End => return Ok(found),
            _ => (),
        }
    }
}

/// Writes the comments on the cells of a sheet, and returns the cells that have somebody else's comment.
fn annotate_sheet(
    package: &mut Package<'_>,
    part: &str,
    mut said: BTreeMap<Cell, Vec<String>>,
) -> Result<Vec<Cell>, OfficeError> {
    let name = package.related(part, "comments")?;
    let notes = Notes::read(name.as_ref().map_or(Ok(None), |name| package.text(name))?)?;
    let others: BTreeSet<Cell> = notes.other_cells.iter().filter_map(|name| cell(name)).collect();
    let left_out = said.extract_if(.., |cell, _| others.contains(cell)).map(|(cell, _)| cell).collect();
    if said.is_empty() && notes.own_cells.is_empty() {
        return Ok(left_out);
    }
    let name = name.map_or_else(|| package.free_name(|number| format!("xl/comments{number}.xml")), Ok)?;
    let comments: Vec<(String, String)> =
        said.iter().map(|(cell, texts)| (cell_name(*cell), texts.join("\n\n"))).collect();
    package.set(&name, notes.with(&comments));
    package.declare(&name, COMMENTS)?;
    package.relate(part, "comments", &name)?;
    let gone = notes.own_cells.iter().filter_map(|name| cell(name)).collect();
    let cells: Vec<Cell> = said.into_keys().collect();
    draw(package, part, &gone, &cells)?;
    Ok(left_out)
}

/// Draws the boxes of comments.
fn draw(
    package: &mut Package<'_>,
    part: &str,
    gone: &BTreeSet<Cell>,
    cells: &[Cell],
) -> Result<(), OfficeError> {
    let sheet = package.text(part)?.unwrap_or_default();
    let (spot, id) = drawing(&sheet)?;
    let known = id.map_or(Ok(None), |id| package.target(part, &id))?;
    let name = known.map_or_else(|| add_drawing(package, part, &sheet, &spot), Ok)?;
    let shapes = Shapes::read(package.text(&name)?)?;
    package.set(&name, shapes.with(gone, cells));
    Ok(())
}

/// Names a drawing for comments in a sheet that has none, and returns its part, which has yet to be written.
fn add_drawing(
    package: &mut Package<'_>,
    part: &str,
    sheet: &str,
    spot: &Spot,
) -> Result<String, OfficeError> {
    let name = package.free_name(|number| format!("xl/drawings/vmlDrawing{number}.vml"))?;
    package.declare_all("vml", DRAWING)?;
    let id = package.relate(part, "vmlDrawing", &name)?;
    let mut edits = Edits::default();
    let x = &spot.prefix;
    edits.insert(spot.at, format!("<{x}legacyDrawing xmlns:r=\"{RELATIONSHIPS}\" r:id=\"{id}\"/>"));
    package.set(part, edits.apply(sheet));
    Ok(name)
}

/// Where a sheet would name the drawing of its comments, and the prefix of names there.
struct Spot {
    at: usize,
    prefix: String,
}

/// Where a sheet names the drawing of its comments, or would name it, and the id of the drawing, if it has one.
fn drawing(sheet: &str) -> Result<(Spot, Option<String>), OfficeError> {
    let mut xml = Xml::new(sheet, "worksheet");
    let mut spot = Spot { at: sheet.len(), prefix: String::new() };
    loop {
        let before = xml.position();
        match xml.next()? {
            Item::Open(element) if element.name() == "worksheet" => spot.prefix = element.prefix(),
            Item::Open(element) if element.name() == "legacyDrawing" => {
                return Ok((spot, element.attribute("id")));
            }
            Item::Open(element) => {
                if ELEMENTS_AFTER_DRAWING.contains(&element.name()) {
                    spot.at = spot.at.min(element.tag.start);
                }
                xml.skip()?;
            }
            Item::Close => spot.at = spot.at.min(before),
            Item::Text(_) => (),
            Item::End => return Ok((spot, None)),
        }
    }
}

/// The cell with this name: `C7`.
pub(super) fn cell(name: &str) -> Option<Cell> {
    let letters = name.len() - name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let column = name[..letters].bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = name[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The name of a cell: `C7`.
pub(super) fn cell_name((row, column): Cell) -> String {
    let place = Place::Sheet { sheet: "".into(), row: row + 1, column: column + 1 };
    place.cell_name().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_known_by_their_names() {
        for (name, of) in [("A1", (0, 0)), ("C7", (6, 2)), ("AA10", (9, 26))] {
            assert_eq!((cell(name), cell_name(of)), (Some(of), name.to_owned()));
        }
        assert_eq!([cell(""), cell("7"), cell("A0"), cell("A")], [None; 4]);
    }

    #[test]
    fn the_drawing_of_comments_is_named_in_its_place() {
        let sheet = r#"<worksheet><sheetData/><drawing r:id="a"/><tableParts/></worksheet>"#;
        let (spot, id) = drawing(sheet).expect("XML");
        assert_eq!((&sheet[spot.at..], id), ("<tableParts/></worksheet>", None));
        let (spot, _) = drawing("<x:worksheet><x:sheetData/></x:worksheet>").expect("XML");
        assert_eq!((spot.at, &*spot.prefix), ("<x:worksheet><x:sheetData/>".len(), "x:"));
    }
}
