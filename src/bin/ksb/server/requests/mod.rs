//! What an editor can ask, each with its answer.

mod actions;
mod asked;
mod complete;
mod edits;
mod found;
mod hints_and_lenses;
mod ignores;
mod look;
mod named;
mod params;
mod spot;
mod symbols;
mod tidy;

use serde_json::Value;

use super::protocol::ErrorCode;
use super::session::Session;
pub(super) use params::Answer;
use params::Refused;

/// A function that answers a request.
type Handler = fn(&mut Session<'_>, &Value) -> Answer;

/// What can be asked.
const HANDLERS: [(&str, Handler); 15] = [
    ("textDocument/codeAction", actions::actions),
    ("textDocument/codeLens", hints_and_lenses::lenses),
    ("textDocument/completion", complete::completions),
    ("textDocument/definition", look::definition),
    ("textDocument/diagnostic", found::pulled),
    ("textDocument/documentHighlight", look::highlights),
    ("textDocument/documentSymbol", symbols::symbols),
    ("textDocument/foldingRange", symbols::folds),
    ("textDocument/formatting", tidy::formatting),
    ("textDocument/hover", look::hover),
    ("textDocument/inlayHint", hints_and_lenses::hints),
    ("textDocument/prepareRename", named::prepare),
    ("textDocument/references", look::references),
    ("textDocument/rename", named::rename),
    ("workspace/symbol", symbols::workspace_symbols),
];

/// Answers a request.
pub(super) fn answer(session: &mut Session<'_>, method: &str, params: &Value) -> Answer {
    let handler = HANDLERS.iter().find(|(name, _)| *name == method).map(|(_, handler)| handler);
    let unknown = || Refused { code: ErrorCode::MethodNotFound, why: format!("unknown method `{method}`") };
    handler.ok_or_else(unknown)?(session, params)
}
