//! Markup inside a string of other data: what an editor for rich text leaves in it. There are no scripts, no
//! head and no page around it, so that tags and entities are all there is to find.

use std::ops::Range;

use super::text::{Collapse, reference_len};
use super::tree::is_block;
use crate::source::{Span, Text};

/// What a fragment is made of.
enum Part {
    /// Text, with its entities.
    Text(Range<usize>),
    /// A tag, a comment or the like; whether it ends a paragraph.
    Markup(Range<usize>, bool),
}

/// The paragraphs, list items and the like of a text with markup, each with its places in the file.
pub(in crate::read) fn blocks<'s>(text: &Text<'s>) -> Vec<Text<'s>> {
    let mut blocks = Vec::new();
    let mut collapse = Collapse::breaking_all(text);
    let mut flush = |collapse: &mut Collapse<'_>| {
        let block = collapse.take(Span::default());
        if !block.is_empty() {
            blocks.push(block.within(text));
        }
    };
    for part in parts(text) {
        match part {
            Part::Text(range) => collapse.push(range),
            Part::Markup(_, true) => flush(&mut collapse),
            Part::Markup(_, false) => {}
        }
    }
    flush(&mut collapse);
    blocks
}

/// The text without its markup, and the first tag or entity in it; none if it is as it stands.
pub(in crate::read) fn plain<'s>(text: &Text<'s>) -> Option<(Text<'s>, Range<usize>)> {
    memchr::memchr2(b'<', b'&', text.as_bytes())?;
    let tag = parts(text).find_map(|part| match part {
        Part::Markup(range, _) => Some(range),
        Part::Text(range) => first_entity(text, range),
    })?;
    let mut collapse = Collapse::breaking_all(text);
    for part in parts(text) {
        match part {
            Part::Text(range) => collapse.push(range),
            Part::Markup(range, true) => collapse.space(Span::new(range.start, range.end)),
            Part::Markup(_, false) => {}
        }
    }
    Some((collapse.take(Span::at(0)).within(text), tag))
}

fn first_entity(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found = memchr::memchr_iter(b'&', text[range.clone()].as_bytes());
    found.map(|at| range.start + at).find_map(|at| Some(at..at + reference_len(&text[at..range.end])?))
}

/// The parts of a text, in order.
fn parts(text: &str) -> impl Iterator<Item = Part> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at;
        if let Some(len) = tag_len(rest) {
            at += len;
            return Some(Part::Markup(start..at, ends_block(&rest[..len])));
        }
        let mut marks = memchr::memchr_iter(b'<', rest.as_bytes());
        at += marks.find(|&mark| tag_len(&rest[mark..]).is_some()).unwrap_or(rest.len());
        (at > start).then_some(Part::Text(start..at))
    })
}

/// The length of the tag or comment that `rest` starts with, if it starts with one that ends.
fn tag_len(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return rest.find("-->").map(|end| end + 3);
    }
    let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether what comes behind a tag stands on a line of its own.
fn ends_block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    name.eq_ignore_ascii_case("br") || is_block(&name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_what_stands_on_lines_of_its_own() {
        let text = Text::verbatim(
            "<p>a <b>b</b>&nbsp;c</p>\n<ul class=\"x>y\"><li>d</li><li> e </ul><!-- <p> -->f<br/>g < h",
            5,
        );
        let blocks = blocks(&text);
        let found: Vec<&str> = blocks.iter().map(Text::as_str).collect();
        assert_eq!(found, ["a b c", "d", "e", "f", "g < h"]);
        assert_eq!(
            blocks[1].span(),
            Span::at(5 + text.find("d<").expect("it is there"))
                .to(Span::at(5 + text.find("</li").expect("it is there")))
        );
    }

    #[test]
    fn markup_is_found_where_there_is_some() {
        let plain = |text: &'static str| {
            plain(&Text::verbatim(text, 0)).map(|(plain, first)| (plain.to_string(), &text[first]))
        };
        for text in ["Health & safety", "a < b > c", "a &unknown; b", "", "<3"] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(plain("a &amp; b"), Some(("a & b".to_owned(), "&amp;")));
        assert_eq!(plain("<p>Lock<i>s</i>.</p><p>Weirs."), Some(("Locks. Weirs.".to_owned(), "<p>")));
    }
}
