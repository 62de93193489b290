//! Reads a saved occupation or standard page, in HTML.
//!
//! A tokeniser that follows the HTML standard gives tags and texts with their places (`tokens`), a
//! light tree gives their nesting (`tree`), and `text` gives what a browser would show of them; the
//! rest finds the parts of the standard on the page.

mod duties;
mod facts;
pub(in crate::read) mod fragment;
pub(in crate::read) mod page;
mod statements;
#[cfg(test)]
pub(in crate::read) mod tests;
pub(in crate::read) mod text;
pub(super) mod tokens;
pub(in crate::read) mod tree;

use self::page::HtmlSection;
use self::tree::{Element, HtmlTree};
use crate::model::{Document, Field, Format, JobTitle, List, Standard};
use crate::read::notes::{Notes, Read};
use crate::source::{Source, Span, Text};

/// The letters of references, which are on the page of a standard or an occupation.
const REFERENCES: [&str; 4] = ["ST", "OCC", "FA", "AU"];

/// How far after its label the reference can be: there may be tags between them.
const NEAR: usize = 200;

/// Whether `text` is such a page: HTML with duties or statements of an occupation, or with key information and a
/// reference.
pub(crate) fn looks_like(text: &str) -> bool {
    let marks = ["dutiesTable", "duty-row", "ksb-item", "data-ksb-id", "data-duty-title"];
    let has_duties = || marks.iter().filter(|mark| text.contains(**mark)).count() > 1;
    let has_facts = || ["keyinformation", "Key information"].iter().any(|mark| text.contains(mark));
    is_markup(text)
        && (has_duties() || has_facts() && text.split("Reference:").skip(1).any(begins_with_reference))
}

/// Whether a text begins as HTML does.
pub(in crate::read) fn is_markup(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<')
        && text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}

/// Whether there is a reference at the beginning of a text with markup.
fn begins_with_reference(text: &str) -> bool {
    let has_digits = |rest: &str| rest.len() >= 4 && rest.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let is_reference =
        |word: &str| REFERENCES.iter().filter_map(|letters| word.strip_prefix(letters)).any(has_digits);
    let beginning: String = text.chars().take(NEAR).collect();
    beginning.split(|c: char| !c.is_ascii_alphanumeric()).any(is_reference)
}

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let text = source.text();
    let tree = HtmlTree::parse(text, source.bom_len()..text.len());
    let mut notes = Notes::new(source.id());
    let mut standard = Standard::new(source.id(), Format::OccupationPageHtml, page::start(&tree));
    facts::read(&tree, &mut standard, &mut notes);
    standard.banners = page::banners(&tree);
    let scope = page::scope(&tree);
    let sections = page::sections(&tree, &scope);
    standard.summary = summary(&tree, &sections);
    standard.typical_job_titles = job_titles(&tree, &scope, &sections);
    standard.duties = duties::read(&tree, &scope, &sections, &mut notes);
    standard.statements = statements::read(&tree, &sections, &mut notes);
    statements::note_outside(&tree, &scope, &mut notes);
    standard.empty_kinds = statements::empty_kinds(&sections, &standard);
    standard.hide_unshown(standard.format);
    if tree.cut {
        notes.cut_off(last_line(text));
    }
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// The paragraphs under the heading of the summary.
fn summary<'s>(tree: &HtmlTree<'s>, sections: &[HtmlSection<'s>]) -> Field<List<Text<'s>>> {
    let is_summary =
        |key: &str| key.starts_with("occupation") && (key.ends_with("summary") || key.ends_with("profile"));
    let Some(section) = sections.iter().find(|section| is_summary(&section.key())) else {
        return Field::Missing;
    };
    let paragraphs = tree.blocks(section.range.clone()).into_iter().map(|block| block.text);
    list(section.heading.span(), paragraphs.collect())
}

/// The typical job titles: what is marked as one, or the paragraphs under the heading.
fn job_titles<'s>(
    tree: &HtmlTree<'s>,
    scope: &std::ops::Range<usize>,
    sections: &[HtmlSection<'s>],
) -> Field<List<JobTitle<'s>>> {
    let is_marked = |element: &Element| element.attribute("title") == Some("job title");
    let section = sections.iter().find(|section| section.key().starts_with("typical job titles"));
    let mut names: Vec<Text<'s>> =
        page::outermost(tree, scope.clone(), is_marked).map(|index| tree.text_of(index)).collect();
    names.retain(|name| !name.is_empty());
    if let Some(section) = section.filter(|_| names.is_empty()) {
        names = tree.blocks(section.range.clone()).into_iter().map(|block| block.text).collect();
    }
    let first = names.first().map(Text::span);
    let Some(heading) = section.map(|section| section.heading.span()).or(first) else {
        return Field::Missing;
    };
    list(heading, names.into_iter().map(|name| JobTitle { name, green: None }).collect())
}

fn list<T>(heading: Span, items: Vec<T>) -> Field<List<T>> {
    if items.is_empty() { Field::Empty(heading) } else { Field::Stated(List::new(heading, items)) }
}

/// The last line that is not blank, without the white space around it.
fn last_line(text: &str) -> Span {
    let end = text.trim_end().len();
    let start = text[..end].rfind(['\r', '\n']).map_or(0, |at| at + 1);
    let line = text[start..end].trim_start();
    Span::new(end - line.len(), end)
}
