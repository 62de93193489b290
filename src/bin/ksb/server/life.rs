//! The life cycle of the server: what comes in, in which order it is handled, and what goes out.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

use ksb::project::{Files, Options, SETTINGS_FILE};
use serde_json::{Value, json};

use super::capabilities::capabilities;
use super::client::Client;
use super::cross_document::{CrossDocumentFindings, Job};
use super::outgoing::position;
use super::overlay::Overlay;
use super::protocol::{
    DidChangeTextDocumentParams, DidOpenTextDocumentParams, ErrorCode, Message, Notification, Request,
    RequestId, Response, TextDocumentContentChangeEvent,
};
use super::requests::{Answer, answer};
use super::session::Session;
use super::transport::{Incoming, Outgoing};
use super::uri::path_of;

/// The method of a change.
const CHANGED: &str = "textDocument/didChange";

/// A document that takes longer to check than this is slow.
const SLOW: Duration = Duration::from_millis(50);

/// What the server waits for.
#[derive(Debug)]
pub(crate) enum Event {
    /// Something came from the editor.
    Incoming(Incoming),
    /// Documents were looked at together.
    CrossDocumentFindings(CrossDocumentFindings),
    /// The editor is gone.
    Gone,
}

/// Where the server is in its life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// It waits for `initialize`.
    New,
    /// It serves.
    Running,
    /// It was told to shut down.
    ShutDown,
    /// It has finished, and whether it was told to shut down first.
    Done(bool),
}

/// The server.
pub(crate) struct Server<'f> {
    session: Session<'f>,
    phase: Phase,
    /// Whether it changes to the folder of the editor, so that git and paths are seen from there.
    changes_directory: bool,
}

impl<'f> Server<'f> {
    /// A server for these files. `jobs` receives what should be looked at together.
    pub(crate) fn new(
        files: &'f Overlay,
        options: Options,
        jobs: Option<Sender<Job>>,
        changes_directory: bool,
    ) -> Self {
        Self { session: Session::new(files, options, jobs), phase: Phase::New, changes_directory }
    }

    /// Whether it has ended, and whether that followed the protocol.
    pub(crate) fn end(&self) -> Option<bool> {
        match self.phase {
            Phase::Done(is_well) => Some(is_well),
            _ => None,
        }
    }

    /// Handles all waiting events, in order, and returns what to write.
    pub(crate) fn take(&mut self, events: &mut VecDeque<Event>) -> Vec<Outgoing> {
        let cancelled: Vec<RequestId> = events.iter().filter_map(cancelled).collect();
        if let Some(event) = events.pop_front() {
            match event {
                Event::Incoming(Incoming::Message(Message::Request(request))) => {
                    let is_cancelled = cancelled.contains(&request.id);
                    self.request(request, is_cancelled);
                }
                Event::Incoming(Incoming::Message(Message::Notification(one))) => {
                    let is_overtaken =
                        one.method == CHANGED && events.iter().any(|next| is_overtaking(&one, next));
                    self.guarded(|server| server.notification(one, is_overtaken));
                }
                Event::Incoming(Incoming::Message(Message::Response(_))) => {}
                Event::Incoming(Incoming::NotAMessage(why)) => self.session.out.refuse(&why),
                Event::CrossDocumentFindings(among) => {
                    self.guarded(|server| server.session.take(among));
                }
                Event::Gone => self.phase = Phase::Done(self.phase == Phase::ShutDown),
            }
        }
        std::mem::take(&mut self.session.out.messages)
    }

