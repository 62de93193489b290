//! Renames a code.

use ksb::editor::{CodePlace, CodeRole, at, changes};
use ksb::model::Code;
use ksb::renumber;
use serde_json::Value;

use super::super::protocol::PrepareRenamePlaceholder;
use super::super::session::Session;
use super::super::view::{format, range_of, standard, text_edits};
use super::edits::of_one;
use super::params::{Answer, Refused, written};
use super::spot::{Spot, at_spot};

/// What can be renamed at a place: a single code.
pub(super) fn prepare(session: &mut Session<'_>, params: &Value) -> Answer {
    let found = at_spot(session, params, |spot| {
        let one = code_at(spot)?;
        // A mark, or the number of a duty, is not written as the code that it stands for.
        let is_spelt =
            matches!(one.role, CodeRole::Definition) || spot.source.slice(one.span).parse() == Ok(one.code);
        is_spelt.then(|| PrepareRenamePlaceholder {
            range: range_of(spot.open, spot.source, one.span),
            placeholder: one.code.to_string(),
        })
    })?;
    written(found.flatten())
}

/// The edit that renames a code: its statement moves, and the mapping follows.
pub(super) fn rename(session: &mut Session<'_>, params: &Value) -> Answer {
    let name = params["newName"].as_str().unwrap_or_default().trim();
    let new: Code = name
        .parse()
        .map_err(|_| Refused::invalid(format!("`{name}` is not a code: write one such as K3, S12 or D4")))?;
    let renamed = at_spot(session, params, |spot| {
        let Some(one) = code_at(spot) else { return Ok(None) };
        let text = renumber::rename(spot.source, &[], format(spot.reading), (one.code, new))
            .map_err(|why| Refused::failed(why.to_string()))?;
        let edits = text_edits(spot.open, spot.source, &changes(spot.source.text(), &text));
        Ok(Some(of_one(session, spot.uri, spot.open.version, edits)))
    })?;
    let edit = renamed.transpose()?.flatten();
    written(edit.ok_or_else(|| Refused::failed("there is no code here"))?)
}

/// The code at a place, if there is exactly one.
fn code_at(spot: &Spot<'_>) -> Option<CodePlace> {
    let found = at(standard(spot.reading)?, spot.offset);
    let [one] = found.as_slice() else { return None };
    Some(*one)
}
