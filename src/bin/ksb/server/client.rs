//! What the editor can do.

use ksb::editor::Unit;
use serde_json::Value;

/// What the editor says it can do.
#[allow(clippy::struct_excessive_bools, reason = "each is an ability of its own")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Client {
    /// The unit that it counts characters in.
    pub(super) unit: Unit,
    /// Whether it asks for findings; if so, they are not pushed as well.
    pub(super) pulls: bool,
    /// Whether it can be told to ask for findings again.
    pub(super) refreshes: bool,
    /// Whether edits can say which version they are for, and create files.
    pub(super) versioned_edits: bool,
    /// Whether it watches files for the server.
    pub(super) watches: bool,
    /// Whether it shows the parts of a document in a tree.
    pub(super) has_tree: bool,
    /// Whether it wants the findings in hovers; some editors show them there themselves.
    pub(super) hover_findings: bool,
}

impl Client {
    /// The abilities in the parameters of `initialize`.
    pub(super) fn new(params: &Value) -> Self {
        let all = &params["capabilities"];
        let is = |pointer: &str| all.pointer(pointer).and_then(Value::as_bool).unwrap_or_default();
        let units = all.pointer("/general/positionEncodings").and_then(Value::as_array);
        let counts = |name: &str| units.is_some_and(|units| units.iter().any(|unit| unit == name));
        let unit = match (counts("utf-8"), counts("utf-16") || units.is_none(), counts("utf-32")) {
            (true, ..) => Unit::Utf8,
            (false, false, true) => Unit::Utf32,
            _ => Unit::Utf16,
        };
        Self {
            unit,
            pulls: all.pointer("/textDocument/diagnostic").is_some_and(Value::is_object),
            refreshes: is("/workspace/diagnostics/refreshSupport"),
            versioned_edits: is("/workspace/workspaceEdit/documentChanges"),
            watches: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            has_tree: is("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            hover_findings: params
                .pointer("/initializationOptions/hoverFindings")
                .and_then(Value::as_bool)
                .unwrap_or(true),
        }
    }
}
