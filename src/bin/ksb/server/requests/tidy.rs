//! Lays a document out.

use ksb::editor::{changes, formatted};
use ksb::read::read;
use serde_json::Value;

use super::super::session::Session;
use super::super::view::{Documents, format, text_edits};
use super::params::{Answer, uri, written};

/// The edits that lay out a native document; there are none for other formats, or if there are mistakes.
pub(super) fn formatting(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let documents = Documents::of(session, open);
    let [source] = documents.all() else { return Ok(Value::Null) };
    let text = format(&read(source, None)).and_then(|format| formatted(source, format));
    let Some(text) = text else { return Ok(Value::Null) };
    written(text_edits(open, source, &changes(source.text(), &text)))
}
