//! The text of elements as a browser shows it: entities decoded, white space collapsed, scripts
//! and other furniture left out; each character still knows its place in the file.

use std::ops::Range;

use super::tokens::decoded;
use super::tree::{Element, HtmlTree, NodeKind};
use crate::source::{Span, Text, TextBuilder};

/// Elements whose content is not text of the page, or that the page adds for its own use.
const FURNITURE: [&str; 15] = [
    "button", "dialog", "footer", "iframe", "math", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "title",
];

/// Classes of the furniture of an occupation page: links back to the duty, marks of what a
/// qualification covers, buttons, and lines for print.
const FURNITURE_CLASSES: [&str; 5] =
    ["KSBReturntoDutyBtn", "ksbCovered", "modal-tooltip", "printOnly", "shareButtons"];

/// A paragraph, list item, cell or similar.
#[derive(Debug)]
pub(in crate::read) struct Block<'s> {
    /// Its text, without white space around it; never empty.
    pub(in crate::read) text: Text<'s>,
    /// The index of the innermost block element around it, if that lies in the range read.
    pub(in crate::read) element: Option<usize>,
    /// The nodes from its first to its last text.
    pub(in crate::read) nodes: Range<usize>,
}

/// Whether the page does not show an element as part of its text.
pub(in crate::read) fn is_furniture(element: &Element) -> bool {
    FURNITURE.contains(&element.name())
        || element.attribute("hidden").is_some()
        || element.attribute("id") == Some("qualifications")
        || element.classes().any(|class| FURNITURE_CLASSES.iter().any(|one| one.eq_ignore_ascii_case(class)))
        || element.attribute("style").is_some_and(hides)
}

fn hides(style: &str) -> bool {
    let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    plain.to_ascii_lowercase().contains("display:none")
}

/// What is met on a walk through a range of nodes.
enum Step {
    /// The text node at this index.
    Text(usize),
    /// A line break inside a block.
    Break(Span),
    /// The start or end of a block; the index of the innermost block from here on.
    Block(Option<usize>, Span),
}

impl<'s> HtmlTree<'s> {
    /// All text of `range` as one. `place` is its span if there is none.
    pub(in crate::read) fn visible(&self, range: Range<usize>, place: Span) -> Text<'s> {
        let mut collapse = Collapse::new(self.text);
        self.walk(range, |step| match step {
            Step::Text(index) => collapse.push(self.nodes[index].span.range()),
            Step::Break(span) | Step::Block(_, span) => collapse.space(span),
        });
        collapse.finish(place)
    }

    /// The text of the element at `index`.
    pub(in crate::read) fn text_of(&self, index: usize) -> Text<'s> {
        self.visible(self.inside(index), self.nodes[index].span)
    }

    /// The paragraphs, list items and the like of `range`. Those without text, or with only
    /// no-break spaces, are left out.
    pub(in crate::read) fn blocks(&self, range: Range<usize>) -> Vec<Block<'s>> {
        let mut blocks = Vec::new();
        let (mut element, mut nodes) = (None, 0..0);
        let mut collapse = Collapse::new(self.text);
        let mut flush = |collapse: &mut Collapse<'s>, element, nodes| {
            let text = collapse.take(Span::default());
            if !text.is_empty() {
                blocks.push(Block { text, element, nodes });
            }
        };
        self.walk(range, |step| match step {
            Step::Text(index) => {
                nodes = if nodes.is_empty() { index..index + 1 } else { nodes.start..index + 1 };
                collapse.push(self.nodes[index].span.range());
            }
            Step::Break(span) => collapse.space(span),
            Step::Block(next, _) => {
                flush(&mut collapse, element, std::mem::replace(&mut nodes, 0..0));
                element = next;
            }
        });
        flush(&mut collapse, element, nodes);
        blocks
    }

    fn walk(&self, range: Range<usize>, mut visit: impl FnMut(Step)) {
        let mut open: Vec<usize> = Vec::new();
        let mut index = range.start;
        while index < range.end {
            let node = &self.nodes[index];
            let start = Span::at(node.span.start as usize);
            while open.last().is_some_and(|&last| self.nodes[last].end <= index) {
                open.pop();
                visit(Step::Block(open.last().copied(), start));
            }
            index += 1;
            match &node.kind {
                NodeKind::Text => visit(Step::Text(index - 1)),
                NodeKind::Element(element) if is_furniture(element) => index = node.end,
                NodeKind::Element(element) if element.name() == "br" => visit(Step::Break(node.span)),
                NodeKind::Element(element) if element.is_block() => {
                    open.push(index - 1);
                    visit(Step::Block(Some(index - 1), start));
                }
                NodeKind::Element(_) => {}
            }
        }
    }
}