    /// Does something that must not end the server, even if it panics.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Option<T> {
        catch_unwind(AssertUnwindSafe(|| work(self))).ok()
    }

    fn request(&mut self, request: Request, is_cancelled: bool) {
        let Request { id, method, params } = request;
        let refuse = |code: ErrorCode, why: &str| Response::new_err(id.clone(), code as i32, why.to_owned());
        let response = match (self.phase, method.as_str()) {
            _ if is_cancelled => refuse(ErrorCode::RequestCanceled, "the request was cancelled"),
            (Phase::New, "initialize") => Response::new_ok(id, self.initialize(&params)),
            (Phase::New, _) => refuse(ErrorCode::ServerNotInitialized, "send `initialize` first"),
            (Phase::Running, "initialize") => {
                refuse(ErrorCode::InvalidRequest, "`initialize` has already been sent")
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                Response::new_ok(id, Value::Null)
            }
            (Phase::Running, _) => {
                let answered = self.guarded(|server| answer(&mut server.session, &method, &params));
                response(id, &method, answered)
            }
            _ => refuse(ErrorCode::InvalidRequest, "the server was shut down"),
        };
        self.session.out.say(Message::Response(response));
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.phase = Phase::Running;
        self.session.client = Client::new(params);
        self.session.folders = folders(params).iter().map(|path| self.session.files.resolved(path)).collect();
        if let Some(folder) = self.session.folders.first().filter(|_| self.changes_directory) {
            // If that fails, paths are only longer than they need to be.
            let _stays = std::env::set_current_dir(folder);
        }
        capabilities(self.session.client)
    }

    fn notification(&mut self, one: Notification, is_overtaken: bool) {
        let Notification { method, params } = one;
        match (self.phase, method.as_str()) {
            (phase, "exit") => self.phase = Phase::Done(phase == Phase::ShutDown),
            (Phase::Running, "initialized") => {
                self.watch();
                self.session.look_at_all();
            }
            (Phase::Running, "textDocument/didOpen") => self.opened(params),
            (Phase::Running, CHANGED) => self.changed(params, is_overtaken),
            (Phase::Running, "textDocument/didClose") => {
                if let Some(uri) = params.pointer("/textDocument/uri").and_then(Value::as_str) {
                    self.session.closed(uri);
                }
            }
            (Phase::Running, "textDocument/didSave" | "workspace/didChangeWatchedFiles") => {
                self.files_changed(&params);
            }
            (Phase::Running, "workspace/didChangeWorkspaceFolders") => self.folders_changed(&params),
            _ => {}
        }
    }

    fn opened(&mut self, params: Value) {
        if let Ok(DidOpenTextDocumentParams { text_document: document }) = serde_json::from_value(params) {
            self.session.opened(&document.uri.0, document.version, document.text);
        }
    }

    /// Applies changes; those for a version older than the text are no longer of use. Every version is checked, unless
    /// that takes a long time and the next one has already arrived.
    fn changed(&mut self, params: Value, is_overtaken: bool) {
        let Ok(params) = serde_json::from_value::<DidChangeTextDocumentParams>(params) else { return };
        let uri = params.text_document.text_document_identifier.uri.0;
        let Some(open) = self.session.open.get_mut(&uri) else { return };
        if params.text_document.version < open.version {
            return;
        }
        open.version = params.text_document.version;
        for change in params.content_changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let (from, to) = (position(part.range.start), position(part.range.end));
                    let splice = open.buffer.replace(from, to, &part.text);
                    open.follow(&splice);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    open.buffer = ksb::editor::Buffer::new(whole.text, self.session.client.unit);
                    open.among.clear();
                }
            }
        }
        let (path, is_slow) = (open.path.clone(), open.took > SLOW);
        self.session.files.set(path, open.buffer.text());
        if !(is_overtaken && is_slow) {
            self.session.changed(&uri);
        }
    }

    /// Looks at the disk again.
    fn files_changed(&mut self, params: &Value) {
        self.session.files.forget();
        self.session.heads.forget();
        self.session.scans += 1;
        let changes = params["changes"].as_array().into_iter().flatten();
        let uris = changes.map(|change| &change["uri"]).chain(params.pointer("/textDocument/uri"));
        let is_settings = |uri: &Value| uri.as_str().is_some_and(|uri| uri.ends_with(SETTINGS_FILE));
        if uris.into_iter().any(is_settings) {
            self.session.settings_changed();
        } else {
            self.session.look_at_all();
        }
    }

    fn folders_changed(&mut self, params: &Value) {
        let paths = |key: &str| -> Vec<PathBuf> {
            let all = params.pointer(&format!("/event/{key}")).and_then(Value::as_array);
            let uris = all.into_iter().flatten().filter_map(|folder| folder["uri"].as_str());
            uris.map(|uri| self.session.files.resolved(&path_of(uri))).collect()
        };
        let (added, removed) = (paths("added"), paths("removed"));
        self.session.folders.retain(|folder| !removed.contains(folder));
        self.session.folders.extend(added);
        self.session.look_at_all();
    }

    /// Asks the editor to report files that change.
    fn watch(&mut self) {
        if !self.session.client.watches {
            return;
        }
        let globs = ["**/*.standard.json", "**/*.occupational-map.json", "**/ksb.toml"];
        let watchers: Vec<Value> = globs.iter().map(|glob| json!({ "globPattern": glob })).collect();
        let registration = json!({
            "id": "ksb-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        self.session.out.request("client/registerCapability", json!({ "registrations": [registration] }));
    }
}

/// Whether the next event changes the same document again.
fn is_overtaking(one: &Notification, next: &Event) -> bool {
    let Event::Incoming(Incoming::Message(Message::Notification(next))) = next else { return false };
    let uri = |one: &Notification| one.params.pointer("/textDocument/uri").cloned();
    next.method == CHANGED && uri(one) == uri(next)
}

/// The request that an event cancels.
fn cancelled(event: &Event) -> Option<RequestId> {
    let Event::Incoming(Incoming::Message(Message::Notification(one))) = event else { return None };
    let id = one.params.get("id").filter(|_| one.method == "$/cancelRequest")?;
    serde_json::from_value(id.clone()).ok()
}

fn response(id: RequestId, method: &str, answered: Option<Answer>) -> Response {
    match answered {
        Some(Ok(value)) => Response::new_ok(id, value),
        Some(Err(refused)) => Response::new_err(id, refused.code as i32, refused.why),
        None => {
            let why = format!("`{method}` failed because of a fault in ksb; the server is still running");
            Response::new_err(id, ErrorCode::InternalError as i32, why)
        }
    }
}

/// The folders that the editor has open.
fn folders(params: &Value) -> Vec<PathBuf> {
    let all = params["workspaceFolders"].as_array();
    let uris: Vec<&str> = all.into_iter().flatten().filter_map(|folder| folder["uri"].as_str()).collect();
    let root = params["rootUri"].as_str().into_iter();
    let uris = if uris.is_empty() { root.collect() } else { uris };
    uris.into_iter().filter(|uri| uri.starts_with("file:")).map(path_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_that_fails_is_answered() {
        let files = Overlay::default();
        let mut server = Server::new(&files, Options::default(), None, false);
        let answered: Option<Answer> = server.guarded(|_| panic!("as it is to be in this test"));
        let response = response(7.into(), "a/request", answered);
        assert!(response.response_result.is_err_and(|why| why.code == ErrorCode::InternalError as i32));
        assert_eq!(server.end(), None);
    }
}
