//! The parts of an occupation page: where the standard is on it, its headings and sections, its
//! title and its banners.

use std::ops::Range;

use super::text::is_furniture;
use super::tree::{Element, HtmlTree};
use crate::model::Field;
use crate::source::{Span, Text};

/// A heading and what is under it, up to the next heading.
#[derive(Debug)]
pub(super) struct HtmlSection<'s> {
    /// The heading; empty for what comes before the first.
    pub(super) heading: Text<'s>,
    /// The nodes under it.
    pub(super) range: Range<usize>,
}

impl HtmlSection<'_> {
    /// The heading in lower case, without a colon after it.
    pub(super) fn key(&self) -> String {
        self.heading.trim_end_matches(':').trim_end().to_lowercase()
    }
}

/// The nodes of the standard itself: the panel with that name, or whatever comes closest.
pub(super) fn scope(tree: &HtmlTree<'_>) -> Range<usize> {
    let all = 0..tree.nodes.len();
    let with_id = |id: &'static str| move |element: &Element| element.attribute("id") == Some(id);
    let panel = tree
        .find(all.clone(), with_id("standard"))
        .or_else(|| tree.find(all.clone(), with_id("OccupationalStandard")));
    panel.map_or_else(|| main(tree), |index| tree.inside(index))
}

/// The nodes of the page without its header and footer.
pub(in crate::read) fn main(tree: &HtmlTree<'_>) -> Range<usize> {
    let all = 0..tree.nodes.len();
    tree.find(all.clone(), |element| element.name() == "main").map_or(all, |index| tree.inside(index))
}

/// The sections of `scope`, in order.
pub(super) fn sections<'s>(tree: &HtmlTree<'s>, scope: &Range<usize>) -> Vec<HtmlSection<'s>> {
    let mut sections = Vec::new();
    let mut heading = Text::verbatim("", 0);
    let mut start = scope.start;
    for index in outermost(tree, scope.clone(), Element::is_heading) {
        let next = tree.text_of(index);
        sections.push(HtmlSection { heading: std::mem::replace(&mut heading, next), range: start..index });
        start = tree.nodes[index].end;
    }
    sections.push(HtmlSection { heading, range: start..scope.end });
    sections
}

/// The indexes of the elements in `range` that the page shows.
pub(super) fn shown(tree: &HtmlTree<'_>, range: Range<usize>) -> impl Iterator<Item = usize> {
    let mut index = range.start;
    std::iter::from_fn(move || {
        while index < range.end {
            let here = index;
            match tree.element(here) {
                Some(element) if is_furniture(element) => index = tree.nodes[here].end,
                Some(_) => {
                    index += 1;
                    return Some(here);
                }
                None => index += 1,
            }
        }
        None
    })
}

/// The indexes of the elements in `range` that the page shows and `wanted` accepts, without those
/// that lie inside another one.
pub(super) fn outermost<'t>(
    tree: &'t HtmlTree<'_>,
    range: Range<usize>,
    wanted: impl Fn(&Element) -> bool + 't,
) -> impl Iterator<Item = usize> + 't {
    let mut end = range.start;
    shown(tree, range).filter(move |&index| {
        let found = index >= end && tree.element(index).is_some_and(&wanted);
        if found {
            end = tree.nodes[index].end;
        }
        found
    })
}

/// The title: the heading of the page.
pub(super) fn title<'s>(tree: &HtmlTree<'s>) -> Field<Text<'s>> {
    let all = 0..tree.nodes.len();
    let is_title = |element: &Element| element.name() == "h1" && element.has_class("pageHeaderTitle");
    let is_h1 = |element: &Element| element.name() == "h1";
    let heading = tree
        .find(all.clone(), is_title)
        .or_else(|| tree.find(main(tree), is_h1))
        .or_else(|| tree.find(all, is_h1));
    heading.map_or(Field::Missing, |index| tree.text_of(index).into())
}

/// The banners: boxes that warn of something, such as that there is a later version.
pub(super) fn banners<'s>(tree: &HtmlTree<'s>) -> Vec<Text<'s>> {
    let banners = outermost(tree, main(tree), warns).map(|index| tree.text_of(index));
    banners.filter(|banner| !banner.is_empty()).collect()
}

fn warns(element: &Element) -> bool {
    element.classes().any(|class| {
        let class = class.to_ascii_lowercase();
        class.ends_with("warning") || class.ends_with("banner")
    })
}

/// Where to point when something is missing: the first heading, or the first text of the page.
pub(super) fn start(tree: &HtmlTree<'_>) -> Span {
    let mut headings =
        outermost(tree, 0..tree.nodes.len(), Element::is_heading).map(|index| tree.text_of(index));
    let first = headings.find(|heading| !heading.is_empty());
    first.map_or_else(|| first_line(tree.text), |heading| heading.span())
}

/// The first line that is not blank, without the white space around it.
fn first_line(text: &str) -> Span {
    let text = text.trim_end();
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
    Span::new(start, start + text[start..end].trim_end().len())
}