/// Puts text together, each run of white space as one space.
pub(super) struct Collapse<'s> {
    text: &'s str,
    builder: TextBuilder,
    /// What is in the file verbatim and is not in `builder` yet.
    verbatim: Range<usize>,
    /// The white space since then.
    pending: Option<Span>,
    /// Whether a no-break space is a space like any other.
    breaks_all: bool,
}

/// A piece of raw text.
enum Piece {
    Space,
    Reference(String),
    Plain,
}

impl<'s> Collapse<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self { text, builder: TextBuilder::default(), verbatim: 0..0, pending: None, breaks_all: false }
    }

    /// The same for a text in which an editor has put no-break spaces anywhere.
    pub(super) fn breaking_all(text: &'s str) -> Self {
        Self { breaks_all: true, ..Self::new(text) }
    }

    fn is_empty(&self) -> bool {
        self.builder.as_str().is_empty() && self.verbatim.is_empty()
    }

    pub(super) fn space(&mut self, span: Span) {
        self.pending = Some(self.pending.map_or(span, |pending| pending.to(span)));
    }

    /// Appends the raw text at `range`.
    pub(super) fn push(&mut self, range: Range<usize>) {
        let (mut at, end) = (range.start, range.end);
        while at < end {
            let (length, piece) = first_piece(&self.text[at..end]);
            let span = Span::new(at, at + length);
            match piece {
                Piece::Space => self.space(span),
                Piece::Plain => self.plain(at..at + length),
                Piece::Reference(value) if self.breaks_all && value == "\u{a0}" => self.space(span),
                Piece::Reference(value) => {
                    self.settle();
                    self.builder.stands_for(&value, span);
                }
            }
            at += length;
        }
    }

    fn plain(&mut self, range: Range<usize>) {
        if self.verbatim.end == self.gap_start(range.start) && !self.verbatim.is_empty() {
            self.pending = None;
            self.verbatim.end = range.end;
        } else {
            self.settle();
            self.verbatim = range;
        }
    }

    /// Where the text before `start` must end for both to be one verbatim run: a single pending
    /// space lies between, or nothing.
    fn gap_start(&self, start: usize) -> usize {
        match self.pending {
            Some(span) if span.end as usize == start && &self.text[span.range()] == " " => {
                span.start as usize
            }
            Some(_) => usize::MAX,
            None => start,
        }
    }

    /// Writes out what has been collected, and the white space after it unless it is at the start.
    fn settle(&mut self) {
        let is_first = self.is_empty();
        let run = std::mem::replace(&mut self.verbatim, 0..0);
        self.builder.verbatim(&self.text[run.clone()], run.start);
        if let Some(span) = self.pending.take().filter(|_| !is_first) {
            self.builder.stands_for(" ", span);
        }
    }

    /// Returns what has been put together and starts the next text.
    pub(super) fn take(&mut self, place: Span) -> Text<'s> {
        let next = Self { breaks_all: self.breaks_all, ..Self::new(self.text) };
        std::mem::replace(self, next).finish(place)
    }

    fn finish(mut self, place: Span) -> Text<'s> {
        self.pending = None;
        if self.is_empty() {
            return Text::verbatim("", place.start as usize);
        }
        if self.builder.as_str().is_empty() {
            return Text::verbatim(&self.text[self.verbatim.clone()], self.verbatim.start).trimmed();
        }
        self.settle();
        self.builder.finish(place).trimmed()
    }
}

/// The length and nature of the first piece of `raw`, which is not empty.
fn first_piece(raw: &str) -> (usize, Piece) {
    let is_space = |c: char| c.is_ascii_whitespace();
    let spaces = raw.find(|c| !is_space(c)).unwrap_or(raw.len());
    if spaces > 0 {
        return (spaces, Piece::Space);
    }
    if raw.starts_with('&') {
        return reference(raw);
    }
    (plain_len(raw.as_bytes()), Piece::Plain)
}

/// How much of `raw` is literal: words with single spaces between them.
fn plain_len(raw: &[u8]) -> usize {
    let ends = |at: usize| match raw[at] {
        b'&' | b'\t' | b'\n' | 0x0c | b'\r' => true,
        b' ' => raw.get(at + 1).is_none_or(|next| matches!(next, b' ' | b'&' | b'\t' | b'\n' | 0x0c | b'\r')),
        _ => false,
    };
    (0..raw.len()).find(|&at| ends(at)).unwrap_or(raw.len())
}

