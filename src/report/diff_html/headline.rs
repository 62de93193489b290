//! The header of the page: which documents, what is proposed, and why.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{arrow, links};
use crate::diff::{Category, Counts, FactField, ItemRef, Side, Which};
use crate::model::FactId;
use crate::report::diff::{ComparedInput, DiffReport, NOT_STATED, WHO_DECIDES, sentence_case};
use crate::report::html_page::{file_name, hidden, text};

/// The title, and which two documents are compared.
pub(super) fn header(page: &Page<'_>) -> Markup {
    let (old, new) = (&page.report.comparison.old, &page.report.comparison.new);
    let (title, new_title) = page.report.titles();
    html! {
        header class="masthead" {
            p class="eyebrow" { "Comparison of two documents" }
            h1 {
                (text(title))
                @if let Some(new_title) = new_title { (arrow()) (text(new_title)) }
            }
            dl class="documents" {
                (document(page, Which::Old, old, page.report.old))
                (document(page, Which::New, new, page.report.new))
            }
        }
    }
}

fn document(page: &Page<'_>, which: Which, side: &Side<'_>, input: ComparedInput<'_>) -> Markup {
    let level = page.report.stated(FactField::Value(FactId::Level), which);
    html! {
        div {
            dt { @if which == Which::Old { "Old" } @else { "New" } }
            dd {
                @if !side.items.iter().any(|item| item.section.is_of_map()) {
                    strong {
                        (side.reference.map_or_else(|| html! { "reference " (NOT_STATED) }, text))
                    }
                }
                @if let Some(version) = side.version { " version " (text(version)) }
                @if let Some(level) = level { ", level " (text(&level.value)) }
                span class="quiet origin" {
                    @if let Some(document) = input.document { (text(document)) " in " }
                    (file_name(input.name)) ", " (side.format.noun())
                }
            }
        }
    }
}

/// What is proposed, at a glance.
pub(super) fn headline(page: &Page<'_>) -> Markup {
    let category = page.report.category();
    let class = category.map_or("none", Category::name);
    html! {
        section class={ "verdict " (class) } {
            h2 id="verdict" {
                (page.report.proposal())
            }
            @if category.is_some() {
                p class="lead" { (text(&page.report.what_changed())) }
                @if let Some(codes) = page.report.same_codes() { p { (text(&codes.sentence())) } }
                @if page.report.proposes() {
                    (reasons_with(page.report, |items| links(page, items)))
                    p class="quiet" { (WHO_DECIDES) }
                }
            } @else {
                p class="lead" { "The two documents say the same." }
            }
        }
        (figures(page))
    }
}

/// The changes that determine the category, if one is proposed.
pub(in crate::report) fn reasons(report: &DiffReport<'_>) -> Markup {
    reasons_with(report, |_| html! {})
}

/// The same, each with what `links` returns for the items that it is about.
fn reasons_with(report: &DiffReport<'_>, links: impl Fn(&[ItemRef]) -> Markup) -> Markup {
    html! {
        @if report.proposes() {
            ul class="reasons" aria-label="Why this category" {
                @for reason in &report.reasons() {
                    li {
                        (sentence_case(&reason.what)) ": " (reason.why) "."
                        @if !reason.items.is_empty() { " " (links(&reason.items)) }
                    }
                }
            }
        }
    }
}

/// What became of how many statements, as figures.
pub(super) fn figures(page: &Page<'_>) -> Markup {
    let counts: Vec<&Counts> =
        page.report.comparison.counts.iter().filter(|counts| counts.section.kind().is_some()).collect();
    let sum = |column: fn(&Counts) -> usize| counts.iter().map(|counts| column(counts)).sum::<usize>();
    let figures = [
        ("added", '+', "added", sum(|c| c.added)),
        ("removed", '−', "removed", sum(|c| c.removed)),
        ("changed", '~', "reworded", sum(|c| c.reworded)),
        ("changed", '÷', "split", sum(|c| c.split.old)),
        ("changed", '&', "merged", sum(|c| c.merged.old)),
        ("changed", '!', "changed kind", sum(|c| c.kind_changed.new)),
        ("same", '↕', "moved", sum(|c| c.moved)),
        ("same", '#', "only renumbered", sum(|c| c.renumbered)),
        ("same", '=', "unchanged", sum(|c| c.unchanged)),
    ];
    html! {
        @if !counts.is_empty() {
            dl class="figures" {
                @for (class, sign, word, count) in figures.into_iter().filter(|figure| figure.3 > 0) {
                    div class=(class) {
                        dt { span aria-hidden="true" { (sign) " " } (hidden("statements ")) (word) }
                        dd { (count) }
                    }
                }
            }
        }
    }
}
