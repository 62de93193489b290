//! Versions of a standard that a document names: `ST9901 version 1.1`, `ST9901_1.1`, `v1.1`.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::block::{Block, CitingDocument};
use crate::model::Standard;
use crate::source::Span;

/// A version that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'t> {
    /// Where the name begins: the word or the reference before the number.
    pub start: usize,
    /// The number.
    pub number: &'t str,
    /// Whether it can only be a version of the standard, and not one of the document itself.
    pub is_sure: bool,
}

impl Mention<'_> {
    /// Where it is in the text.
    #[must_use]
    pub fn range(&self, text: &str) -> Range<usize> {
        let end = self.number.as_ptr() as usize - text.as_ptr() as usize + self.number.len();
        self.start..end
    }
}

/// What comes between a name, a word and a number.
const GAPS: [char; 7] = [' ', '_', '\u{a0}', ',', ':', '(', '\n'];

/// The words before a number that make it a version.
const WORDS: [&str; 5] = ["version", "v", "v.", "ver.", "vers."];

/// What a standard is called besides its own names.
const STANDARDS: [&str; 2] = ["apprenticeship standard", "occupational standard"];

/// What comes after a version of a standard.
const BEHIND: [&str; 4] =
    ["of the apprenticeship standard", "of the occupational standard", "of the standard", "of standard"];

/// The headers of columns that hold versions of standards.
const HEADS: [&str; 6] = [
    "apprenticeship version",
    "standard version",
    "version of standard",
    "version of the standard",
    "standard (version)",
    "ksb version",
];

/// The names of a standard: its reference and its title.
fn names<'s>(standard: &'s Standard<'_>) -> impl Iterator<Item = &'s str> {
    let facts = &standard.facts;
    let stated = [facts.reference.stated(), facts.title.stated()];
    stated.into_iter().flatten().map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// The versions that a text names, of this standard or of itself.
#[must_use]
pub fn mentions<'t>(text: &'t str, standard: &Standard<'_>) -> Vec<Mention<'t>> {
    let mut found = Vec::new();
    let mut from = 0;
    for dot in memchr::memchr_iter(b'.', text.as_bytes()) {
        if dot < from {
            continue;
        }
        let Some(number) = number_around(text, dot) else { continue };
        from = number.end;
        let named = named(&text[..number.start], &text[number.end..], standard);
        found.extend(named.map(|(start, is_sure)| Mention { start, number: &text[number.clone()], is_sure }));
    }
    found
}

/// The number with several parts that includes this full stop: digits, and what joins them.
fn number_around(text: &str, dot: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let digits_before = bytes[..dot].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    if digits_before == 0 {
        return None;
    }
    let start = dot - digits_before;
    let goes_on = |byte: &&u8| byte.is_ascii_digit() || **byte == b'.';
    let mut end = dot + bytes[dot..].iter().take_while(goes_on).count();
    while bytes[end - 1] == b'.' {
        end -= 1;
    }
    let is_part = text[end..].starts_with(char::is_alphanumeric) || text[..start].ends_with('.');
    (end > dot + 1 && !is_part).then_some(start..end)
}

/// Where the name of a version begins, given the texts around its number, and whether that is certain.
fn named(before: &str, behind: &str, standard: &Standard<'_>) -> Option<(usize, bool)> {
    let plain = before.trim_end_matches([' ', '_', '\u{a0}']);
    let word = WORDS.iter().find_map(|word| ends_with_word(plain, word));
    let rest = before[..word.unwrap_or(before.len())].trim_end_matches(GAPS);
    // A reference alone is enough: `ST9901 1.1`. A title is not: the number of something else may follow it.
    let reference = standard.facts.reference.stated().map(|text| text.trim()).filter(|text| !text.is_empty());
    let by_reference = reference.and_then(|name| ends_with_word(rest, name));
    let Some(start) = word else { return by_reference.map(|start| (start, true)) };
    let by_name = names(standard).chain(STANDARDS).find_map(|name| ends_with_word(rest, name));
    let behind = behind.trim_start_matches([' ', '\u{a0}', ')']);
    let begins =
        |phrase: &str| behind.get(..phrase.len()).is_some_and(|one| one.eq_ignore_ascii_case(phrase));
    let of_name =
        behind.strip_prefix("of ").is_some_and(|rest| names(standard).any(|name| rest.starts_with(name)));
    let is_sure = by_name.is_some() || of_name || BEHIND.iter().any(|phrase| begins(phrase));
    Some((by_reference.unwrap_or(start), is_sure))
}

/// Where this word or phrase begins, if a text ends with it.
fn ends_with_word(text: &str, word: &str) -> Option<usize> {
    let start = text.len().checked_sub(word.len()).filter(|start| text.is_char_boundary(*start))?;
    let is_word = text[start..].eq_ignore_ascii_case(word) && !text[..start].ends_with(char::is_alphanumeric);
    is_word.then_some(start)
}

/// The versions of a standard that a document is certain to name, each with its place: in words, or in a column for
/// them.
#[must_use]
pub fn versions_named<'d>(document: &'d CitingDocument<'_>, standard: &Standard<'_>) -> Vec<(&'d str, Span)> {
    let columns = LazyCell::new(|| columns_of_versions(&document.blocks));
    let is_of_versions =
        |block: &Block<'_>| block.cell.is_some_and(|cell| columns.contains(&(cell.table, cell.column)));
    let mut found = Vec::new();
    // The number of a version has a full stop.
    for block in document.blocks.iter().filter(|block| memchr::memchr(b'.', block.text.as_bytes()).is_some())
    {
        let text: &str = &block.text;
        if is_of_versions(block) {
            let digits = text.trim().trim_start_matches(|c: char| !c.is_ascii_digit());
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            if is_number && digits.contains('.') {
                found.push((digits, block.text.span_of(0..text.len())));
                continue;
            }
        }
        let sure = mentions(text, standard).into_iter().filter(|one| one.is_sure);
        found.extend(sure.map(|one| (one.number, block.text.span_of(one.range(text)))));
    }
    found
}

