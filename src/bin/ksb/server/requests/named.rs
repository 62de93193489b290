//! Gives a code another name.

use ksb::editor::{CodeRole, at, changes};
use ksb::model::Code;
use ksb::read::read;
use ksb::renumber;
use serde_json::Value;

use super::super::outgoing::position;
use super::super::protocol::PrepareRenamePlaceholder;
use super::super::session::Session;
use super::super::view::{Documents, format, inside, range_of, standard, text_edits};
use super::edits::of_one;
use super::params::{Answer, Refused, place, written};

/// What can be renamed at a place: a code that stands alone.
pub(super) fn prepare(session: &mut Session<'_>, params: &Value) -> Answer {
    let (uri, at_position) = place(params)?;
    let Some(open) = session.open.get(&uri).filter(|open| open.is_ours) else { return Ok(Value::Null) };
    let offset = open.buffer.offset(position(at_position));
    let documents = Documents::of(session, open);
    let Some(source) = documents.at(offset) else { return Ok(Value::Null) };
    let reading = read(source, None);
    let found = standard(&reading).map_or(Vec::new(), |standard| at(standard, inside(source, offset)));
    let [one] = found.as_slice() else { return Ok(Value::Null) };
    if let CodeRole::Listed(_) = one.role
        && source.slice(one.span).parse::<Code>() != Ok(one.code)
    {
        // A mark, or the number of a duty, which names another code than it stands for.
        return Ok(Value::Null);
    }
    written(PrepareRenamePlaceholder {
        range: range_of(open, source, one.span),
        placeholder: one.code.to_string(),
    })
}

/// The edit that gives a code another name: its statement moves, and the mapping follows.
pub(super) fn rename(session: &mut Session<'_>, params: &Value) -> Answer {
    let (uri, at_position) = place(params)?;
    let name = params["newName"].as_str().unwrap_or_default().trim();
    let new: Code = name
        .parse()
        .map_err(|_| Refused::invalid(format!("“{name}” is no code: write one such as K3, S12 or D4")))?;
    let no_code = || Refused::failed("there is no code here");
    let open = session.open.get(&uri).filter(|open| open.is_ours).ok_or_else(no_code)?;
    let offset = open.buffer.offset(position(at_position));
    let documents = Documents::of(session, open);
    let source = documents.at(offset).ok_or_else(no_code)?;
    let reading = read(source, None);
    let found = standard(&reading).map_or(Vec::new(), |standard| at(standard, inside(source, offset)));
    let [one] = found.as_slice() else { return Err(no_code()) };
    let text = renumber::rename(source, &[], format(&reading), (one.code, new))
        .map_err(|why| Refused::failed(why.to_string()))?;
    let edits = text_edits(open, source, &changes(source.text(), &text));
    written(of_one(session, &uri, open.version, edits))
}
