//! What is found, for editors that ask.

use serde_json::{Value, json};

use super::super::outgoing::diagnostics;
use super::super::session::Session;
use super::params::{Answer, uri};

/// What is found in a document.
pub(super) fn pulled(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.open.get(&uri) else { return Ok(json!({ "kind": "full", "items": [] })) };
    let found = diagnostics(&uri, None, &open.findings(), &open.buffer, &mut session.pages);
    Ok(json!({ "kind": "full", "items": found.diagnostics }))
}
