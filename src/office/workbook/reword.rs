//! Writes changes to texts into the cells of an Excel workbook. Formulas are never touched, and every other part of the
//! archive stays the same, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::error::OfficeError;
use super::super::letters::{Change, Letters, spread};
use super::super::package::Package;
use super::super::replacement::Replacement;
use super::super::splice::Edits;
use super::annotate::{USUAL, sheets};
use super::formats::Formats;
use super::notes_column;
use super::obstacle::CellObstacle;
use super::read::extract;
use super::sheet::{CellXml, Holds, SheetXml};
use super::strings::{CellText, Shared, digits, with_number};
use super::tables::{At, Tables};
use crate::source::{Extracted, Place};

/// A note on the row of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellNote {
    /// The first byte of the extracted text that it is about.
    pub about: usize,
    /// The note.
    pub text: String,
}

/// An Excel workbook that is open for changes to its texts.
#[derive(Debug)]
pub struct CellTexts<'b> {
    bytes: &'b [u8],
    extracted: Extracted,
    /// The sheets by name: the part, and its cells.
    sheets: Vec<(String, String, SheetXml)>,
    /// The part with the shared texts.
    shared: Option<(String, Shared)>,
    /// How its cells show numbers.
    formats: Formats,
    tables: Tables,
}

impl<'b> CellTexts<'b> {
    /// Opens a workbook. `None` if it is a workbook of another program.
    ///
    /// # Errors
    /// [`OfficeError`] if it cannot be read.
    pub fn open(bytes: &'b [u8]) -> Result<Option<Self>, OfficeError> {
        let mut package = Package::open(bytes)?;
        if package.text("content.xml")?.is_some() {
            return Ok(None);
        }
        let extracted = extract(bytes)?;
        let mut all = Vec::new();
        for (name, part) in sheets(&mut package)? {
            let sheet = SheetXml::read(package.text(&part)?.unwrap_or_default())?;
            all.push((name, part, sheet));
        }
        let part = package.related(USUAL, "sharedStrings")?;
        let shared = match part {
            Some(part) => package.text(&part)?.map(Shared::read).transpose()?.map(|shared| (part, shared)),
            None => None,
        };
        let styles = match package.related(USUAL, "styles")? {
            Some(part) => package.text(&part)?,
            None => None,
        };
        let formats = Formats::read(&styles.unwrap_or_default())?;
        let parts: Vec<&str> = all.iter().map(|(_, part, _)| part.as_str()).collect();
        let tables = Tables::read(&mut package, &parts)?;
        Ok(Some(Self { bytes, extracted, sheets: all, shared, formats, tables }))
    }

    /// Why a change cannot be written, if it cannot: everything that it is about has to be letters of one cell, or all
    /// the digits of a number, and not the result of a formula.
    #[must_use]
    pub fn obstacle(&self, change: &Replacement) -> Option<CellObstacle> {
        self.place(change).err()
    }

    /// Leaves the headings of those tables unchanged whose columns cannot be renamed by these changes, and returns
    /// whether there are any. From then on, [`CellTexts::obstacle`] reports changes to those headings.
    ///
    /// # Errors
    /// [`OfficeError`] if a part of the workbook cannot be read.
    pub fn keep_headings(&mut self, changes: &[Replacement]) -> Result<bool, OfficeError> {
        let (mut tables, cells) = (std::mem::take(&mut self.tables), self.of_cells(changes));
        let text = |at: At| self.text(at).map(|(text, _)| text.text.as_str());
        let kept = tables.keep(&mut Package::open(self.bytes)?, &cells, text);
        self.tables = tables;
        kept
    }

    /// The changes to each cell.
    fn of_cells(&self, changes: &[Replacement]) -> BTreeMap<At, Vec<Change>> {
        let mut cells: BTreeMap<At, Vec<Change>> = BTreeMap::new();
        for (at, change) in changes.iter().filter_map(|change| self.place(change).ok()) {
            cells.entry(at).or_default().push(change);
        }
        cells
    }

