//! What native documents of every kind state.

use crate::layout::keys;
use crate::model::{About, DocumentIgnore, Field, Origin};
use crate::read::fields::Fields;

/// What a document says about itself.
pub(super) fn about<'s>(fields: &Fields<'_, 's>) -> About<'s> {
    let origin = fields.object("source", &keys::ORIGIN.keys).and_then(|origin| {
        let text = |key| origin.text(key).stated().cloned();
        Some(Origin { format: text("format")?, sha256: text("sha256")? })
    });
    let ignores =
        fields.objects("x-ksb-ignore", &keys::IGNORE.keys).into_iter().map(|entry| DocumentIgnore {
            rule: entry.text("rule"),
            subject: entry.text("subject"),
            pointer: entry.text("pointer"),
            reason: entry.text("reason"),
            until: entry.text("until"),
        });
    About { schema: fields.text("$schema"), origin, ignores: ignores.collect() }
}

/// A field that is there in every native document, if only as missing.
pub(super) fn stated_or<T>(field: Field<T>, default: T) -> T {
    match field {
        Field::Stated(value) => value,
        _ => default,
    }
}
