//! Edits of documents in the form that an editor accepts.

use std::collections::HashMap;

use super::super::protocol::{
    CreateFile, DocumentChange, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use super::super::session::Session;

/// The edit of one open document, of this version.
pub(super) fn of_one(session: &Session<'_>, uri: &str, version: i32, edits: Vec<TextEdit>) -> WorkspaceEdit {
    of_file(session, uri, (Some(version), false), edits)
}

/// The edit of a file, which may be created first.
pub(super) fn of_file(
    session: &Session<'_>,
    uri: &str,
    (version, is_new): (Option<i32>, bool),
    edits: Vec<TextEdit>,
) -> WorkspaceEdit {
    let uri = Uri(uri.to_owned());
    if !session.client.versioned_edits {
        return WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() };
    }
    let created = is_new
        .then(|| DocumentChange::from(CreateFile { uri: uri.clone(), options: None, annotation_id: None }));
    let document = OptionalVersionedTextDocumentIdentifier {
        version,
        text_document_identifier: TextDocumentIdentifier { uri },
    };
    let edit =
        TextDocumentEdit { text_document: document, edits: edits.into_iter().map(Into::into).collect() };
    let changes = created.into_iter().chain([edit.into()]).collect();
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}