    /// The workbook with these changes, which must not overlap; a change that cannot be made is left out. Notes go in a
    /// separate column with this header, each in the row of the cell that it is about.
    ///
    /// # Errors
    /// [`OfficeError`] if the workbook cannot be written again.
    pub fn write(
        &self,
        changes: &[Replacement],
        notes: &[CellNote],
        head: &str,
    ) -> Result<Vec<u8>, OfficeError> {
        let cells = self.of_cells(changes);
        if cells.is_empty() && notes.is_empty() {
            return Ok(self.bytes.to_vec());
        }
        let mut edits: Vec<Edits> = self.sheets.iter().map(|_| Edits::default()).collect();
        let mut touched: BTreeSet<usize> = BTreeSet::new();
        let mut package = Package::open(self.bytes)?;
        for ((sheet, cell), changes) in &cells {
            let xml = &self.sheets[*sheet].2;
            let holds = xml.cells.get(cell).map(|cell| &cell.holds);
            if let Some(Holds::Own(text) | Holds::Number(text)) = holds {
                change(text, &xml.xml, changes, &mut edits[*sheet]);
                touched.insert(*sheet);
            }
        }
        if let Some((part, shared)) = &self.shared
            && let Some((text, moved)) = self.shared_texts(shared, &cells)
        {
            package.set(part, text);
            for ((sheet, place), number) in moved {
                edits[sheet].replace(place, number.to_string());
                touched.insert(sheet);
            }
        }
        let mut headings = cells;
        for (number, said) in self.of_rows(notes) {
            let sheet = &self.sheets[number].2;
            let added = notes_column::add(sheet, &self.shared_of(), &said, head, &mut edits[number]);
            headings.extend(added.map(|(cell, change)| ((number, cell), vec![change])));
            touched.insert(number);
        }
        self.tables.write(&mut package, &headings);
        for ((number, (_, part, sheet)), edits) in self.sheets.iter().enumerate().zip(edits) {
            if touched.contains(&number) {
                package.set(part, edits.apply(&sheet.xml));
            }
        }
        package.written()
    }

    fn shared_of(&self) -> Vec<&str> {
        self.shared.iter().flat_map(|(_, shared)| shared.all.iter().map(|one| one.text.as_str())).collect()
    }

    /// The cell that a byte of the extracted text is in, and the first byte of the cell in that text.
    fn cell(&self, at: usize) -> Option<(At, usize)> {
        let pieces = &self.extracted.pieces;
        let index = pieces.partition_point(|piece| piece.start as usize <= at).checked_sub(1)?;
        let Place::Sheet { sheet, row, column } = &pieces[index].place else { return None };
        let number = self.sheets.iter().position(|(name, ..)| Arc::from(name.as_str()) == *sheet)?;
        let cell = (row.checked_sub(1)?, column.checked_sub(1)?);
        Some(((number, cell), pieces[index].start as usize))
    }

    /// The text of a cell that can be changed.
    fn text(&self, (sheet, cell): At) -> Option<(&CellText, &str)> {
        let sheet = &self.sheets[sheet].2;
        match &sheet.cells.get(&cell)?.holds {
            Holds::Own(text) | Holds::Number(text) => Some((text, &sheet.xml)),
            Holds::Shared(number, _) => {
                let (_, shared) = self.shared.as_ref()?;
                Some((shared.all.get(*number)?, &shared.xml))
            }
            Holds::Other => None,
        }
    }

    /// The cell that a change is about, and the change to its text.
    fn place(&self, change: &Replacement) -> Result<(At, Change), CellObstacle> {
        let (at, own) = self.change_of_cell(change).ok_or(CellObstacle::Hidden)?;
        if self.tables.keeps(at) {
            return Err(CellObstacle::Heading);
        }
        let ((sheet, cell), (about, new)) = (at, own);
        let Some(CellXml { holds: Holds::Number(_), style, .. }) = self.sheets[sheet].2.cells.get(&cell)
        else {
            return Ok((at, (about, new)));
        };
        if !self.formats.are_plain(style.as_deref()) {
            return Err(CellObstacle::Format);
        }
        // A number has no leading zeros, whatever other cells have.
        let number = new.trim_start_matches('0');
        if digits(number) { Ok((at, (about, number.to_owned()))) } else { Err(CellObstacle::Number) }
    }

