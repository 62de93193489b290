//! Writes changes of the text into a Word document as if its author had typed them: no tracked changes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::comment::escaped;
use super::super::error::OfficeError;
use super::super::lines::Run;
use super::super::rewrite::rewritten;
use super::super::splice::Edits;
use super::raw::raw_offset;
use super::redline::{Redline, Replacement};

impl Redline<'_> {
    /// Whether a change can be written into the text: all that it is about is letters of one paragraph.
    #[must_use]
    pub fn rewords(&self, change: &Replacement) -> bool {
        !self.cuts(change).is_empty()
    }

    /// The document with these changes in its text, which must not overlap; one that it does not take is left out. Runs keep
    /// their properties, and everything else stays byte for byte.
    ///
    /// # Errors
    /// [`OfficeError`] if the document cannot be written again.
    pub fn reworded(&self, changes: &[Replacement]) -> Result<Vec<u8>, OfficeError> {
        let mut runs: BTreeMap<usize, (&Run, Vec<(Range<usize>, String)>)> = BTreeMap::new();
        for change in changes.iter().flat_map(|change| self.by_letter(change)) {
            for (run, gone, new) in self.cuts(&change) {
                runs.entry(run.content.start).or_insert((run, Vec::new())).1.push((gone, new));
            }
        }
        if runs.is_empty() {
            return Ok(self.bytes.to_vec());
        }
        let mut edits = Edits::default();
        for (run, changes) in runs.into_values() {
            self.change(run, changes, &mut edits);
        }
        rewritten(self.bytes, BTreeMap::from([(self.part.clone(), edits.apply(&self.xml))]))
    }

    /// A change as one of each letter, if as many come as go: each then stays in the run that it stands in.
    fn by_letter(&self, change: &Replacement) -> Vec<Replacement> {
        let is_one_run = self.cuts(change).len() < 2;
        let old = self.extracted().text.get(change.about.clone()).unwrap_or_default();
        if is_one_run || old.len() != change.text.len() || !old.is_ascii() || !change.text.is_ascii() {
            return vec![change.clone()];
        }
        let letter = |(at, c): (usize, char)| {
            let start = change.about.start + at;
            Replacement { about: start..start + 1, text: c.to_string() }
        };
        change.text.char_indices().map(letter).collect()
    }

    /// Changes the text of a run.
    fn change(&self, run: &Run, mut changes: Vec<(Range<usize>, String)>, edits: &mut Edits) {
        changes.sort_by_key(|(gone, _)| (gone.start, gone.end));
        let content = &self.xml[run.content.clone()];
        let mut own = Edits::default();
        for (gone, new) in changes {
            let raw = [gone.start, gone.end].map(|at| raw_offset(content, at).unwrap_or(content.len()));
            own.replace(raw[0]..raw[1], escaped(&new));
        }
        let new = own.apply(content);
        let tag = &self.xml[run.tag.clone()];
        let is_edged = new.starts_with(char::is_whitespace) || new.ends_with(char::is_whitespace);
        if is_edged && !tag.contains("preserve") {
            edits.insert(run.tag.end - 1, " xml:space=\"preserve\"");
        }
        edits.replace(run.content.clone(), new);
    }
}
