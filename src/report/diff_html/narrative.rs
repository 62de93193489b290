//! Prose without codes compared with statements: what covers what, and what the prose does not mention.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{subheading, table_head};
use crate::diff::{Cover, ItemRef, Narrative, Section, Which};
use crate::report::diff::{heading, many, side_word};
use crate::report::html_page::text;

/// Statements compared with prose, or `None` if both documents have codes.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let narrative = page.report.comparison.narrative.as_ref()?;
    let prose = side_word(narrative.side);
    Some(html! {
        p {
            "The " (prose) " document is prose without codes, so it is not compared code by code. Below, each clause is "
            "shown beside the statements and duties that cover it. A statement without a match is not necessarily "
            "new: the prose may just not mention it."
        }
        @for theme in &narrative.themes { (theme_table(page, narrative, theme)) }
        (unmatched(page, narrative))
    })
}

fn theme_table(page: &Page<'_>, narrative: &Narrative<'_>, theme: &str) -> Markup {
    let clauses: Vec<usize> =
        (0..narrative.clauses.len()).filter(|&clause| narrative.clauses[clause].theme == theme).collect();
    html! {
        (subheading(page, None, &text(theme)))
        @if clauses.is_empty() {
            p class="quiet" { "There is no text under this heading." }
        } @else {
            table class="cards narrative" role="table" aria-label={ "Clauses under “" (theme) "” and what covers them" } {
                (table_head(&["Clause", "Covered by"]))
                tbody role="rowgroup" {
                    @for clause in clauses {
                        tr role="row" {
                            td role="cell" data-label="Clause" { (text(narrative.clauses[clause].text)) }
                            td role="cell" data-label="Covered by" { (covers(page, narrative, clause)) }
                        }
                    }
                }
            }
        }
    }
}

fn covers(page: &Page<'_>, narrative: &Narrative<'_>, clause: usize) -> Markup {
    let covers: Vec<&Cover> = narrative.covers.iter().filter(|cover| cover.clause == clause).collect();
    html! {
        @if covers.is_empty() {
            span class="quiet" { "no statement found" }
        } @else {
            ul class="parts" {
                @for cover in covers {
                    @let item = page.report.comparison.item(coded(narrative, cover.item));
                    li {
                        b { (item.subject()) } " " (text(item.text)) " "
                        span class="quiet" { "(" (cover.share.percent()) "% of the clause)" }
                    }
                }
            }
        }
    }
}

/// An item of the side with codes.
fn coded(narrative: &Narrative<'_>, item: usize) -> ItemRef {
    match narrative.side {
        Which::Old => ItemRef::New(item),
        Which::New => ItemRef::Old(item),
    }
}

fn unmatched(page: &Page<'_>, narrative: &Narrative<'_>) -> Markup {
    let item = |index: usize| page.report.comparison.item(coded(narrative, index));
    let of = |section: Section| -> Vec<usize> {
        narrative.unmatched_items.iter().copied().filter(|&index| item(index).section == section).collect()
    };
    html! {
        @if !narrative.unmatched_items.is_empty() {
            (subheading(page, None, &html! { "What the prose does not mention" }))
            p { "Not stated in the " (side_word(narrative.side)) " document, but not necessarily new." }
            @for (section, items) in Section::ALL.map(|section| (section, of(section))) {
                @if !items.is_empty() {
                    details {
                        summary { (heading(section)) ": " (many(section, items.len())) }
                        ul class="parts" {
                            @for index in items {
                                li { b { (item(index).subject()) } " " (text(item(index).text)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
