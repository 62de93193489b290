//! Items and sides by name.

use serde::Serialize;

use crate::diff::{Comparison, ItemRef, Which};

/// An item of one of the documents, by name.
#[derive(Serialize)]
pub(super) struct ItemName {
    pub(super) side: &'static str,
    pub(super) code: String,
}

pub(super) fn side(which: Which) -> &'static str {
    match which {
        Which::Old => "old",
        Which::New => "new",
    }
}

pub(super) fn names(
    comparison: &Comparison<'_>,
    items: &[usize],
    item_ref: fn(usize) -> ItemRef,
) -> Vec<String> {
    items.iter().map(|&item| comparison.item(item_ref(item)).subject()).collect()
}

pub(super) fn item_name(comparison: &Comparison<'_>, item_ref: ItemRef) -> ItemName {
    let which = match item_ref {
        ItemRef::Old(_) => Which::Old,
        ItemRef::New(_) => Which::New,
    };
    ItemName { side: side(which), code: comparison.item(item_ref).subject() }
}
