//! What a check found, as one page for authors and for paper: the findings by severity, each with a link to its place
//! in its document, and the documents with the findings next to the words.
//!
//! A page does not grow without bound. Documents are shown in order of severity, those with the most errors first,
//! until the page holds 4 MiB of them and their findings; what is left out is counted. That is more than a hundred
//! standards with all their findings.

mod checked;
mod document;
mod excerpt;
mod findings;
mod marks;
mod paper;
mod place;
mod spans;

use maud::{Markup, html};

pub use self::checked::ReadAgain;
use self::checked::{Checked, by_severity};
use self::document::{Numbered, Shown};
pub(in crate::report) use self::findings::badge;
use super::Report;
use super::diff::sentence_case;
use super::html_page::{PageFrame, file_name, made_by, scrolling, text};
use super::label_position::SEVERITIES;
use super::text::counted;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Document;
use crate::source::Sources;

/// The style of pages of checks.
pub(in crate::report) const STYLE: &str = include_str!("style.css");

/// How many bytes of documents and findings a page holds.
const ROOM: usize = 4 << 20;

/// The most documents that a page lists without showing them.
const MOST_LISTED: usize = 1000;

/// The whole page.
#[must_use]
pub fn render(report: &Report<'_>, read_again: &ReadAgain<'_>, tool_version: &str) -> String {
    let checked = by_severity(report);
    let shown = shown(report.sources, &checked, read_again);
    let one = if let [only] = shown.as_slice() { Some(only) } else { None };
    let title = match (one, checked.len()) {
        (Some(only), 1) => only.title.clone(),
        (_, 0) => "No findings".to_owned(),
        (_, count) => counted(count, "document with findings", "documents with findings").unwrap_or_default(),
    };
    let frame = PageFrame {
        title: format!("{title} – check"),
        style: STYLE,
        skip: "Skip to the findings",
        header: header(&title, report),
        contents: one.filter(|_| checked.len() == 1).map(|only| only.contents.clone()).unwrap_or_default(),
        main: html! {
            (verdict(report))
            (filters(report))
            @if checked.len() > 1 { (table(report.sources, &checked, shown.len())) }
            @for document in &shown { (document.body) }
            @if shown.len() < checked.len() { (left_out(&checked[shown.len()..])) }
        },
        footer: html! {
            footer {
                h2 { "About this page" }
                dl class="inputs" { (made_by(tool_version)) }
            }
        },
    };
    frame.render()
}

/// One document as part of a page of a site: the ids and titles of its parts, and the findings and its words. It does
/// not say where in a file they are, because a reader of the site has no file.
pub(in crate::report) fn document_in_site(
    document: &Document<'_>,
    found: &[Diagnostic],
) -> (Vec<(String, String)>, Markup) {
    let findings: Vec<&Diagnostic> = found.iter().collect();
    let kept = fitting(&findings, ROOM);
    let numbered = Numbered {
        findings: (1..).zip(findings[..kept].iter().copied()).collect(),
        left_out: found.len() - kept,
    };
    let checked = Checked { source: document.source(), findings };
    let shown = document::render(None, &checked, numbered, Some(document), true);
    (shown.contents, shown.body)
}

