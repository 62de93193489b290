//! What an editor says, line by line, and what must be true of the answers, whatever it says. Tests and a fuzz target
//! share it.

use std::collections::VecDeque;
use std::sync::mpsc;

use ksb::project::Options;
use serde_json::{Value, json};

use super::cross_document::{KnownFiles, look};
use super::life::{Event, Server};
use super::overlay::Overlay;
use super::protocol::{ErrorCode, Message, Notification, Request};
use super::transport::{Incoming, Outgoing};

/// What an editor says first, when it has no folder open.
const CAPABILITIES: &str = r#"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#;

/// The answers to these messages, one on each line, from an editor that counts in UTF-16 and has no folder open.
///
/// # Panics
/// If something that must be true for any messages is not: each request has one answer, which is not an internal error,
/// and each place is in its document.
pub(crate) fn replay<'m>(messages: impl IntoIterator<Item = &'m str>) -> Vec<Value> {
    let (files, beside) = (Overlay::default(), Overlay::default());
    let (ask, jobs) = mpsc::channel();
    let options = Options::default();
    let mut server = Server::new(&files, options.clone(), Some(ask), false);
    let mut known = KnownFiles::new();
    let mut said = Vec::new();
    let capabilities: Value = serde_json::from_str(CAPABILITIES).unwrap_or_default();
    let first = Request {
        id: 0.into(),
        method: "initialize".to_owned(),
        params: json!({ "capabilities": capabilities }),
    };
    let first = Event::Incoming(Incoming::Message(Message::Request(first)));
    let mut texts = Texts::default();
    for event in std::iter::once(first).chain(messages.into_iter().filter_map(event)) {
        let id = asked(&event);
        let mut events = VecDeque::from([event]);
        let mut answers = shown(server.take(&mut events));
        let own = answers.iter().filter(|answer| is_answer(answer, id.as_ref())).count();
        assert_eq!(own, usize::from(id.is_some()), "{id:?} has {own} answers");
        while let Ok(job) = jobs.try_recv() {
            texts.take(&job.buffers);
            events.push_back(Event::CrossDocumentFindings(look(&job, &options, &mut known, &beside)));
        }
        while !events.is_empty() {
            answers.extend(shown(server.take(&mut events)));
        }
        for answer in &answers {
            let code = answer.pointer("/error/code").and_then(Value::as_i64);
            assert_ne!(code, Some(ErrorCode::InternalError as i64), "{answer}");
            texts.assert_inside(answer);
        }
        said.extend(answers);
        if server.end().is_some() {
            break;
        }
    }
    said
}

/// A line as an event. Folders on this machine do not matter here.
fn event(line: &str) -> Option<Event> {
    let parsed = serde_json::from_str::<Message>(line);
    let incoming = parsed.map_or_else(|why| Incoming::NotAMessage(why.to_string()), Incoming::Message);
    let is_about_folders = matches!(&incoming, Incoming::Message(Message::Notification(Notification { method, .. }))
        if method == "workspace/didChangeWorkspaceFolders");
    (!is_about_folders).then_some(Event::Incoming(incoming))
}

fn asked(event: &Event) -> Option<Value> {
    match event {
        Event::Incoming(Incoming::Message(Message::Request(request))) => {
            serde_json::to_value(&request.id).ok()
        }
        _ => None,
    }
}

fn is_answer(message: &Value, id: Option<&Value>) -> bool {
    message.get("method").is_none() && message.get("id").is_some_and(|own| Some(own) == id)
}

fn shown(messages: Vec<Outgoing>) -> Vec<Value> {
    let one = |message| match message {
        Outgoing::Message(message) => serde_json::to_value(message).unwrap_or_default(),
        Outgoing::Refusal(why) => {
            json!({ "id": null, "error": { "code": ErrorCode::ParseError as i32, "message": why } })
        }
    };
    messages.into_iter().map(one).collect()
}

/// How many lines the longest of the open documents has.
#[derive(Default)]
struct Texts(usize);

impl Texts {
    fn take(&mut self, buffers: &super::overlay::Buffers) {
        let lines = buffers.values().map(|text| text.split(['\n', '\r']).count());
        self.0 = self.0.max(lines.max().unwrap_or_default());
    }

    /// All ranges in a message begin before they end, on lines that exist.
    fn assert_inside(&self, message: &Value) {
        let mut left = vec![message];
        while let Some(value) = left.pop() {
            if let (Some(start), Some(end)) = (value.get("start"), value.get("end")) {
                let place = |place: &Value| Some((place["line"].as_u64()?, place["character"].as_u64()?));
                assert!(place(start) <= place(end), "{value}");
                let last = end["line"].as_u64().and_then(|line| usize::try_from(line).ok());
                assert!(last.is_none_or(|last| last <= self.0), "{value} is behind line {}", self.0);
            }
            match value {
                Value::Array(all) => left.extend(all),
                Value::Object(all) => left.extend(all.values()),
                _ => {}
            }
        }
    }
}
