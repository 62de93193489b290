//! What changed, each change by its id.

use serde::Serialize;

use super::items::names;
use crate::diff::{Change, ChangeId, Comparison, ItemRef, Section, WordOpKind};

#[derive(Serialize)]
pub(super) struct ChangeLine<'a> {
    id: String,
    category: &'static str,
    reason: &'static str,
    kind: &'static str,
    old: Option<SideOf<'a>>,
    new: Option<SideOf<'a>>,
    words: Vec<Word<'a>>,
    #[serde(rename = "tooLong", skip_serializing_if = "std::ops::Not::not")]
    too_long: bool,
    note: &'a str,
    hidden: bool,
    fingerprint: String,
}

#[derive(Serialize)]
struct SideOf<'a> {
    code: Option<String>,
    text: Option<&'a str>,
}

/// A piece of the two texts: the old texts of all pieces make the old text, the new ones the new.
#[derive(Serialize)]
struct Word<'a> {
    op: &'static str,
    old: &'a str,
    new: &'a str,
}

pub(super) fn change<'a>(comparison: &Comparison<'a>, change: &'a Change<'a>) -> ChangeLine<'a> {
    ChangeLine {
        id: change.id.name(),
        category: change.proposal.category.name(),
        reason: change.proposal.reason,
        kind: kind(comparison, change),
        old: side(comparison, change, &change.old, change.old_text.as_deref(), ItemRef::Old),
        new: side(comparison, change, &change.new, change.new_text.as_deref(), ItemRef::New),
        words: words(change),
        too_long: change.too_long,
        note: &change.note,
        hidden: !change.counts(),
        fingerprint: change.fingerprint.to_string(),
    }
}

/// What it is about: the section of an item, a fact, a list or the mapping.
fn kind(comparison: &Comparison<'_>, change: &Change<'_>) -> &'static str {
    let section = |section: Section| section.name();
    match change.id {
        ChangeId::Item(of, _) => section(of),
        ChangeId::Fact(_) | ChangeId::FactNotStated => "fact",
        ChangeId::ListedAdded(_) | ChangeId::ListedRemoved(_) => "list",
        ChangeId::MappingAdded
        | ChangeId::MappingRemoved
        | ChangeId::MappingMoved
        | ChangeId::MappingNotStated => "mapping",
        _ => {
            let new = change.new.first().map(|&item| comparison.new.items[item].section);
            let old = || change.old.first().map(|&item| comparison.old.items[item].section);
            new.or_else(old).map_or("mapping", section)
        }
    }
}

/// One side: the code of the item; several codes are joined by `+`, and a duty and its statement by `→`.
fn side<'a>(
    comparison: &Comparison<'_>,
    change: &Change<'_>,
    items: &[usize],
    text: Option<&'a str>,
    item_ref: fn(usize) -> ItemRef,
) -> Option<SideOf<'a>> {
    if items.is_empty() && text.is_none() {
        return None;
    }
    let is_mapping =
        matches!(change.id, ChangeId::MappingAdded | ChangeId::MappingRemoved | ChangeId::MappingMoved);
    let joint = if is_mapping { "→" } else { "+" };
    let names = names(comparison, items, item_ref);
    Some(SideOf { code: (!names.is_empty()).then(|| names.join(joint)), text })
}

fn words<'a>(change: &'a Change<'_>) -> Vec<Word<'a>> {
    let old = change.old_text.as_deref().unwrap_or_default();
    let new = change.new_text.as_deref().unwrap_or_default();
    let word = |op: &'a crate::diff::WordOp| Word {
        op: match op.kind {
            WordOpKind::Equal => "equal",
            WordOpKind::Typography => "typography",
            WordOpKind::Delete => "delete",
            WordOpKind::Insert => "insert",
        },
        old: &old[op.old.clone()],
        new: &new[op.new.clone()],
    };
    change.words.iter().map(word).collect()
}
