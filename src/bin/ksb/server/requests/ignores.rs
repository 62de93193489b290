//! Ignores for findings, with a reason to fill in.

use std::path::{Path, PathBuf};

use ksb::diagnostic::Diagnostic;
use ksb::editor::{Buffer, ignore_in_document, ignore_in_settings};
use ksb::lint::Group;
use ksb::project::{Files, Input, SETTINGS_FILE};
use ksb::read::Reading;
use ksb::rules;

use super::super::finding::Finding;
use super::super::outgoing::{diagnostic, range};
use super::super::protocol::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};
use super::super::session::Session;
use super::super::uri::uri_of;
use super::super::view::text_edits;
use super::asked::{Asked, is_native, touched};
use super::edits::{of_file, of_one};

/// The placeholder that is there until a reason is written.
const REASON: &str = "say why this is right";

/// What ignores the findings at the place: in the document, if it can hold ignores, or in the settings.
pub(super) fn ignores(
    session: &mut Session<'_>,
    asked: &Asked<'_>,
    reading: &Reading<'_>,
) -> Vec<CodeAction> {
    let Some(open) = session.open.get(asked.uri) else { return Vec::new() };
    let path = open.path.clone();
    let all: Vec<Finding> =
        touched(open, asked).into_iter().filter(|one| can_be(&one.diagnostic)).cloned().collect();
    let mut found = Vec::new();
    for one in all {
        let in_document = is_native(reading) && !forbids(session, &path);
        let edit = if in_document { own(session, asked, &one) } else { in_settings(session, &path, &one) };
        let (Some(edit), Some(open)) = (edit, session.open.get(asked.uri)) else { continue };
        let place = if in_document { "in this document" } else { "in ksb.toml" };
        let about = match one.diagnostic.subject.as_str() {
            "" => String::new(),
            subject => format!(" for {subject}"),
        };
        found.push(CodeAction {
            title: format!("Ignore {}{about} {place}, with a reason", one.diagnostic.rule),
            kind: Some(CodeActionKind::from("quickfix".to_owned())),
            diagnostics: Some(vec![diagnostic(asked.uri, &one, &open.buffer, &mut session.pages)]),
            is_preferred: Some(false),
            edit: Some(edit),
            ..CodeAction::default()
        });
    }
    found
}

/// Whether a finding can be ignored: it cannot if it prevents a document from being read, or is about ignores.
fn can_be(found: &Diagnostic) -> bool {
    let meta = rules::ALL.iter().map(|rule| rule.meta()).find(|meta| meta.name == found.rule);
    meta.is_some_and(|meta| !matches!(meta.group, Group::Input | Group::Settings))
}

/// Whether the settings do not let any document ignore findings.
fn forbids(session: &mut Session<'_>, path: &Path) -> bool {
    session.citing.settings_of(&Input::file(path)).0.config.forbids_document_ignores
}

fn own(session: &Session<'_>, asked: &Asked<'_>, one: &Finding) -> Option<WorkspaceEdit> {
    let open = session.open.get(asked.uri)?;
    let edits = ignore_in_document(asked.source, &one.diagnostic, REASON)?;
    Some(of_one(session, asked.uri, open.version, text_edits(open, asked.source, &edits)))
}

/// The edit of the settings that apply to a file, or of new ones.
fn in_settings(session: &mut Session<'_>, path: &Path, one: &Finding) -> Option<WorkspaceEdit> {
    let (own, all) = session.citing.settings_of(&Input::file(path));
    let known = all.settings_file(&own).map(|file| PathBuf::from(file.source.name()));
    let (file, pattern) = match known {
        Some(file) => (session.files.resolved(&file), own.path),
        None => new_settings(session, path)?,
    };
    let is_new = !session.files.exists(&file);
    let text = session.files.read(&file, session.options.max_size).unwrap_or_default();
    let text = String::from_utf8(text).ok()?;
    let edit = ignore_in_settings(&text, &pattern, &one.diagnostic, REASON);
    let open = session.uri_of_open(&file);
    let version = open.as_ref().and_then(|uri| session.open.get(uri)).map(|open| open.version);
    let uri = open.unwrap_or_else(|| uri_of(&file));
    let buffer = Buffer::new(text, session.client.unit);
    let edits = vec![TextEdit { range: range(&buffer, edit.span), new_text: edit.replacement }];
    if is_new && !session.client.versioned_edits {
        return None;
    }
    Some(of_file(session, &uri, (version, is_new), edits))
}

/// Settings that do not exist yet: in the editor's folder that holds the file, or next to the file.
fn new_settings(session: &Session<'_>, path: &Path) -> Option<(PathBuf, String)> {
    let holds = |folder: &&PathBuf| path.starts_with(folder);
    let folder = session.folders.iter().find(holds).map_or(path.parent()?, PathBuf::as_path);
    if folder.as_os_str().is_empty() {
        return None;
    }
    let pattern = path.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
    Some((folder.join(SETTINGS_FILE), pattern))
}
