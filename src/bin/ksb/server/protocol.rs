//! The language server protocol: the one place that knows where its types come from.

pub(super) use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionOptions, CodeDescription, CodeLens, CodeLensOptions, Command,
    CompletionItem, CompletionItemKind, CompletionOptions, CreateFile, Diagnostic, DiagnosticOptions,
    DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DidChangeTextDocumentParams,
    DidOpenTextDocumentParams, DocumentChange, DocumentHighlight, DocumentHighlightKind, DocumentSymbol,
    FoldingRange, Hover, InitializeResult, InlayHint, Location, MarkupContent, MarkupKind,
    OptionalVersionedTextDocumentIdentifier, Position, PositionEncodingKind, PrepareRenamePlaceholder,
    PublishDiagnosticsParams, Range, RenameOptions, ServerCapabilities, ServerInfo, SymbolKind,
    TextDocumentContentChangeEvent, TextDocumentEdit, TextDocumentIdentifier, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextEdit, Uri, WorkspaceEdit, WorkspaceFoldersServerCapabilities,
    WorkspaceOptions,
};
pub(super) use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
