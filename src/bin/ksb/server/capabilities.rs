//! What the server says that it can do.

use ksb::editor::Unit;
use serde_json::{Value, json};

use super::client::Client;
use super::protocol::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DiagnosticOptions,
    InitializeResult, PositionEncodingKind, RenameOptions, ServerCapabilities, ServerInfo,
    TextDocumentSyncKind, TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

/// The answer to `initialize`.
pub(super) fn capabilities(client: Client) -> Value {
    let encoding = match client.unit {
        Unit::Utf8 => PositionEncodingKind::UTF8,
        Unit::Utf16 => PositionEncodingKind::UTF16,
        Unit::Utf32 => PositionEncodingKind::UTF32,
    };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(true.into()),
        ..TextDocumentSyncOptions::default()
    };
    let completion = CompletionOptions {
        trigger_characters: Some(vec!["\"".to_owned(), ",".to_owned()]),
        ..CompletionOptions::default()
    };
    let folders =
        WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(true.into()) };
    let capabilities = ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(true.into()),
        completion_provider: Some(completion),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        code_action_provider: Some(actions().into()),
        code_lens_provider: Some(CodeLensOptions::default()),
        document_formatting_provider: Some(true.into()),
        rename_provider: Some(
            RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() }.into(),
        ),
        folding_range_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        diagnostic_provider: client.pulls.then(|| diagnostics().into()),
        workspace: Some(WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() }),
        ..ServerCapabilities::default()
    };
    let info = ServerInfo { name: "ksb".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
    let result = InitializeResult { capabilities, server_info: Some(info) };
    serde_json::to_value(result).unwrap_or_else(|_| json!({ "capabilities": {} }))
}

/// The kinds of actions that are offered.
fn actions() -> CodeActionOptions {
    let kinds = ["quickfix", "source.fixAll.ksb", "refactor.rewrite"];
    CodeActionOptions {
        code_action_kinds: Some(kinds.iter().map(|kind| CodeActionKind::from((*kind).to_owned())).collect()),
        ..CodeActionOptions::default()
    }
}

/// Findings are not pushed to editors that ask for them, or each would be shown twice.
fn diagnostics() -> DiagnosticOptions {
    DiagnosticOptions {
        identifier: Some("ksb".to_owned()),
        inter_file_dependencies: true,
        workspace_diagnostics: false,
        ..DiagnosticOptions::default()
    }
}