/// The columns whose headers say that they hold versions of standards. The first cell of a column is its header.
fn columns_of_versions(blocks: &[Block<'_>]) -> BTreeSet<(u32, u32)> {
    let mut heads: BTreeMap<(u32, u32), &str> = BTreeMap::new();
    for block in blocks {
        if let Some(cell) = block.cell {
            heads.entry((cell.table, cell.column)).or_insert(&block.text);
        }
    }
    let holds_versions = |head: &str| HEADS.iter().any(|known| head.trim().eq_ignore_ascii_case(known));
    heads.into_iter().filter(|(_, head)| holds_versions(head)).map(|(column, _)| column).collect()
}

#[cfg(test)]
mod tests {
    use super::mentions;
    use crate::model::Document;
    use crate::read::read;
    use crate::source::{Source, SourceId};

    #[test]
    fn versions_are_named_in_many_ways() {
        let text =
            r#"{"format":"ksb.standard/1","reference":"ST9901","title":"Lock keeper","version":"1.1"}"#;
        let source = Source::new(SourceId(0), "a.standard.json", text);
        let reading = read(&source, None);
        let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
        let found = |text: &str| -> Vec<(String, bool)> {
            let one = |one: super::Mention<'_>| (text[one.range(text)].to_owned(), one.is_sure);
            mentions(text, standard).into_iter().map(one).collect()
        };
        let sure = |text: &str| vec![(text.to_owned(), true)];
        for (text, expected) in [
            ("ST9901_1.1", sure("ST9901_1.1")),
            ("of st9901 1.0.", sure("st9901 1.0")),
            ("ST9901 (version 1.1)", sure("ST9901 (version 1.1")),
            ("Lock keeper v1.1", sure("v1.1")),
            ("Version 1.1 of the occupational standard", sure("Version 1.1")),
            ("Version 1.1 of ST9901", sure("Version 1.1")),
            ("Version 1.1 of this scheme", vec![("Version 1.1".to_owned(), false)]),
            ("...", vec![]),
            ("1.1 miles; section 1.1; inversion 1.1; ST99011.1; Lock keeper 1.1; v1.1a", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
