//! Writes changes of the text into a Word document as tracked changes, which its author accepts or rejects.
//!
//! Only the part with the text changes, and in it only the runs that the changes are in.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::archive::Archive;
use super::super::changes::TrackedChanges;
use super::super::error::OfficeError;
use super::super::lines::{Block, Run, extracted};
use super::super::replacement::Replacement;
use super::super::rewrite::rewritten;
use super::super::splice::Edits;
use super::cuts::{Cut, Cutter, Ids, can_be_cut};
use super::locked::locked;
use super::package;
use super::raw::prefix;
use super::read::{blocks, document};
use crate::source::{Container, Extracted};

/// A Word document that is open for tracked changes. Its text is the text with all existing changes accepted.
#[derive(Debug)]
pub struct Redline<'b> {
    pub(super) bytes: &'b [u8],
    /// The name of the part with the text, and its XML.
    pub(super) part: String,
    pub(super) xml: String,
    /// The prefix of names in it.
    prefix: String,
    /// The ranges that Word does not let anyone change.
    pub(super) locked: Vec<Range<usize>>,
    extracted: Extracted,
    /// For each piece of the text, how long it is, and what it consists of, in order.
    pieces: Vec<(usize, Vec<Run>)>,
}

/// Where a change is made: the piece of the text, the run within it, and what is cut out of that.
type Place = (usize, usize, Cut);

impl<'b> Redline<'b> {
    /// Opens a document.
    ///
    /// # Errors
    /// [`OfficeError`] if it cannot be read.
    pub fn open(bytes: &'b [u8]) -> Result<Self, OfficeError> {
        let mut archive = Archive::open(bytes)?;
        let part = package::document(&mut archive)?;
        let xml = document(&mut archive, &part)?;
        let blocks = blocks(&mut archive, &part, &xml, TrackedChanges::Accepted)?;
        let extracted = extracted(Container::Word, bytes, &blocks);
        let pieces = blocks.into_iter().filter(|block| !block.is_blank()).map(runs).collect();
        let (prefix, locked) = (prefix(&xml)?, locked(&xml)?);
        Ok(Self { bytes, part, xml, prefix, locked, extracted, pieces })
    }

    /// What the document says.
    #[must_use]
    pub fn extracted(&self) -> &Extracted {
        &self.extracted
    }

    /// Whether a change can be written: everything that it is about is text in one paragraph that Word allows to be
    /// changed.
    #[must_use]
    pub fn can_apply(&self, change: &Replacement) -> bool {
        self.places(change).is_some()
    }

    /// The document with these changes, which must not overlap; a change that cannot be made is left out. `date` is the
    /// date of the changes, in the form that XML uses (`2026-03-01T12:00:00Z`).
    ///
    /// # Errors
    /// [`OfficeError`] if the document cannot be written again.
    pub fn write(&self, changes: &[Replacement], date: &str) -> Result<Vec<u8>, OfficeError> {
        let places: Vec<Place> = changes.iter().filter_map(|change| self.places(change)).flatten().collect();
        if places.is_empty() {
            return Ok(self.bytes.to_vec());
        }
        let ids = Ids::of(&self.xml)?;
        let mut cutter = Cutter { xml: &self.xml, w: &self.prefix, date, ids };
        let mut cuts: BTreeMap<(usize, usize), Vec<Cut>> = BTreeMap::new();
        for (piece, run, cut) in places {
            cuts.entry((piece, run)).or_default().push(cut);
        }
        // Grouped by the XML run that they are in.
        let mut runs: BTreeMap<usize, Vec<(&Run, Vec<Cut>)>> = BTreeMap::new();
        for ((piece, run), mut cuts) in cuts {
            cuts.sort_by_key(|cut| (cut.gone.start, cut.gone.end));
            let run = &self.pieces[piece].1[run];
            runs.entry(run.whole.start).or_default().push((run, cuts));
        }
        let mut edits = Edits::default();
        for pieces in runs.into_values() {
            edits.replace(pieces[0].0.whole.clone(), cutter.run(&pieces));
        }
        rewritten(self.bytes, BTreeMap::from([(self.part.clone(), edits.apply(&self.xml))]))
    }

    /// The runs that a change would be made in, and its bytes within their paragraph.
    pub(super) fn paragraph(&self, about: &Range<usize>) -> Option<(&[Run], Range<usize>)> {
        let starts = &self.extracted.pieces;
        let index = starts.partition_point(|piece| piece.start as usize <= about.start).checked_sub(1)?;
        let start = starts[index].start as usize;
        let (len, runs) = &self.pieces[index];
        let own = about.start - start..about.end.checked_sub(start)?;
        (own.end <= *len).then_some((runs, own))
    }

    /// Where a change is made, or `None` if it cannot be written.
    fn places(&self, change: &Replacement) -> Option<Vec<Place>> {
        let Replacement { about, text } = change;
        if text.contains(char::is_control) {
            return None;
        }
        // What stays the same at the beginning is neither deleted nor inserted again: if one of two spaces is removed,
        // it is the second.
        let stays = self.extracted.text.get(about.clone())?.starts_with(text.as_str());
        let (about, text) = if stays {
            (about.start + text.len()..about.end, String::new())
        } else {
            (about.clone(), text.clone())
        };
        let starts = &self.extracted.pieces;
        let index = starts.partition_point(|piece| piece.start as usize <= about.start).checked_sub(1)?;
        let (runs, Range { start: from, end: to }) = self.paragraph(&about)?;
        let mut found: Vec<Place> = Vec::new();
        let first = runs.partition_point(|run| run.text.end < from || run.text.end == from && from < to);
        let mut at = from;
        for (number, run) in (first..).zip(&runs[first..]) {
            let is_done = at >= to && !found.is_empty();
            if is_done || run.text.start > at {
                break;
            }
            let end = to.min(run.text.end);
            let gone = at - run.text.start..end - run.text.start;
            let is_locked = || self.locked.iter().any(|place| place.contains(&run.whole.start));
            if !can_be_cut(run, &gone, &self.xml, &self.prefix) || is_locked() {
                return None;
            }
            let new = if found.is_empty() { text.clone() } else { String::new() };
            found.push((index, number, Cut { gone, new }));
            at = end;
        }
        (at == to && !found.is_empty()).then_some(found)
    }
}

/// How long the text of a block is, and what it consists of.
fn runs(block: Block) -> (usize, Vec<Run>) {
    let mut runs = block.runs.all;
    runs.extend(block.runs.signs);
    runs.sort_by_key(|run| run.text.start);
    (block.text.len(), runs)
}
