//! Writes the fixes of findings into a Word document as tracked changes.

use super::choose::{Fixes, choose, is_wanted};
use super::text::ROUNDS;
use crate::check::check;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Fix};
use crate::model::Format;
use crate::office::{OfficeError, Redline, Replacement};
use crate::read::{Reading, read};
use crate::source::{Source, SourceId};

/// A Word document with fixes as tracked changes.
#[derive(Clone, Debug)]
pub struct TrackedFixes {
    /// The document; the same bytes if nothing could be fixed.
    pub document: Vec<u8>,
    /// How many findings were fixed.
    pub fixed: usize,
    /// What would have been fixed, but cannot be written into the document.
    pub left_out: Vec<LeftOut>,
    /// How many of the remaining findings have a fix that was not wanted, because it needs a review.
    pub unsafe_left: usize,
}

/// A fix that cannot be written as a tracked change: part of what it changes is not text in a single paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The rule of the finding.
    pub rule: &'static str,
    /// Where it is, as a reader of the document would put it.
    pub place: String,
}

/// Fixes a Word document as if all its changes had been accepted. `not_ignored` gives those findings of a reading that
/// are not ignored; `date` is that of the changes, as XML has it.
///
/// # Errors
/// [`OfficeError`] if the document cannot be read or written.
pub fn track(
    bytes: &[u8],
    which: Fixes,
    config: &Config,
    date: &str,
    not_ignored: impl Fn(&Reading<'_>, Vec<Diagnostic>) -> Vec<Diagnostic>,
) -> Result<TrackedFixes, OfficeError> {
    let mut done = TrackedFixes { document: bytes.to_vec(), fixed: 0, left_out: Vec::new(), unsafe_left: 0 };
    for round in 0..=ROUNDS {
        let document = Redline::open(&done.document)?;
        let source = Source::extracted(SourceId::of_file(0), "", document.extracted().clone());
        let reading = read(&source, Some(Format::WordDocument));
        let found = not_ignored(&reading, check(&reading, config));
        let (writable, left): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| {
            let wanted = one.fix.as_ref().filter(|fix| is_wanted(fix, which));
            wanted.is_some_and(|fix| replacements(fix).all(|change| document.can_apply(&change)))
        });
        let chosen = choose(&writable, which);
        if chosen.is_empty() || round == ROUNDS {
            let fixes = |one: &&Diagnostic| one.fix.as_ref().is_some_and(|fix| is_wanted(fix, which));
            done.left_out = left.iter().filter(fixes).map(|one| left_out(one, &source)).collect();
            done.unsafe_left = left.iter().filter(|one| one.fix.is_some() && !fixes(one)).count();
            break;
        }
        let changes: Vec<Replacement> =
            chosen.iter().filter_map(|one| one.fix.as_ref()).flat_map(replacements).collect();
        let next = document.write(&changes, date)?;
        done.fixed += chosen.len();
        done.document = next;
    }
    Ok(done)
}

fn replacements(fix: &Fix) -> impl Iterator<Item = Replacement> {
    fix.edits.iter().map(|edit| Replacement { about: edit.span.range(), text: edit.replacement.clone() })
}

fn left_out(one: &Diagnostic, source: &Source) -> LeftOut {
    let place = source.place(one.primary().span.range().start);
    LeftOut { rule: one.rule, place: place.map(ToString::to_string).unwrap_or_default() }
}
