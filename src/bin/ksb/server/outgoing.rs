//! What the server says: answers, findings, and requests to the editor.

use std::collections::BTreeSet;

use ksb::diagnostic::Severity;
use ksb::editor::{Buffer, LinePosition};
use ksb::source::Span;
use serde_json::Value;

use super::finding::Finding;
use super::pages::Pages;
use super::protocol::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    Message, Notification, Position, PublishDiagnosticsParams, Range, Request, Uri,
};
use super::transport::Outgoing;
use super::uri::uri_of;

/// Rules whose findings are about what is no longer in use.
const DEPRECATED: [&str; 3] = ["old-template", "retired-document", "stale-version"];

/// Rules whose findings are about what could be removed.
const UNNECESSARY: [&str; 4] = ["duplicate-mapping", "expired-ignore", "unused-footnote", "unused-ignore"];

/// Messages waiting to be written.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    /// The messages, in order.
    pub(super) messages: Vec<Outgoing>,
    /// The documents whose findings have changed although their text has not.
    pub(super) stale: BTreeSet<String>,
    asked: i32,
}

impl Outbox {
    /// Sends a message.
    pub(super) fn say(&mut self, message: Message) {
        self.messages.push(Outgoing::Message(message));
    }

    /// Answers something that was not a message.
    pub(super) fn refuse(&mut self, why: &str) {
        self.messages.push(Outgoing::Refusal(why.to_owned()));
    }

    /// Publishes findings.
    pub(super) fn publish(&mut self, params: PublishDiagnosticsParams) {
        self.notify("textDocument/publishDiagnostics", serde_json::to_value(params).unwrap_or_default());
    }

    /// Sends a notification.
    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.say(Message::Notification(Notification { method: method.to_owned(), params }));
    }

    /// Sends a request whose answer does not matter.
    pub(super) fn request(&mut self, method: &str, params: Value) {
        self.asked += 1;
        self.say(Message::Request(Request { id: self.asked.into(), method: method.to_owned(), params }));
    }
}

/// No findings in a document.
pub(super) fn none(uri: &str) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams { uri: Uri(uri.to_owned()), version: None, diagnostics: Vec::new() }
}

/// The findings of a document.
pub(super) fn diagnostics(
    uri: &str,
    version: Option<i32>,
    found: &[&Finding],
    buffer: &Buffer,
    pages: &mut Pages,
) -> PublishDiagnosticsParams {
    let diagnostics = found.iter().map(|one| diagnostic(uri, one, buffer, pages)).collect();
    PublishDiagnosticsParams { uri: Uri(uri.to_owned()), version, diagnostics }
}

/// A finding in the form that an editor shows.
pub(super) fn diagnostic(uri: &str, one: &Finding, buffer: &Buffer, pages: &mut Pages) -> Diagnostic {
    let found = &one.diagnostic;
    let severity = match found.severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Advice => DiagnosticSeverity::Information,
    };
    let here = found.labels.iter().skip(1).map(|label| DiagnosticRelatedInformation {
        location: Location { uri: Uri(uri.to_owned()), range: range(buffer, label.span) },
        message: label.message.clone(),
    });
    let elsewhere = one.elsewhere.iter().map(|place| DiagnosticRelatedInformation {
        location: Location { uri: Uri(uri_of(&place.path)), range: of_positions(place.range) },
        message: place.message.clone(),
    });
    let related: Vec<_> = here.chain(elsewhere).collect();
    Diagnostic {
        range: range(buffer, one.span()),
        severity: Some(severity),
        code: Some(found.rule.to_owned().into()),
        code_description: pages.uri(found.rule).map(|href| CodeDescription { href: Uri(href) }),
        source: Some("ksb".to_owned()),
        message: message(one).into(),
        tags: tag(one).map(|tag| vec![tag]),
        related_information: (!related.is_empty()).then_some(related),
        data: None,
    }
}

/// What is wrong, why here, and what to do.
fn message(one: &Finding) -> String {
    let found = &one.diagnostic;
    let mut message = found.message.clone();
    let label = &found.primary().message;
    if !label.is_empty() {
        message.extend(["\n", label]);
    }
    if let Some(help) = &found.help {
        message.extend(["\n", help]);
    }
    message
}

fn tag(one: &Finding) -> Option<DiagnosticTag> {
    let rule = one.diagnostic.rule;
    if DEPRECATED.contains(&rule) {
        return Some(DiagnosticTag::Deprecated);
    }
    UNNECESSARY.contains(&rule).then_some(DiagnosticTag::Unnecessary)
}

/// A span in the units of the editor.
pub(super) fn range(buffer: &Buffer, span: Span) -> Range {
    of_positions(buffer.range(span))
}

/// Two positions as the protocol represents them.
pub(super) fn of_positions([start, end]: [LinePosition; 2]) -> Range {
    Range { start: of_position(start), end: of_position(end) }
}

pub(super) fn of_position(position: LinePosition) -> Position {
    Position { line: position.line, character: position.character }
}

/// A position of the protocol.
pub(super) fn position(position: Position) -> LinePosition {
    LinePosition { line: position.line, character: position.character }
}
