//! The report of a comparison as one self-contained HTML file without scripts.
//!
//! What a reader has to weigh up comes first: the verdict with its reasons, then the changes, most serious first.
//! Reference material comes last, folded.

mod about;
mod changes;
mod consequences;
mod counts;
mod facts;
mod groups;
mod headline;
mod links;
mod mapping;
mod matrix;
mod matrix_list;
mod narrative;
mod options;
mod page;
mod pairing;
mod parts;
mod renumbering;
mod rest;
mod set;
mod statements;

use maud::html;

use self::page::{Page, PagePart};
use super::diff::DiffReport;
use super::html_page::PageFrame;

pub(in crate::report) use about::{licence, plain_footer};
pub(in crate::report) use changes::changes;
pub(in crate::report) use headline::reasons;
pub(in crate::report) use options::options;
pub(in crate::report) use parts::weight;
pub use set::render_all;

/// The whole page.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    frame(report).render()
}

/// The page, to be shown alone or in a site.
pub(in crate::report) fn frame(report: &DiffReport<'_>) -> PageFrame {
    let page = Page::new(report, None);
    let parts = parts(&page);
    PageFrame {
        title: format!("{} – comparison", report.title()),
        style: "",
        skip: "Skip to the comparison",
        header: headline::header(&page),
        contents: parts.iter().map(|part| (part.id.to_owned(), part.title.to_owned())).collect(),
        main: html! {
            (headline::headline(&page))
            @for part in &parts {
                section class={ "part-" (part.id) } {
                    h2 id=(part.id) { (part.title) }
                    @if part.id == "changes" { (options([report])) }
                    (part.body)
                }
            }
        },
        footer: about::footer(&page),
    }
}

/// The parts of a whole page.
fn parts(page: &Page<'_>) -> Vec<PagePart> {
    changes::parts(page, mapping::render(page), pairing::render(page))
}

#[cfg(test)]
mod tests;
