//! Documents for people, written so that nothing is lost: what is written is read again, and anything that does not
//! come back unchanged is written as rows of a table instead.

use std::collections::BTreeSet;

use super::outline::{Part, outline, without_place};
use super::rows::{Row, rows};
use super::unwritten::NotConverted;
use crate::listing::RowType;
use crate::read::{Reading, read};
use crate::source::Source;

/// The document as `write` writes it, in a form that `source` reads back in full.
pub(super) fn settled(
    own: &[Row],
    write: impl Fn(&[Part]) -> Vec<u8>,
    source: impl Fn(&[u8]) -> Option<Source>,
) -> Result<Vec<u8>, NotConverted> {
    let all: BTreeSet<RowType> = own.iter().map(|row| row.of).collect();
    let mut exact = without_place(own);
    loop {
        let written = write(&outline(own, &exact));
        let source = source(&written);
        let reading = source.as_ref().map(|source| read(source, None));
        let lost = reading.as_ref().map_or_else(|| all.clone(), |reading| lost(own, reading));
        let is_clean = reading.is_some_and(|reading| reading.diagnostics.is_empty());
        let is_last = exact == all;
        match lost.is_empty() {
            true if is_clean || is_last => return Ok(written),
            false if is_last => {
                return Err(NotConverted::Lost(lost.into_iter().map(RowType::name).collect()));
            }
            // If nothing that was lost has another form, something else is in the way.
            _ if lost.is_subset(&exact) => exact.clone_from(&all),
            _ => exact.extend(lost),
        }
    }
}

/// The types whose rows were not read back as they were.
fn lost(own: &[Row], reading: &Reading<'_>) -> BTreeSet<RowType> {
    let read = reading.document.as_ref().map(rows).unwrap_or_default();
    let of = |rows: &[Row], of: RowType| rows.iter().filter(|row| row.of == of).cloned().collect::<Vec<_>>();
    let types: BTreeSet<RowType> = own.iter().chain(&read).map(|row| row.of).collect();
    let mut lost: BTreeSet<RowType> =
        types.into_iter().filter(|one| of(own, *one) != of(&read, *one)).collect();
    // The order of headings and paragraphs shows which belong together.
    let sections = [RowType::Section, RowType::SectionText];
    if sections.iter().any(|one| lost.contains(one)) {
        lost.extend(sections.into_iter().filter(|one| own.iter().any(|row| row.of == *one)));
    }
    lost
}