/// The text with its entities decoded and nothing else changed; its places are places in `text`.
pub(super) fn decoded_once(text: &str) -> Text<'static> {
    let mut builder = TextBuilder::default();
    let (mut at, mut from) = (0, 0);
    while let Some(found) = memchr::memchr(b'&', &text.as_bytes()[at..]) {
        let start = at + found;
        let (len, piece) = reference(&text[start..]);
        at = start + len;
        if !matches!(piece, Piece::Plain) {
            builder.verbatim(&text[from..start], from);
            builder.stands_for(&decoded(&text[start..at]), Span::new(start, at));
            from = at;
        }
    }
    builder.verbatim(&text[from..], from);
    builder.finish(Span::at(0))
}

/// The length of the entity that `raw` starts with, if it is one; `raw` starts with `&`.
pub(super) fn reference_len(raw: &str) -> Option<usize> {
    match reference(raw) {
        (_, Piece::Plain) => None,
        (len, Piece::Space | Piece::Reference(_)) => Some(len),
    }
}

/// A piece that starts with `&`: the text of an entity, if it is one.
fn reference(raw: &str) -> (usize, Piece) {
    let name = raw[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(raw.len() - 1);
    let length = 1 + name + usize::from(raw[1 + name..].starts_with(';'));
    let value = decoded(&raw[..length]);
    let is_space = !value.is_empty() && value.chars().all(|c| c.is_ascii_whitespace());
    match value {
        value if value == raw[..length] => (length, Piece::Plain),
        _ if is_space => (length, Piece::Space),
        value => (length, Piece::Reference(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> HtmlTree<'_> {
        HtmlTree::parse(text, 0..text.len())
    }

    fn visible(text: &str) -> Text<'_> {
        let tree = tree(text);
        tree.visible(0..tree.nodes.len(), Span::at(0))
    }

    fn blocks(text: &str) -> Vec<String> {
        let tree = tree(text);
        tree.blocks(0..tree.nodes.len()).iter().map(|block| block.text.to_string()).collect()
    }

    #[test]
    fn plain_text_is_borrowed_from_the_file() {
        let text = "<p>\n  a b c \n</p>";
        let shown = visible(text);
        assert_eq!((shown.as_str(), shown.span()), ("a b c", Span::new(6, 11)));
        assert_eq!(&text[shown.span_of(2..3).range()], "b");
    }

    #[test]
    fn entities_and_white_space_lead_back_to_the_file() {
        let text = "<p>a &amp; b\r\n  c&nbsp;d</p>";
        let shown = visible(text);
        assert_eq!(shown.as_str(), "a & b c\u{a0}d");
        for (piece, raw) in [("&", "&amp;"), ("b", "b"), ("c", "c"), ("\u{a0}", "&nbsp;"), ("d", "d")] {
            let at = shown.find(piece).expect("the piece is there");
            assert_eq!(&text[shown.span_of(at..at + piece.len()).range()], raw);
        }
        assert_eq!(&text[shown.span_of(5..6).range()], "\r\n  ");
        assert_eq!(shown.span(), Span::new(3, 24));
    }

    #[test]
    fn entities_are_what_browsers_make_of_them() {
        for (text, wanted) in [
            ("a & b &c &unknown; &#;", "a & b &c &unknown; &#;"),
            ("&lt;p&gt; &#233;&#xe9;&copy", "<p> éé©"),
            ("a&#32;&#10;b&Tab;c", "a b c"),
            ("&nbsp; a &nbsp;", "a"),
            ("a<b>b</b> <i> c</i>", "ab c"),
            ("a<br>b<p>c</p>d", "a b c d"),
        ] {
            assert_eq!(visible(text).as_str(), wanted, "{text}");
        }
    }

    #[test]
    fn blocks_are_on_lines_of_their_own() {
        assert_eq!(blocks("a<p>b <b>c</b><p>&nbsp;</p><ul><li>d<li>e</ul>f"), ["a", "b c", "d", "e", "f"]);
        assert_eq!(blocks("<div>a<p>b</p>c</div>d"), ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_block_knows_its_element() {
        let text = "<div id=x>a<p id=y>b</p>c</div>";
        let tree = tree(text);
        let ids = tree.blocks(0..tree.nodes.len()).into_iter().map(|block| {
            let element = block.element.and_then(|index| tree.element(index));
            element.and_then(|element| element.attribute("id")).unwrap_or_default().to_owned()
        });
        assert_eq!(ids.collect::<Vec<_>>(), ["x", "y", "x"]);
    }

    #[test]
    fn furniture_is_left_out() {
        let text = "a<script>b</script><div style='display : none'>c</div><p hidden>d</p>\
                    <span class='x ksbCovered'>e</span><div id=qualifications>f</div>g";
        assert_eq!(visible(text).as_str(), "ag");
    }
}
