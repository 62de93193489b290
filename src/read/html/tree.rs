//! The elements of an HTML file: a flat list in document order in which each element knows where
//! its content ends. It tolerates unclosed paragraphs, list items and cells as browsers do, but is
//! not a full tree builder.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::{StartTag, Token, tokens};
use crate::source::Span;

/// Elements deeper than this are read as if they were not nested, so that no page makes reading
/// slow. Browsers do the same.
const DEEPEST: usize = 128;

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

const BLOCKS: [&str; 35] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose end tag may be left out, so that a file may end while they are open.
const OPTIONAL_END: [&str; 16] = [
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "colgroup",
];

/// A start tag, or a run of text.
#[derive(Debug)]
pub(in crate::read) struct HtmlNode {
    /// What it is.
    pub(in crate::read) kind: NodeKind,
    /// The start tag, or the text.
    pub(in crate::read) span: Span,
    /// The index after the last node inside it.
    pub(in crate::read) end: usize,
}

impl HtmlNode {
    /// The name of an element; empty for a text.
    fn name(&self) -> &str {
        match &self.kind {
            NodeKind::Element(element) => &element.name,
            NodeKind::Text => "",
        }
    }
}

/// What a node is.
#[derive(Debug)]
pub(in crate::read) enum NodeKind {
    /// An element.
    Element(Element),
    /// A run of text.
    Text,
}

/// An element.
#[derive(Debug)]
pub(in crate::read) struct Element {
    name: String,
    attributes: Vec<super::tokens::Attribute>,
}

impl Element {
    /// Its name, in lower case.
    pub(in crate::read) fn name(&self) -> &str {
        &self.name
    }

    /// The value of an attribute.
    pub(in crate::read) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|one| one.name == name).map(|one| one.value.as_str())
    }

    /// Where the value of an attribute is.
    pub(in crate::read) fn attribute_span(&self, name: &str) -> Option<Span> {
        let attribute = self.attributes.iter().find(|one| one.name == name)?;
        Some(Span::new(attribute.span.start, attribute.span.end))
    }

    /// Whether it has this class.
    pub(in crate::read) fn has_class(&self, class: &str) -> bool {
        self.classes().any(|one| one.eq_ignore_ascii_case(class))
    }

    /// Its classes.
    pub(in crate::read) fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or_default().split_ascii_whitespace()
    }

    /// Whether it is a heading.
    pub(in crate::read) fn is_heading(&self) -> bool {
        HEADINGS.contains(&self.name())
    }

    /// Whether it starts and ends a line of its own.
    pub(in crate::read) fn is_block(&self) -> bool {
        is_block(self.name())
    }
}

/// Whether elements of this name start and end a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    HEADINGS.contains(&name) || BLOCKS.contains(&name)
}

/// The elements and texts of a file, or of a part of one.
#[derive(Debug)]
pub(in crate::read) struct HtmlTree<'s> {
    /// The whole text of the file.
    pub(in crate::read) text: &'s str,
    /// In document order.
    pub(in crate::read) nodes: Vec<HtmlNode>,
    /// Whether the part ends in the middle: within a tag, or with elements open that need an end.
    pub(in crate::read) cut: bool,
}

impl<'s> HtmlTree<'s> {
    /// Reads the bytes `range` of `text`.
    pub(in crate::read) fn parse(text: &'s str, range: Range<usize>) -> Self {
        let (tokens, cut) = tokens(text, range);
        let mut builder = Builder::default();
        for token in tokens {
            match token {
                Token::Text(range) => builder.text(&range),
                Token::Start(tag) => builder.start(tag),
                Token::End(name) => builder.end(&name),
            }
        }
        let cut = builder.is_cut(cut);
        builder.close_down_to(0);
        Self { text, nodes: builder.nodes, cut }
    }

    /// The element at `index`, if that is one.
    pub(in crate::read) fn element(&self, index: usize) -> Option<&Element> {
        match &self.nodes.get(index)?.kind {
            NodeKind::Element(element) => Some(element),
            NodeKind::Text => None,
        }
    }

    /// The indexes of what lies inside the node at `index`.
    pub(in crate::read) fn inside(&self, index: usize) -> Range<usize> {
        index + 1..self.nodes[index].end
    }

    /// All elements in `range` with their indexes.
    pub(in crate::read) fn elements(&self, range: Range<usize>) -> impl Iterator<Item = (usize, &Element)> {
        range.filter_map(|index| self.element(index).map(|element| (index, element)))
    }

    /// The first element in `range` that `wanted` accepts.
    pub(in crate::read) fn find(
        &self,
        range: Range<usize>,
        wanted: impl Fn(&Element) -> bool,
    ) -> Option<usize> {
        self.elements(range).find(|(_, element)| wanted(element)).map(|(index, _)| index)
    }
}

#[derive(Default)]
struct Builder {
    nodes: Vec<HtmlNode>,
    open: Vec<usize>,
    /// How many elements of each name are open.
    counts: BTreeMap<String, usize>,
    /// Whether the end of the body or of the page has been seen.
    complete: bool,
}

impl Builder {
    fn name(&self, index: usize) -> &str {
        self.nodes[index].name()
    }

