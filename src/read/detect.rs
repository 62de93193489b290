//! What format a file is in, by its content.

use super::{html, map_text, page};
use crate::model::Format;

/// Whether a text looks like some format.
type Claim = fn(&str) -> bool;

/// The format of a text, or none if nothing in it tells.
#[must_use]
pub fn format_of(text: &str) -> Option<Format> {
    let claims: [(Claim, Format); 3] = [
        (looks_like_json, Format::NativeJson),
        (html::looks_like, Format::OccupationPageHtml),
        (map_text::looks_like, Format::OccupationalMapText),
    ];
    let claimed = claims.into_iter().find(|(claims, _)| claims(text)).map(|(_, format)| format);
    claimed.or_else(|| page::format_of(text))
}

/// Whether a text starts as JSON does, or would without a comment in front.
fn looks_like_json(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '[', '"']) || start.starts_with("//") || start.starts_with("/*")
}
