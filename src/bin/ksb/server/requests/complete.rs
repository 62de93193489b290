//! What can be written at a place.

use ksb::editor::{Completion, CompletionKind, completions as completions_of};
use ksb::model::Document;
use ksb::read::read;
use serde_json::{Value, json};

use super::super::protocol::{CompletionItem, CompletionItemKind, TextEdit};
use super::super::session::Session;
use super::super::view::{Documents, range_of, standard};
use super::params::{Answer, written};
use super::spot::{Spot, at_spot};

/// The proposals at a place.
pub(super) fn completions(session: &mut Session<'_>, params: &Value) -> Answer {
    let items = at_spot(session, params, |spot| {
        let (document, socs) = (spot.reading.document.as_ref(), socs(session));
        let found = completions_of(spot.source, document, spot.offset, &socs);
        found.into_iter().enumerate().map(|one| item(spot, one)).collect::<Vec<CompletionItem>>()
    })?;
    let Some(items) = items else { return Ok(Value::Null) };
    written(json!({ "isIncomplete": false, "items": items }))
}

fn item(spot: &Spot<'_>, (rank, one): (usize, Completion)) -> CompletionItem {
    CompletionItem {
        kind: Some(match one.kind {
            CompletionKind::Code => CompletionItemKind::Reference,
            CompletionKind::Key => CompletionItemKind::Property,
            CompletionKind::Value => CompletionItemKind::EnumMember,
        }),
        detail: (!one.detail.is_empty()).then_some(one.detail),
        // The order of the document, because an editor would put K10 before K2.
        sort_text: Some(format!("{rank:05}")),
        filter_text: Some(one.text.clone()),
        text_edit: Some(
            TextEdit { range: range_of(spot.open, spot.source, one.span), new_text: one.text }.into(),
        ),
        label: one.label,
        ..CompletionItem::default()
    }
}

/// The SOC codes that documents in the folder and open documents state.
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
