//! Gives one statement or duty another code.

use super::edits::Edits;
use super::moves::Moves;
use super::places::{codes, reordered};
use super::refusal::NotRenumbered;
use super::same::states_the_same_elsewhere;
use super::whole::{standard, standard_of};
use crate::diagnostic::Diagnostic;
use crate::fix::{apply, editable};
use crate::model::{Code, Format};
use crate::read::read;
use crate::source::Source;

/// The text after the statement or duty with the code `old` has been given the code `new`, and has moved to the place
/// of that number. The codes in between move by one, and the mapping is updated. The document is read as `from` or as
/// what its content shows.
///
/// # Errors
/// [`NotRenumbered`] if the document is left alone, for whatever reason.
pub fn rename(
    source: &Source,
    encoding: &[Diagnostic],
    from: Option<Format>,
    (old, new): (Code, Code),
) -> Result<String, NotRenumbered> {
    let format = Some(editable(source, encoding, from).map_err(NotRenumbered::NotEdited)?);
    let reading = read(source, format);
    let before = standard(&reading)?;
    if reading.diagnostics.iter().any(|one| one.rule == "syntax") || before.has_unreadable_mapping() {
        return Err(NotRenumbered::Unreadable);
    }
    let moves = Moves::of_one(before, old, new)?;
    let edits = Edits::new(before, source, &moves)?;
    let renumbered =
        Source::new(source.id(), source.name(), apply(source.text(), edits.all.iter().collect()));
    let stood: Vec<Code> = codes(before, old).iter().map(|code| code.value).collect();
    let text = {
        let reading = read(&renumbered, format);
        let after = standard_of(&reading).ok_or(NotRenumbered::NotTheSame)?;
        reordered(after, &renumbered, &stood)?
    };
    let result = Source::new(source.id(), source.name(), text);
    let reading = read(&result, format);
    let after = standard_of(&reading).ok_or(NotRenumbered::NotTheSame)?;
    if !states_the_same_elsewhere(before, after, &moves) {
        return Err(NotRenumbered::NotTheSame);
    }
    Ok(result.text().to_owned())
}
