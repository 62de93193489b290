//! [`PageResidue`].

use std::ops::Range;

use super::declare_rule;
use crate::diagnostic::{Edit, Fix};
use crate::lint::{LintContext, Rule};
use crate::model::{BACK_LINK, ICONS, OccupationalMap, Standard};
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports what belongs to a web page and not to the text, once for each piece of text: "Back to Duty", the names
    /// of icons such as `assignment_turned_in`, entities such as `&nbsp;` and tags such as `<p>`.
    ///
    /// # Why it matters
    /// It was copied from a page along with the text. Published data shows it to every reader.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "status": "assignment_turned_inIn development" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "status": "In development" }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    PageResidue { name: "page-residue", group: Wording, severity: Warning }
}

/// Entities and what they stand for in a JSON string.
const ENTITIES: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\\\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&pound;", "£"),
];

/// The names of tags that occur in texts.
const TAGS: &[&str] = &[
    "a", "b", "br", "div", "em", "i", "li", "ol", "p", "span", "strong", "sub", "sup", "td", "tr", "u", "ul",
];

/// Something in a text that belongs to the page: where it is, what it is, and what to replace it with, if that is
/// clear.
struct Residue {
    range: Range<usize>,
    what: &'static str,
    replacement: Option<&'static str>,
}

impl Rule for PageResidue {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    let marks = [Mark::Underscore, Mark::Ampersand, Mark::LessThan];
    let is_marked = |entry: &Entry<'_>| marks.iter().any(|mark| entry.has(*mark));
    let links = cx.index().first_occurrences(&["Back to"]).into_iter().map(|link| link.entry);
    for entry in links.filter(|entry| !is_marked(entry)) {
        look_at(entry, cx);
    }
    for entry in cx.index().marked(&marks) {
        look_at(entry, cx);
    }
}

fn look_at(entry: &Entry<'_>, cx: &mut LintContext<'_>) {
    let text = entry.text;
    let found = residues(text);
    let Some(first) = found.first() else { return };
    let piece = text[first.range.clone()].trim().to_owned();
    let message = format!("the text contains {}: \"{piece}\"", first.what);
    let mut diagnostic = cx
        .diagnostic(
            entry.subject.to_string(),
            message,
            text.span_of(first.range.clone()),
            "left over from a web page",
        )
        .help(match first.replacement {
            Some("") | None => format!("remove \"{piece}\""),
            Some(_) => format!("write the character that \"{piece}\" stands for"),
        });
    for more in found.iter().skip(1).take(2) {
        diagnostic = diagnostic.label(cx.label(text.span_of(more.range.clone()), "and this"));
    }
    let edit = |residue: &Residue| {
        let replacement = residue.replacement?.to_owned();
        Some(Edit { span: text.span_of(residue.range.clone()), replacement })
    };
    if cx.format().is_json() {
        diagnostic.fix =
            found.iter().map(edit).collect::<Option<Vec<_>>>().map(|edits| Fix { safe: true, edits });
    }
    cx.report(diagnostic);
}

/// All residues in `text`, in order.
fn residues(text: &str) -> Vec<Residue> {
    let mut found = Vec::new();
    if text.contains('_') {
        for icon in ICONS {
            push_all(text, icon, "the name of an icon", "", &mut found);
        }
    }
    if text.contains("Back to ") {
        push_all(text, BACK_LINK, "a link from the page", "", &mut found);
    }
    found.extend(text.match_indices('&').filter_map(|(start, _)| entity(text, start)));
    let opened =
        text.match_indices('<').filter_map(|(start, _)| Some(start..start + tag_len(&text[start..])?));
    found.extend(opened.map(|range| Residue { range, what: "an HTML tag", replacement: None }));
    found.sort_by_key(|residue| residue.range.start);
    found
}

/// The entity that begins at `start`.
fn entity(text: &str, start: usize) -> Option<Residue> {
    let (entity, character) = ENTITIES.iter().find(|(entity, _)| text[start..].starts_with(entity))?;
    Some(Residue { range: start..start + entity.len(), what: "an HTML entity", replacement: Some(character) })
}

fn push_all(
    text: &str,
    pattern: &str,
    what: &'static str,
    replacement: &'static str,
    found: &mut Vec<Residue>,
) {
    found.extend(text.match_indices(pattern).map(|(start, pattern)| Residue {
        range: start..start + pattern.len(),
        what,
        replacement: Some(replacement),
    }));
}

/// The length of the tag that `text` starts with, if it starts with one.
fn tag_len(text: &str) -> Option<usize> {
    // No tag begins inside another, so each character is looked at only once.
    let end = text[1..].find(['<', '>']).map(|end| end + 1).filter(|end| text[*end..].starts_with('>'))?;
    let inner = &text[1..end];
    let name = inner.trim_start_matches('/').trim_end_matches('/');
    let name = name.split(char::is_whitespace).next().unwrap_or_default();
    TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag)).then_some(inner.len() + 2)
}
