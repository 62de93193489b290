//! The place in a document that a request is about.

use ksb::read::{Reading, read};
use ksb::source::Source;
use serde_json::Value;

use super::super::open::Open;
use super::super::outgoing::position;
use super::super::session::Session;
use super::super::view::{Documents, inside};
use super::params::{Refused, place};

/// A place in a document.
pub(super) struct Spot<'a> {
    pub(super) uri: &'a str,
    pub(super) open: &'a Open,
    /// The document of the file that the place is in.
    pub(super) source: &'a Source,
    pub(super) reading: &'a Reading<'a>,
    /// The bytes of the document before the place.
    pub(super) offset: usize,
}

/// Passes the place that a request is about to `give`. `None` if it is not in a document of ours.
pub(super) fn at_spot<T>(
    session: &Session<'_>,
    params: &Value,
    give: impl FnOnce(&Spot<'_>) -> T,
) -> Result<Option<T>, Refused> {
    let (uri, at_position) = place(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(None) };
    let offset = open.buffer.offset(position(at_position));
    let documents = Documents::of(session, open);
    let Some(source) = documents.at(offset) else { return Ok(None) };
    let reading = read(source, None);
    Ok(Some(give(&Spot { uri: &uri, open, source, reading: &reading, offset: inside(source, offset) })))
}