    fn is_open(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|&count| count > 0)
    }

    /// Whether `/>` closes an element of this name here: in drawings and formulas only.
    fn is_foreign(&self, name: &str) -> bool {
        ["svg", "math"].iter().any(|foreign| name == *foreign || self.is_open(foreign))
    }

    fn text(&mut self, range: &Range<usize>) {
        let end = self.nodes.len() + 1;
        self.nodes.push(HtmlNode { kind: NodeKind::Text, span: Span::new(range.start, range.end), end });
    }

    fn start(&mut self, tag: StartTag) {
        self.imply_ends(&tag.name);
        let index = self.nodes.len();
        let closed = VOID.contains(&tag.name.as_str()) || (tag.self_closing && self.is_foreign(&tag.name));
        let span = Span::new(tag.span.start, tag.span.end);
        let element = Element { name: tag.name, attributes: tag.attributes };
        self.nodes.push(HtmlNode { kind: NodeKind::Element(element), span, end: index + 1 });
        if !closed && self.open.len() < DEEPEST {
            *self.counts.entry(self.name(index).to_owned()).or_default() += 1;
            self.open.push(index);
        }
    }

    /// Closes the elements that a start tag with this name ends implicitly.
    fn imply_ends(&mut self, name: &str) {
        match name {
            "li" => self.close_within(&["li"], &["ul", "ol", "table", "td", "th"]),
            "dt" | "dd" => self.close_within(&["dt", "dd"], &["dl", "table", "td", "th"]),
            "td" | "th" => self.close_within(&["td", "th"], &["table", "tr"]),
            "tr" => self.close_within(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => self.close_within(&["thead", "tbody", "tfoot"], &["table"]),
            "option" => self.close_within(&["option"], &["select"]),
            _ if BLOCKS.contains(&name) || HEADINGS.contains(&name) => {}
            _ => return,
        }
        self.close_within(&["p"], &["table", "td", "th", "caption", "button"]);
    }

    fn end(&mut self, name: &str) {
        match name {
            "html" | "body" => self.complete = true,
            "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" => {
                self.close_within(&[name], &["table"]);
            }
            _ if HEADINGS.contains(&name) => self.close_within(&HEADINGS, &["table", "td", "th"]),
            _ => self.close_within(&[name], &["table", "td", "th", "caption"]),
        }
    }

    /// Closes the innermost open element with one of `names` and what is open inside it, unless one
    /// of `fences` is reached first.
    fn close_within(&mut self, names: &[&str], fences: &[&str]) {
        if names.iter().all(|name| !self.is_open(name)) {
            return;
        }
        for depth in (0..self.open.len()).rev() {
            let name = self.name(self.open[depth]);
            if names.contains(&name) {
                self.close_down_to(depth);
                return;
            }
            if fences.contains(&name) {
                return;
            }
        }
    }

    fn close_down_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for index in self.open.split_off(depth) {
            self.nodes[index].end = end;
            if let Some(count) = self.counts.get_mut(self.nodes[index].name()) {
                *count -= 1;
            }
        }
    }

    fn is_cut(&self, in_tag: bool) -> bool {
        let needs_end = |&index: &usize| !OPTIONAL_END.contains(&self.name(index));
        !self.complete && (in_tag || self.open.iter().any(needs_end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The elements with their depths and texts: `div(p"a")`.
    fn outline(text: &str) -> String {
        let tree = HtmlTree::parse(text, 0..text.len());
        write(&tree, 0..tree.nodes.len())
    }

    fn write(tree: &HtmlTree<'_>, range: Range<usize>) -> String {
        let tops = std::iter::successors(Some(range.start), |&index| Some(tree.nodes.get(index)?.end));
        let show = |index: usize| match tree.element(index) {
            Some(element) => format!("{}({})", element.name(), write(tree, tree.inside(index))),
            None => tree.text[tree.nodes[index].span.range()].to_owned(),
        };
        tops.take_while(|&index| index < range.end).map(show).collect()
    }

    #[test]
    fn what_is_left_open_is_closed_as_browsers_do() {
        for (text, wanted) in [
            ("<p>a<p>b<div>c</div>", "p(a)p(b)div(c)"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "ul(li(a)li(bul(li(c))))d"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a)td(b))tr(td(c)))d"),
            ("<p>a<br>b<img src=x>c</p>d", "p(abr()bimg()c)d"),
            ("<div><td></div>a", "div(td(a))"),
            ("<table><tr><td></div>a</table>", "table(tr(td(a)))"),
            ("<svg><path d=x /><path/></svg><div/>a", "svg(path()path())div(a)"),
            ("<h2>a</h3>b", "h2(a)b"),
            ("<p><b>a</p>b</i>", "p(b(a))b"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a)dd(b)dt(c))"),
        ] {
            assert_eq!(outline(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_file_that_ends_in_the_middle_is_known() {
        for text in ["<div><p>a", "<p>a</p><p cl", "<table><tr><td>a", "<script>let a", "<p>a<span>b"] {
            assert!(HtmlTree::parse(text, 0..text.len()).cut, "{text}");
        }
        for text in ["<p>a", "<ul><li>a</ul>", "<html><body><p>a", "<body><div>a</body>", "a", ""] {
            assert!(!HtmlTree::parse(text, 0..text.len()).cut, "{text}");
        }
    }

    #[test]
    fn attributes_are_found_by_name() {
        let text = "<P ID=k1 class='A b'>";
        let tree = HtmlTree::parse(text, 0..text.len());
        let element = tree.element(0).expect("an element");
        assert_eq!(element.attribute("id"), Some("k1"));
        assert_eq!(element.attribute_span("id"), Some(Span::new(6, 8)));
        assert!(element.has_class("a") && element.has_class("b") && !element.has_class("c"));
    }
}
