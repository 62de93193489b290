//! Several comparisons on one page: a table of documents, most significant first, and what changed in each.

use maud::{Markup, html};

use super::options::options;
use super::{about, changes, headline, parts};
use crate::diff::Category;
use crate::diff::set::Fate;
use crate::report::diff::{DiffReport, DiffSet, SetLine, fate_word};
use crate::report::html_page::{PageFrame, file_name, scrolling, text};

/// The whole page.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    let lines = set.lines();
    let frame = PageFrame {
        title: format!("{} – comparison", set.title),
        style: "",
        skip: "Skip to the documents",
        header: header(set),
        contents: Vec::new(),
        main: html! {
            (verdict(set))
            @if !lines.is_empty() { (documents(&lines)) }
            @if lines.iter().any(|line| line.report.is_some()) { (options(&set.reports)) }
            @for line in &lines {
                @if let Some(index) = line.report { (document(line, index, &set.reports[index])) }
            }
        },
        footer: about::plain_footer(set.tool_version, &set.reports),
    };
    frame.render()
}

fn header(set: &DiffSet<'_>) -> Markup {
    html! {
        header class="masthead" {
            p class="eyebrow" { "Comparison of many documents" }
            h1 { (file_name(&set.title)) }
        }
    }
}

fn verdict(set: &DiffSet<'_>) -> Markup {
    let category = set.category;
    html! {
        section class={ "verdict " (category.map_or("none", Category::name)) } {
            h2 id="verdict" {
                @match category {
                    Some(category) => { "The most significant category proposed: " (category.name()) },
                    None => "No differences",
                }
            }
            p class="lead" {
                @if category.is_some() { (set.summary()) } @else { (set.without_differences().unwrap_or_default()) }
            }
        }
    }
}

/// The table of documents.
fn documents(lines: &[SetLine]) -> Markup {
    let table = html! {
        table class="documents-table" {
            thead {
                tr {
                    th scope="col" { "Document" }
                    th scope="col" { "Title" }
                    th scope="col" { "What" }
                    th scope="col" { "Proposed category" }
                    th scope="col" { "What changed" }
                }
            }
            tbody { @for line in lines { (row(line)) } }
        }
    };
    html! {
        section {
            h2 id="documents" { "Documents" }
            (scrolling("Documents", &table))
        }
    }
}

fn row(line: &SetLine) -> Markup {
    html! {
        tr class={ "w-" (line.category.name()) } {
            th scope="row" {
                @match line.report {
                    Some(index) => a href={ "#d" (index) } { (text(&line.name)) },
                    None => (text(&line.name)),
                }
            }
            td { (text(&line.title)) }
            td { span class={ "badge " (tone(line.fate)) } { (fate_word(line.fate)) } }
            td { (parts::weight(line.category)) }
            td { (text(&line.said)) }
        }
    }
}

fn tone(fate: Fate) -> &'static str {
    match fate {
        Fate::Changed => "changed",
        Fate::NewVersion | Fate::Added => "added",
        Fate::Removed => "removed",
    }
}

/// What changed in a document, folded.
fn document(line: &SetLine, index: usize, report: &DiffReport<'_>) -> Markup {
    html! {
        section class="document" {
            h2 id={ "d" (index) } { (text(&line.name)) ": " (text(&line.title)) }
            p { (text(&report.between())) }
            div class={ "verdict " (report.category().map_or("none", Category::name)) } {
                p class="headline" { (report.proposal()) "." }
                p class="lead" { (text(&line.said)) }
                (headline::reasons(report))
            }
            details {
                summary { "What changed in " (text(&line.name)) }
                (changes(report, &format!("d{index}-")))
            }
        }
    }
}
