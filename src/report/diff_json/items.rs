//! Items and sides by what they are called.

use serde::Serialize;

use crate::diff::{Comparison, ItemRef, Which};

/// An item of one of the documents by what it is called.
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
    place: fn(usize) -> ItemRef,
) -> Vec<String> {
    items.iter().map(|&item| comparison.item(place(item)).subject()).collect()
}

pub(super) fn item_name(comparison: &Comparison<'_>, place: ItemRef) -> ItemName {
    let which = match place {
        ItemRef::Old(_) => Which::Old,
        ItemRef::New(_) => Which::New,
    };
    ItemName { side: side(which), code: comparison.item(place).subject() }
}
