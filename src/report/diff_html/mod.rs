//! The report of a comparison as one HTML file that needs nothing beside itself, not even a script.
//!
//! Every text of the documents passes through maud's escaping and stands inside a `bdi`, so that
//! neither its characters nor its direction act on the page; a content policy allows nothing but
//! the style sheet that is part of the page.

mod about;
mod changes;
mod consequences;
mod counts;
mod facts;
mod frame;
mod headline;
mod mapping;
mod matrix;
mod matrix_list;
mod narrative;
mod page;
mod pairing;
mod parts;
mod renumbering;
mod set;
mod statements;

use maud::html;

use self::page::{Page, PagePart};
use super::diff::DiffReport;
use crate::diff::Section;

pub(in crate::report) use about::plain_footer;
pub(in crate::report) use changes::changes;
pub(in crate::report) use frame::PageFrame;
pub(in crate::report) use headline::announcements;
pub(in crate::report) use parts::{scrolling, text};
pub use set::render_all;

/// The whole page.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    let page = Page::new(report, None);
    let parts = parts(&page);
    let frame = PageFrame {
        title: format!("{} – comparison", report.title()),
        skip: "Skip to the comparison",
        header: headline::header(&page),
        contents: parts.iter().map(|part| (part.id.to_owned(), part.title.to_owned())).collect(),
        main: html! {
            (headline::headline(&page))
            @for part in &parts {
                section {
                    h2 id=(part.id) { (part.title) }
                    (part.body)
                }
            }
        },
        footer: about::footer(&page),
    };
    frame.render()
}

/// The parts of a whole page.
fn parts(page: &Page<'_>) -> Vec<PagePart> {
    let of = |sections: &[Section]| statements::render(page, sections);
    changes::parts(page, of, mapping::render(page), pairing::render(page))
}

#[cfg(test)]
mod tests;
