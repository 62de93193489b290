//! What format a file is in, by its content.

use crate::model::Format;

/// The format of a text, or none if nothing in it tells.
pub(super) fn format(text: &str) -> Option<Format> {
    looks_like_json(text).then_some(Format::NativeJson)
}

/// Whether a text starts as JSON does, or would without a comment in front.
fn looks_like_json(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '[', '"']) || start.starts_with("//") || start.starts_with("/*")
}
