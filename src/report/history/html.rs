//! The history as one self-contained page.

use maud::{Markup, html};

use super::versions::{COLUMNS, HistoryReport, LogLine, Version};
use crate::diff::Category;
use crate::report::diff::{DiffReport, NOT_STATED};
use crate::report::diff_html::{changes, options, plain_footer, reasons, weight};
use crate::report::html_page::{PageFrame, file_name, scrolling, text};
use crate::report::text::counted;

/// The columns of the version log that hold dates, counted after the column of the version.
const DAYS: [usize; 2] = [1, 2];

/// The column of the proposed category, counted after the column of the version.
const CATEGORY: usize = 3;

/// The whole page.
#[must_use]
pub fn render(history: &HistoryReport<'_>) -> String {
    let steps: Vec<_> = history.steps().collect();
    let mut contents = vec![("log".to_owned(), "Version log".to_owned())];
    contents.extend(
        steps
            .iter()
            .enumerate()
            .map(|(index, (old, new, _))| (format!("s{index}"), format!("{} → {}", old.number, new.number))),
    );
    let frame = PageFrame {
        title: format!("{} {} – history", history.reference, history.title()),
        style: "",
        skip: "Skip to the version log",
        header: header(history),
        contents,
        main: html! {
            section {
                h2 id="log" { "Version log" }
                (scrolling("Version log", &log(&history.log())))
                @for remark in &history.remarks { p { (text(remark)) } }
            }
            @if !steps.is_empty() { (options(&history.steps)) }
            @for (index, (old, new, step)) in steps.iter().enumerate() {
                (self::step(index, old, new, step))
            }
        },
        footer: plain_footer(history.tool_version, &history.steps),
    };
    frame.render()
}

fn header(history: &HistoryReport<'_>) -> Markup {
    let count = counted(history.versions.len(), "version", "versions").unwrap_or_default();
    html! {
        header class="masthead" {
            p class="eyebrow" { "History of " (text(history.reference)) ", " (count) }
            h1 { (text(if history.title().is_empty() { history.reference } else { history.title() })) }
        }
    }
}

fn log(lines: &[LogLine<'_>]) -> Markup {
    html! {
        table class="documents-table" {
            thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
            tbody {
                @for (index, line) in lines.iter().enumerate() {
                    @let [number, cells @ ..] = line.cells();
                    tr {
                        th scope="row" {
                            @match index.checked_sub(1) {
                                Some(step) => a href={ "#s" (step) } { (text(&number)) },
                                None => (text(&number)),
                            }
                        }
                        @for (column, cell) in cells.iter().enumerate() {
                            @match line.category.filter(|_| column == CATEGORY) {
                                Some(category) => td { (weight(category)) },
                                None => td class=[DAYS.contains(&column).then_some("day")] { (text(cell)) },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn step(index: usize, old: &Version<'_>, new: &Version<'_>, step: &DiffReport<'_>) -> Markup {
    let category = step.category().map_or("none", Category::name);
    html! {
        section class="document" {
            h2 id={ "s" (index) } { (text(old.number)) " → " (text(new.number)) }
            dl class="documents" {
                div { dt { "What the record says" } dd { (text(new.stated.unwrap_or("nothing"))) } }
                div { dt { "Status" } dd { (text(new.status.unwrap_or(NOT_STATED))) } }
                div { dt { "Starts" } dd { (starts(new)) } }
                div { dt { "File" } dd { (file_name(&new.input.shown())) } }
            }
            div class={ "verdict " (category) } {
                p class="headline" { (step.proposal()) "." }
                @if step.has_something_to_show() { p class="lead" { (text(&step.what_changed())) } }
                (reasons(step))
            }
            (changes(step, &format!("s{index}-")))
        }
    }
}

fn starts(version: &Version<'_>) -> Markup {
    html! {
        (text(version.earliest_start.unwrap_or(NOT_STATED)))
        " to "
        (text(version.latest_start.unwrap_or(NOT_STATED)))
    }
}
