//! What can be written at a place.

use ksb::editor::{Completion, CompletionKind, completions as completions_of};
use ksb::model::Document;
use ksb::read::read;
use serde_json::{Value, json};

use super::super::outgoing::position;
use super::super::protocol::{CompletionItem, CompletionItemKind, TextEdit};
use super::super::session::Session;
use super::super::view::{Documents, inside, range_of, standard};
use super::params::{Answer, place, written};

/// The proposals at a place.
pub(super) fn completions(session: &mut Session<'_>, params: &Value) -> Answer {
    let (uri, at_position) = place(params)?;
    let Some(open) = session.open.get(&uri).filter(|open| open.is_ours) else { return Ok(Value::Null) };
    let offset = open.buffer.offset(position(at_position));
    let documents = Documents::of(session, open);
    let Some(source) = documents.at(offset) else { return Ok(Value::Null) };
    let reading = read(source, None);
    let socs = socs(session);
    let found = completions_of(source, reading.document.as_ref(), inside(source, offset), &socs);
    let item = |(rank, one): (usize, Completion)| CompletionItem {
        kind: Some(match one.kind {
            CompletionKind::Code => CompletionItemKind::Reference,
            CompletionKind::Key => CompletionItemKind::Property,
            CompletionKind::Value => CompletionItemKind::EnumMember,
        }),
        detail: (!one.detail.is_empty()).then_some(one.detail),
        // The order of the document, where an editor would put K10 before K2.
        sort_text: Some(format!("{rank:05}")),
        filter_text: Some(one.text.clone()),
        text_edit: Some(TextEdit { range: range_of(open, source, one.span), new_text: one.text }.into()),
        label: one.label,
        ..CompletionItem::default()
    };
    let items: Vec<CompletionItem> = found.into_iter().enumerate().map(item).collect();
    written(json!({ "isIncomplete": false, "items": items }))
}

/// The SOC codes that documents of the folder state, and those that are open.
fn socs(session: &Session<'_>) -> Vec<String> {
    let mut all: Vec<String> = session.known.files().flat_map(|(_, file)| file.socs.clone()).collect();
    for open in session.open.values().filter(|open| open.is_ours) {
        for source in Documents::of(session, open).all() {
            let reading = read(source, None);
            if let Some(Document::Standard(_)) = &reading.document {
                let stated = standard(&reading).and_then(|one| one.facts.soc.unit_group.stated());
                all.extend(stated.map(|soc| soc.trim().to_owned()));
            }
        }
    }
    all.sort();
    all.dedup();
    all
}
