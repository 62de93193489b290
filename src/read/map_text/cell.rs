//! A piece of a map, which is written in HTML.

use std::ops::Range;

use crate::read::html::tree::HtmlTree;
use crate::source::{Span, Text};

/// Whether a text begins with this, ignoring case.
pub(super) fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The text of a part of a line, as a browser would show it.
pub(super) fn shown(text: &str, range: Range<usize>) -> Text<'_> {
    let place = Span::at(range.start);
    let tree = HtmlTree::parse(text, range);
    tree.visible(0..tree.nodes.len(), place)
}
