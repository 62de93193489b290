//! The first page: the search, figures, and the newest changes.

use maud::{Markup, html};

use super::changes::{COLUMNS, Changes};
use super::entry::{Site, StandardEntry};
use super::frame::{SitePage, head};
use super::search::form;

/// How many changes the first page shows.
const CHANGES: usize = 25;

/// The first page.
#[must_use]
pub fn home(site: &Site<'_>, standards: &[StandardEntry]) -> String {
    let versions: usize = standards.iter().map(|standard| standard.versions.len()).sum();
    let findings = |severity: usize| -> usize {
        let newest = standards.iter().filter_map(|standard| standard.versions.last());
        newest.map(|version| version.findings[severity]).sum()
    };
    let figures = [
        ("standards", "same", standards.len()),
        ("versions", "same", versions),
        ("errors in the newest versions", "removed", findings(0)),
        ("warnings in the newest versions", "changed", findings(1)),
    ];
    let changes = Changes::new(standards.iter());
    let main = html! {
        (form(""))
        dl class="figures" {
            @for (words, class, count) in figures { div class=(class) { dt { (words) } dd { (count) } } }
        }
        section { h2 id="changes" { "Newest changes" } (newest(&changes)) }
    };
    let mut page = SitePage::new("index.html", site.title, main);
    page.eyebrow = html! { "Occupational standards, version by version" };
    page.about = html! {
        p class="lead" {
            "Every version of each standard, what it changed, and what needs to be put right."
        }
    };
    page.feed = Some("changes/changes.xml".to_owned());
    page.render(site)
}

fn newest(changes: &Changes<'_>) -> Markup {
    html! {
        table class="cards list" role="table" aria-labelledby="changes" {
            (head(&COLUMNS))
            tbody role="rowgroup" { @for change in changes.newest(CHANGES) { (change.row("")) } }
        }
        p { a href="changes/index.html" { "All changes" } ", also as a " a href="changes/changes.xml" { "feed" } " (Atom)" }
    }
}
