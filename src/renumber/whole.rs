//! A document with new codes.

use super::edits::Edits;
use super::moves::{Move, Moves, Order};
use super::refusal::NotRenumbered;
use super::same::states_the_same;
use super::tokens::{Mention, mentions};
use crate::diagnostic::Diagnostic;
use crate::fix::{NotEdited, apply, editable};
use crate::model::{Code, Format, Standard};
use crate::office::{Redline, Replacement};
use crate::read::{Reading, read};
use crate::source::{Source, Span};

/// New codes for a document, and what was changed for them.
#[derive(Debug)]
pub struct Renumbering {
    /// The codes that change, in the order of the old ones.
    pub moves: Vec<Move>,
    /// The text with the new codes.
    pub text: String,
    /// Places that mention a code in other text, which are left as they are.
    pub mentions: Vec<Mention>,
    /// Codes that duties list and no statement has, which are left as they are.
    pub dangling: Vec<(Code, Span)>,
    /// Codes that no statement has, and that were in a range but no longer are.
    pub dropped: Vec<(Code, Span)>,
    all: Moves,
    edits: Edits,
}

impl Renumbering {
    /// New codes for the document that a source holds, which is read as `from` or as what its content shows. `encoding` has
    /// the findings about the encoding of the file.
    ///
    /// # Errors
    /// [`NotRenumbered`] if the document is left alone, for whatever reason.
    pub fn new(
        source: &Source,
        encoding: &[Diagnostic],
        from: Option<Format>,
        order: Order,
    ) -> Result<Self, NotRenumbered> {
        let format = Some(match editable(source, encoding, from) {
            Ok(format) => format,
            Err(NotEdited::NotText(Format::WordDocument)) => Format::WordDocument,
            Err(NotEdited::NotText(other)) => return Err(NotRenumbered::NotWritten(other)),
            Err(why) => return Err(NotRenumbered::NotEdited(why)),
        });
        let reading = read(source, format);
        let standard = standard(&reading)?;
        let has_fault = reading.diagnostics.iter().any(|one| one.rule == "syntax");
        if has_fault || standard.has_unreadable_mapping() {
            return Err(NotRenumbered::Unreadable);
        }
        let all = Moves::new(standard, order)?;
        let edits = Edits::new(standard, source, &all)?;
        let text = apply(source.text(), edits.all.iter().collect());
        if source.container().is_none() {
            let new = Source::new(source.id(), source.name(), text.as_str());
            let reading = read(&new, format);
            let after = standard_of(&reading).ok_or(NotRenumbered::NotTheSame)?;
            if !states_the_same(standard, after, &all) {
                return Err(NotRenumbered::NotTheSame);
            }
        }
        Ok(Self {
            moves: all.changes(),
            mentions: mentions(source.text(), &all, &edits.known),
            dangling: edits.dangling.clone(),
            dropped: edits.dropped.clone(),
            text,
            all,
            edits,
        })
    }

    /// The Word document with the new codes as tracked changes; `source` is what was read from it.
    ///
    /// # Errors
    /// [`NotRenumbered`] if a code is not text that can be changed.
    pub fn document(&self, source: &Source, bytes: &[u8], date: &str) -> Result<Vec<u8>, NotRenumbered> {
        let document = Redline::open(bytes)?;
        let mut changes = Vec::with_capacity(self.edits.all.len());
        for (edit, code) in self.edits.all.iter().zip(&self.edits.about) {
            let change = Replacement { about: edit.span.range(), text: edit.replacement.clone() };
            if !document.can_apply(&change) {
                let place = source.place(edit.span.range().start).map(ToString::to_string);
                let old = self.moves.iter().find(|one| one.new == *code).map_or(*code, |one| one.old);
                return Err(NotRenumbered::Automatic(old, place.unwrap_or_default()));
            }
            changes.push(change);
        }
        let written = document.write(&changes, date)?;
        let extracted = Redline::open(&written)?.extracted().clone();
        let after = Source::extracted(source.id(), source.name(), extracted);
        let (before, after) =
            (read(source, Some(Format::WordDocument)), read(&after, Some(Format::WordDocument)));
        let same = standard_of(&before).zip(standard_of(&after));
        let same = same.is_some_and(|(before, after)| states_the_same(before, after, &self.all));
        if same { Ok(written) } else { Err(NotRenumbered::NotTheSame) }
    }
}

pub(super) fn standard<'r, 's>(reading: &'r Reading<'s>) -> Result<&'r Standard<'s>, NotRenumbered> {
    standard_of(reading).ok_or(NotRenumbered::NotAStandard)
}

pub(super) fn standard_of<'r, 's>(reading: &'r Reading<'s>) -> Option<&'r Standard<'s>> {
    reading.document.as_ref()?.standard()
}
