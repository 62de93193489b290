//! What format a file is in, by its content.

use super::page;
use crate::model::Format;

/// Whether a text is in a format, and the format.
type Claim = (fn(&str) -> bool, Format);

/// The format of a text, or none if nothing in it tells.
pub(super) fn format(text: &str) -> Option<Format> {
    let claims: [Claim; 5] = [
        (looks_like_json, Format::NativeJson),
        (page::standard::looks_like, Format::StandardPageText),
        (page::map_page::looks_like, Format::MapPageText),
        (page::fragments::looks_like, Format::OccupationPageText),
        (page::retired::looks_like, Format::RetiredPageText),
    ];
    claims.into_iter().find(|(looks_like, _)| looks_like(text)).map(|(_, format)| format)
}

/// Whether a text starts as JSON does, or would without a comment in front.
fn looks_like_json(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '[', '"']) || start.starts_with("//") || start.starts_with("/*")
}
