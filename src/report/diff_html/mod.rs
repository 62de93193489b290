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

use maud::{Markup, html};

use self::page::{Page, PagePart};
use super::diff::{DiffReport, heading};
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

/// The parts that have something to say, in their order.
fn parts(page: &Page<'_>) -> Vec<PagePart> {
    let part = |id, title, body: Option<Markup>| body.map(|body| PagePart { id, title, body });
    let of = |sections: &[Section]| statements::render(page, sections);
    let kinds: Vec<Section> = Section::ALL.into_iter().filter(|section| section.kind().is_some()).collect();
    let all = [
        part("facts", "Facts", facts::render(page)),
        part("counts", "Counts", counts::render(page)),
        part("consequences", "Consequences", consequences::render(page)),
        part("narrative", "Statements and prose", narrative::render(page)),
        part("statements", "Statements", of(&kinds)),
        part("duties", "Duties", of(&[Section::Duties])),
        part("mapping", "Mapping of duties to statements", mapping::render(page)),
        part("renumbering", "Renumbering", renumbering::render(page)),
        part("summary", heading(Section::Summary), of(&[Section::Summary])),
        part("profile", heading(Section::Profile), of(&[Section::Profile])),
        part("pairing", "How pairs were made", pairing::render(page)),
    ];
    all.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
