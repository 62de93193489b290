//! The small parts that the page is put together from.

use maud::{Markup, html};

use super::page::Page;
use crate::diff::{Category, ItemRef, WordOpKind};
use crate::report::diff::{Badge, RedlinePiece, Tone, sentence_case};
use crate::report::html_page::{hidden, seen, text};

/// The header of a table that becomes cards on a narrow screen: the titles of its columns.
pub(super) fn table_head(titles: &[&str]) -> Markup {
    html! {
        thead role="rowgroup" {
            tr role="row" { @for title in titles { th scope="col" role="columnheader" { (title) } } }
        }
    }
}

/// A marked piece, with words for screen readers that the reader can turn off. The spaces around
/// the words keep them from running into the text.
fn marked(kind: WordOpKind, body: &str) -> Markup {
    html! {
        @match kind {
            WordOpKind::Delete => del { span class="say" { " [deleted] " } (seen(body)) span class="say" { " [end] " } },
            WordOpKind::Insert => ins { span class="say" { " [inserted] " } (seen(body)) span class="say" { " [end] " } },
            WordOpKind::Typography => span class="typography" { (seen(body)) },
            WordOpKind::Equal => (seen(body)),
        }
    }
}

/// A text in pieces.
pub(super) fn redline<'a>(pieces: impl IntoIterator<Item = RedlinePiece<'a>>) -> Markup {
    html! {
        bdi { @for piece in pieces { (marked(piece.kind, piece.text)) } }
    }
}

/// A heading within a part of a comparison: if there are several on a page, it is one level lower.
pub(super) fn subheading(page: &Page<'_>, id: Option<&str>, words: &Markup) -> Markup {
    html! {
        @if page.id_prefix.is_some() { h4 id=[id] { (words) } } @else { h3 id=[id] { (words) } }
    }
}

/// The name of an item, as a link to its row if it has one.
pub(super) fn link(page: &Page<'_>, item: ItemRef) -> Markup {
    let subject = page.report.comparison.item(item).subject();
    html! {
        @if page.shows(item) {
            a href={ "#" (page.anchor(item)) } { (subject) }
        } @else {
            (subject)
        }
    }
}

/// Names of items, as links, with commas between them; those after the first dozen are folded.
pub(super) fn links(page: &Page<'_>, items: &[ItemRef]) -> Markup {
    const OPEN: usize = 12;
    let (open, folded) = if items.len() > OPEN + 4 { items.split_at(OPEN) } else { (items, &[][..]) };
    let list = |items: &[ItemRef]| {
        html! {
            @for (index, &item) in items.iter().enumerate() {
                @if index > 0 { ", " }
                (link(page, item))
            }
        }
    };
    html! {
        span class="codes" { (list(open)) }
        @if !folded.is_empty() {
            details class="inline" {
                summary { "and " (folded.len()) " more" }
                span class="codes" { (list(folded)) }
            }
        }
    }
}

/// An arrow for the eye and a word for the ear.
pub(super) fn arrow() -> Markup {
    html! { " " span aria-hidden="true" { "→" } (hidden(" to ")) " " }
}

/// How serious something is, as a word.
pub(in crate::report) fn weight(category: Category) -> Markup {
    html! { span class={ "weight " (category.name()) } { (sentence_case(category.name())) } }
}

/// What happened, as a sign and a word; the row that it is in has this weight.
pub(super) fn badge(badge: &Badge, weight: Category) -> Markup {
    html! {
        span class={ "badge " (class_of(badge, weight)) } {
            span aria-hidden="true" { (badge.sign) " " } (badge.word)
        }
        @if !badge.note.is_empty() { " " span class="note" { (text(&badge.note)) } }
    }
}

/// The class that gives a badge its colours. A change that turns on a single word or number looks more serious than
/// other rewording, if it makes the row a revision.
fn class_of(badge: &Badge, weight: Category) -> &'static str {
    match badge.tone {
        Tone::Added => "added",
        Tone::Removed => "removed",
        Tone::Changed if badge.sign == '!' && weight == Category::Revision => "grave",
        Tone::Changed => "changed",
        Tone::Quiet => "same",
        Tone::Check => "check",
    }
}