/// The documents that there is room for. For a document that is too long on its own, as many findings are shown as fit.
fn shown(sources: &Sources, checked: &[Checked<'_>], read_again: &ReadAgain<'_>) -> Vec<Shown> {
    let (mut shown, mut room, mut first) = (Vec::new(), ROOM, 1);
    for one in checked {
        let found: usize = one.findings.iter().map(|finding| findings::size(finding)).sum();
        let own = sources.get(one.source).map_or(0, |source| source.text().len());
        let fits = found + own <= room;
        if !fits && !shown.is_empty() {
            break;
        }
        let kept = if fits { one.findings.len() } else { fitting(&one.findings, room) };
        let numbered = Numbered {
            findings: (first..).zip(one.findings[..kept].iter().copied()).collect(),
            left_out: one.findings.len() - kept,
        };
        let document = sources.get(one.source).filter(|_| fits).and_then(read_again);
        shown.push(document::render(Some(sources), one, numbered, document.as_ref(), checked.len() == 1));
        room = room.saturating_sub(found + own);
        first += kept;
    }
    shown
}

/// How many of the findings there is room for.
fn fitting(found: &[&Diagnostic], room: usize) -> usize {
    let sizes = found.iter().scan(0, |sum, finding| {
        *sum += findings::size(finding);
        Some(*sum)
    });
    sizes.take_while(|sum| *sum <= room).count()
}

fn header(title: &str, report: &Report<'_>) -> Markup {
    let documents = counted(report.documents.max(report.files), "document", "documents").unwrap_or_default();
    html! {
        header class="masthead" {
            p class="eyebrow" { "Check of " (documents) }
            h1 { (text(title)) }
        }
    }
}

fn verdict(report: &Report<'_>) -> Markup {
    let worst = SEVERITIES.into_iter().find(|severity| report.count(*severity) > 0);
    html! {
        section class={ "verdict " (worst.map_or("none", Severity::name)) } {
            h2 id="verdict" { (report.summary()) "." }
            @if worst.is_some() {
                ul class="meaning" {
                    @for severity in severities(report) {
                        li { (badge(severity)) " " (findings::meaning(severity)) }
                    }
                }
            }
        }
    }
}

/// The severities of findings, most severe first.
fn severities<'r>(report: &'r Report<'_>) -> impl Iterator<Item = Severity> + 'r {
    SEVERITIES.into_iter().filter(|severity| report.count(*severity) > 0)
}

/// Checkboxes for the severities, all checked. The style sheet alone hides the findings whose box is not checked.
fn filters(report: &Report<'_>) -> Markup {
    html! {
        @if severities(report).count() > 1 {
            div class="options" {
                fieldset {
                    legend { "Show findings by severity" }
                    @for severity in severities(report) {
                        @let id = format!("show-s-{}", severity.name());
                        span class="choice" {
                            input type="checkbox" class="filter" id=(id) checked;
                            label for=(id) { (sentence_case(severity.name())) }
                        }
                    }
                }
            }
            p class="filtered" { "Some findings are hidden because their boxes above are not ticked." }
        }
    }
}

/// The documents with findings; those that are shown are links.
fn table(sources: &Sources, checked: &[Checked<'_>], shown: usize) -> Markup {
    let listed = &checked[..checked.len().min(shown.max(MOST_LISTED))];
    let table = html! {
        table class="numbers" {
            thead {
                tr {
                    th scope="col" { "Document" }
                    @for heading in ["Errors", "Warnings", "Advice"] { th scope="col" { (heading) } }
                }
            }
            tbody {
                @for (index, one) in listed.iter().enumerate() {
                    tr {
                        th scope="row" {
                            @if index < shown {
                                a href={ "#d" (one.source.0) } { (file_name(one.name(sources))) }
                            } @else {
                                (file_name(one.name(sources)))
                            }
                        }
                        @for severity in SEVERITIES { (number(one.count(severity))) }
                    }
                }
            }
        }
    };
    html! {
        section {
            h2 id="documents" { "Documents" }
            (scrolling("Documents", &table))
        }
    }
}

fn number(count: usize) -> Markup {
    html! { td class=[(count == 0).then_some("zero")] { (count) } }
}

/// What the page has no room for.
fn left_out(rest: &[Checked<'_>]) -> Markup {
    let documents = counted(rest.len(), "more document is", "more documents are").unwrap_or_default();
    let count: usize = rest.iter().map(|one| one.findings.len()).sum();
    let found = counted(count, "finding", "findings").unwrap_or_default();
    html! {
        section {
            h2 id="left-out" { "Not shown" }
            p {
                (documents) " not shown here, with " (found)
                ", because the page would be too large to open. Check these documents separately to see their findings."
            }
        }
    }
}

#[cfg(test)]
mod tests;