    /// The cell that a change is about, and the change to its text, or `None` if its letters are not in the cell.
    fn change_of_cell(&self, change: &Replacement) -> Option<(At, Change)> {
        let (at, start) = self.cell(change.about.start)?;
        let (text, xml) = self.text(at)?;
        let about = change.about.start - start..change.about.end.checked_sub(start)?;
        let is_whole = self.extracted.text.get(start..)?.starts_with(&text.text);
        let own = (about.clone(), change.text.clone());
        let parts = spread(&text.letters, xml, text.text.get(about)?, &own);
        (is_whole && parts.is_some()).then_some((at, own))
    }

    /// The part with the shared texts after changes to cells, and the cells that get another number. If other cells
    /// share a text, they keep it and the changed cells get a new one. `None` if nothing changes.
    fn shared_texts(&self, shared: &Shared, cells: &BTreeMap<At, Vec<Change>>) -> Option<(String, Moved)> {
        let mut users: BTreeMap<usize, Vec<(At, Range<usize>)>> = BTreeMap::new();
        for (sheet, (.., xml)) in self.sheets.iter().enumerate() {
            for (cell, one) in &xml.cells {
                if let Holds::Shared(number, place) = &one.holds {
                    users.entry(*number).or_default().push(((sheet, *cell), place.clone()));
                }
            }
        }
        let (mut edits, mut moved, mut added) = (Edits::default(), Moved::new(), Vec::new());
        let mut is_changed = false;
        for (number, users) in users {
            let Some(text) = shared.all.get(number) else { continue };
            let mut ways: BTreeMap<Way, Vec<(usize, Range<usize>)>> = BTreeMap::new();
            for ((sheet, cell), place) in users {
                let changes = cells.get(&(sheet, cell)).map_or(&[][..], Vec::as_slice);
                let key = changes.iter().map(|(gone, new)| (gone.start, gone.end, new.clone())).collect();
                ways.entry(key).or_default().push((sheet, place));
            }
            let is_one = ways.len() == 1;
            for (way, users) in ways.into_iter().filter(|(way, _)| !way.is_empty()) {
                let changes: Vec<Change> =
                    way.into_iter().map(|(start, end, new)| (start..end, new)).collect();
                is_changed = true;
                if is_one {
                    change(text, &shared.xml, &changes, &mut edits);
                    continue;
                }
                let mut own = Edits::default();
                change(text, &shared.xml, &changes, &mut own);
                let whole = &shared.xml[text.whole.clone()];
                let new = own.apply(&shared.xml);
                let grown = new.len() - (shared.xml.len() - whole.len());
                let next = shared.all.len() + added.len();
                added.push(new[text.whole.start..text.whole.start + grown].to_owned());
                moved.extend(users.into_iter().map(|user| (user, next)));
            }
        }
        if !added.is_empty() {
            let tag = &shared.xml[shared.tag.clone()];
            edits
                .replace(shared.tag.clone(), with_number(tag, "uniqueCount", shared.all.len() + added.len()));
            edits.insert(shared.end, added.concat());
        }
        is_changed.then(|| (edits.apply(&shared.xml), moved))
    }

    /// The notes on the rows of each sheet.
    fn of_rows(&self, notes: &[CellNote]) -> BTreeMap<usize, BTreeMap<u32, String>> {
        let mut all: BTreeMap<usize, BTreeMap<u32, String>> = BTreeMap::new();
        for note in notes {
            let Some(((sheet, (row, _)), _)) = self.cell(note.about) else { continue };
            let said = all.entry(sheet).or_default().entry(row).or_default();
            if !said.is_empty() {
                said.push_str("; ");
            }
            said.push_str(&note.text);
        }
        all
    }
}

/// The changes to a text, in a form that can be ordered.
type Way = Vec<(usize, usize, String)>;

/// Where cells name their shared text, and the number that is there now.
type Moved = Vec<((usize, Range<usize>), usize)>;

/// Makes changes to a text.
fn change(text: &CellText, xml: &str, changes: &[Change], edits: &mut Edits) {
    let mut all: BTreeMap<usize, Vec<Change>> = BTreeMap::new();
    for one in changes {
        let old = &text.text[one.0.clone()];
        for (number, own) in spread(&text.letters, xml, old, one).into_iter().flatten() {
            all.entry(number).or_default().push(own);
        }
    }
    for (number, changes) in all {
        let letters: &Letters = &text.letters[number];
        letters.change(xml, changes, edits);
    }
}
