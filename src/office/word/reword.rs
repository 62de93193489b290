//! Writes changes of the text into a Word document as if its author had typed them: no tracked changes.

use std::collections::BTreeMap;

use super::super::error::OfficeError;
use super::super::letters::{Change, Letters, spread};
use super::super::lines::Run;
use super::super::replacement::Replacement;
use super::super::rewrite::rewritten;
use super::super::splice::Edits;
use super::redline::Redline;

impl Redline<'_> {
    /// Whether a change can be written into the text: everything that it is about is letters of one paragraph that Word
    /// allows to be changed.
    #[must_use]
    pub fn rewords(&self, change: &Replacement) -> bool {
        self.letters(change).is_some()
    }

    /// The document with these changes in its text, which must not overlap; a change that cannot be made is left out.
    /// Runs keep their properties, and everything else stays byte for byte.
    ///
    /// # Errors
    /// [`OfficeError`] if the document cannot be written again.
    pub fn reworded(&self, changes: &[Replacement]) -> Result<Vec<u8>, OfficeError> {
        let mut all: BTreeMap<usize, (Letters, Vec<Change>)> = BTreeMap::new();
        for (letters, change) in changes.iter().filter_map(|change| self.letters(change)).flatten() {
            all.entry(letters.content.start).or_insert((letters, Vec::new())).1.push(change);
        }
        if all.is_empty() {
            return Ok(self.bytes.to_vec());
        }
        let mut edits = Edits::default();
        for (letters, changes) in all.into_values() {
            letters.change(&self.xml, changes, &mut edits);
        }
        rewritten(self.bytes, BTreeMap::from([(self.part.clone(), edits.apply(&self.xml))]))
    }

    /// The letters that a change is about, each with its own part of it.
    fn letters(&self, change: &Replacement) -> Option<Vec<(Letters, Change)>> {
        let (runs, about) = self.paragraph(&change.about)?;
        let is_text = |run: &&Run| !run.content.is_empty();
        let of = |run: &Run| Letters {
            text: run.text.clone(),
            tag: run.tag.clone(),
            content: run.content.clone(),
        };
        let all: Vec<Letters> = runs.iter().filter(is_text).map(of).collect();
        let old = self.extracted().text.get(change.about.clone())?;
        let parts = spread(&all, &self.xml, old, &(about, change.text.clone()))?;
        let is_locked = |at: usize| self.locked.iter().any(|place| place.contains(&at));
        let parts: Vec<(Letters, Change)> =
            parts.into_iter().map(|(number, change)| (all[number].clone(), change)).collect();
        let is_free = parts.iter().all(|(letters, _)| !is_locked(letters.tag.start));
        is_free.then_some(parts)
    }
}
