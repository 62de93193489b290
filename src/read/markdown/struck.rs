//! Elements of HTML that strike out what is in them.

/// Their names.
pub(super) const STRUCK: [&str; 3] = ["s", "del", "strike"];

/// Whether a tag ends such an element.
pub(super) fn is_struck_end(tag: &str) -> bool {
    let name = tag.strip_prefix("</").map(|name| name.trim_end_matches(['>', ' ']));
    name.is_some_and(|name| STRUCK.iter().any(|struck| name.eq_ignore_ascii_case(struck)))
}
