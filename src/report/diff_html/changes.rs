//! What differs between two documents, as part of a page that holds several comparisons.

use maud::{Markup, html};

use super::page::{Page, PagePart};
use super::{consequences, groups, headline, mapping, narrative, renumbering, rest};
use crate::report::diff::DiffReport;

/// The changes, under headings of the third level. Every id begins with `id_prefix`. The documents are not shown in
/// full here, so there are neither tables of the whole mapping nor an account of the pairing.
pub(in crate::report) fn changes(report: &DiffReport<'_>, id_prefix: &str) -> Markup {
    let page = Page::new(report, Some(id_prefix));
    html! {
        (headline::figures(&page))
        @for part in parts(&page, mapping::differing(&page), None) {
            h3 id={ (id_prefix) (part.id) } { (part.title) }
            (part.body)
        }
    }
}

/// The parts that have something to say: what changed, what follows from it, then reference material.
pub(super) fn parts(page: &Page<'_>, mapping: Option<Markup>, pairing: Option<Markup>) -> Vec<PagePart> {
    let part = |id, title, body: Option<Markup>| body.map(|body| PagePart { id, title, body });
    let all = [
        part("narrative", "Statements and prose", narrative::render(page)),
        part("changes", "What changed", groups::render(page)),
        part("consequences", "What this means", consequences::render(page)),
        part("mapping", "Mapping of duties to statements", mapping),
        part("renumbering", "Renumbering", renumbering::render(page)),
        part("pairing", "How items were paired", pairing),
        part("rest", "Dates, counts and what is the same", rest::render(page)),
    ];
    all.into_iter().flatten().collect()
}
