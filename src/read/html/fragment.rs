//! Markup inside a string of other data: what an editor for rich text leaves in it. There are no scripts, no head and
//! no page around it, so tags and entities are all there is to find. Feeds escape such markup once or twice more; it is
//! decoded as often as it was escaped.

use std::ops::Range;

use super::text::{Collapse, decoded_once, reference_len};
use super::tree::is_block;
use crate::source::{Span, Text};

/// The most times that a text is decoded.
const DECODED: usize = 3;

/// The tags that editors leave inside a paragraph; all others belong to paragraphs, lists and tables.
const INLINE: [&str; 13] =
    ["a", "b", "br", "em", "font", "i", "img", "o", "span", "strong", "sub", "sup", "u"];

/// What a fragment is made of.
enum FragmentPart {
    /// Text, with its entities.
    Text(Range<usize>),
    /// A tag, a comment or the like; whether it ends a paragraph.
    Markup(Range<usize>, bool),
}

/// The paragraphs, list items and the like of a text with markup, each with its places in the file.
pub(in crate::read) fn blocks<'s>(text: &Text<'s>) -> Vec<Text<'s>> {
    let unescaped = unescaped(text);
    let text = unescaped.as_ref().unwrap_or(text);
    let mut blocks = Vec::new();
    let mut collapse = Collapse::breaking_all(text);
    let mut flush = |collapse: &mut Collapse<'_>| {
        let block = collapse.take(Span::default());
        if !block.is_empty() {
            blocks.push(settled(block.within(text)));
        }
    };
    for part in parts(text) {
        match part {
            FragmentPart::Text(range) => collapse.push(range),
            FragmentPart::Markup(_, true) => flush(&mut collapse),
            FragmentPart::Markup(_, false) => {}
        }
    }
    flush(&mut collapse);
    blocks
}

/// The text without its markup, and the first tag or entity in it, or `None` if it has no markup.
pub(in crate::read) fn plain<'s>(text: &Text<'s>) -> Option<(Text<'s>, Range<usize>)> {
    memchr::memchr2(b'<', b'&', text.as_bytes())?;
    let tag = parts(text).find_map(|part| match part {
        FragmentPart::Markup(range, _) => Some(range),
        FragmentPart::Text(range) => first_entity(text, range),
    })?;
    let unescaped = unescaped(text);
    let inner = unescaped.as_ref().unwrap_or(text);
    Some((settled(without_markup(inner).within(inner)), tag))
}

/// The words of a text; their places are places in it.
fn without_markup(text: &str) -> Text<'_> {
    let mut collapse = Collapse::breaking_all(text);
    for part in parts(text) {
        match part {
            FragmentPart::Text(range) => collapse.push(range),
            FragmentPart::Markup(range, true) => collapse.space(Span::new(range.start, range.end)),
            FragmentPart::Markup(_, false) => {}
        }
    }
    collapse.take(Span::at(0))
}

/// A text whose markup is escaped, decoded until that is markup, or until only one decoding is left to do. `None` if
/// there is nothing to decode.
fn unescaped<'s>(text: &Text<'s>) -> Option<Text<'s>> {
    let mut decoded: Option<Text<'s>> = None;
    for _ in 0..DECODED {
        let current = decoded.as_ref().unwrap_or(text);
        if !has_reference(current) || has_tag(current) {
            break;
        }
        let next = decoded_once(current).within(current);
        if !has_reference(&next) && !has_tag(&next) {
            break;
        }
        decoded = Some(next);
    }
    decoded
}

/// A text without markup that still has entities: they were escaped once more than what is around them.
fn settled(text: Text<'_>) -> Text<'_> {
    if !has_reference(&text) || has_tag(&text) {
        return text;
    }
    let unescaped = unescaped(&text);
    let inner = unescaped.as_ref().unwrap_or(&text);
    without_markup(inner).within(inner)
}

fn has_reference(text: &str) -> bool {
    first_entity(text, 0..text.len()).is_some()
}

/// Whether a text has a tag that exists in HTML.
fn has_tag(text: &str) -> bool {
    parts(text).any(|part| match part {
        FragmentPart::Markup(range, ends_block) => ends_block || INLINE.contains(&&*name(&text[range])),
        FragmentPart::Text(_) => false,
    })
}

fn first_entity(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found = memchr::memchr_iter(b'&', text[range.clone()].as_bytes());
    found.map(|at| range.start + at).find_map(|at| Some(at..at + reference_len(&text[at..range.end])?))
}

/// The parts of a text, in order.
fn parts(text: &str) -> impl Iterator<Item = FragmentPart> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at;
        if let Some(len) = tag_len(rest) {
            at += len;
            return Some(FragmentPart::Markup(start..at, ends_block(&rest[..len])));
        }
        let mut marks = memchr::memchr_iter(b'<', rest.as_bytes());
        at += marks.find(|&mark| tag_len(&rest[mark..]).is_some()).unwrap_or(rest.len());
        (at > start).then_some(FragmentPart::Text(start..at))
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

/// Whether what comes after a tag is on a line of its own.
fn ends_block(tag: &str) -> bool {
    let name = name(tag);
    name == "br" || is_block(&name)
}

/// The name of a tag, in lower case.
fn name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())].to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_on_lines_of_their_own() {
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

    #[test]
    fn markup_is_decoded_as_often_as_it_was_escaped() {
        for text in [
            "<p>Lock &amp; weir.&#160;</p><p>Bees.</p>",
            "&lt;p&gt;Lock &amp;amp; weir.&#160;&lt;/p&gt;&lt;p&gt;Bees.&lt;/p&gt;",
            "&amp;lt;p&amp;gt;Lock &amp;amp;amp; weir.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Bees.&amp;nbsp;&amp;lt;/p&amp;gt;",
            "<p>Lock &amp;amp; weir.</p><p>Bees.&amp;nbsp;</p>",
        ] {
            let blocks = blocks(&Text::verbatim(text, 7));
            let found: Vec<&str> = blocks.iter().map(Text::as_str).collect();
            assert_eq!(found, ["Lock & weir.", "Bees."], "{text}");
            let bees = text.find("Bees").expect("it is there") + 7;
            assert_eq!(blocks[1].span_of(0..4), Span::new(bees, bees + 4), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        let found = |text: &'static str| plain(&Text::verbatim(text, 0)).map(|(plain, _)| plain.to_string());
        assert_eq!(found("a &lt; b &gt; c"), Some("a < b > c".to_owned()));
        assert_eq!(found("the field &lt;name&gt;"), Some("the field <name>".to_owned()));
        assert_eq!(found("&lt;p&gt;a &lt;b&gt;c&lt;/b&gt;&lt;/p&gt;"), Some("a c".to_owned()));
    }
}
