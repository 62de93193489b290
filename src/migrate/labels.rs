//! Versions that a document names in its text: `version 1.1`, `ST9901 1.1`, `ST9901_1.1`. They are reported, not changed:
//! nothing tells which of them tell of the past.

use std::ops::Range;

/// The places of a text that name this version of the standard with this reference.
pub(super) fn labels(text: &str, reference: Option<&str>, version: &str) -> Vec<Range<usize>> {
    if version.is_empty() {
        return Vec::new();
    }
    let found = text.match_indices(version).filter_map(|(at, _)| {
        let end = at + version.len();
        let mut behind = text[end..].chars();
        let goes_on = match behind.next() {
            Some('.') => behind.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c.is_alphanumeric(),
            None => false,
        };
        let start = named_before(&text[..at], reference).filter(|_| !goes_on)?;
        Some(start..end)
    });
    found.collect()
}

/// Where the word begins that makes a version of the number behind it.
fn named_before(text: &str, reference: Option<&str>) -> Option<usize> {
    let text = text.trim_end_matches([' ', '_', '\u{a0}']);
    let words = ["version", "v", "v.", "ver.", "vers."];
    words.into_iter().chain(reference).find_map(|word| {
        let start = text.len().checked_sub(word.len()).filter(|start| text.is_char_boundary(*start))?;
        let is_word =
            text[start..].eq_ignore_ascii_case(word) && !text[..start].ends_with(char::is_alphanumeric);
        is_word.then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn versions_are_named_in_many_ways() {
        let found = |text: &str| {
            labels(text, Some("ST9901"), "1.1")
                .into_iter()
                .map(|range| text[range].to_owned())
                .collect::<Vec<_>>()
        };
        for (text, expected) in [
            ("Version 1.1 of it", vec!["Version 1.1"]),
            ("ST9901 1.1, ST9901_1.1 and v1.1.", vec!["ST9901 1.1", "ST9901_1.1", "v1.1"]),
            ("1.1 miles; version 1.10, version 1.1.2; section 1.1; inversion 1.1", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
