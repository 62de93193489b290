//! The page of a version, with the findings next to its words, and the page of what it changed.

use maud::html;

use super::entry::{Site, StandardEntry, VersionEntry};
use super::frame::{SitePage, above_version, place};
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::report::diff::DiffReport;
use crate::report::html_page::text;
use crate::report::{diff_html, html as check};

/// The page of a version; `findings` has the most severe first.
#[must_use]
pub fn version_page(
    site: &Site<'_>,
    standard: &StandardEntry,
    version: &VersionEntry,
    document: &Document<'_>,
    findings: &[Diagnostic],
) -> String {
    let address = format!("{}/{}", standard.folder, version.page);
    let (contents, body) = check::document_in_site(document, findings);
    let mut page = SitePage::new(&address, format!("{}, {}", standard.name(), version.in_words()), body);
    page.eyebrow = html! { (text(&standard.reference)) };
    page.above = above_version(standard);
    page.contents = contents;
    page.is_published = version.is_published;
    if let Some(change) = &version.change {
        page.about =
            html! { p { (text(&change.said)) " " a href=(change.page) { "What this version changed" } } };
    }
    page.render(site)
}

/// The page of a comparison, which is called `page` in the folder of the standard.
#[must_use]
pub fn comparison_page(
    site: &Site<'_>,
    standard: &StandardEntry,
    page: &str,
    report: &DiffReport<'_>,
) -> String {
    let address = format!("{}/{page}", standard.folder);
    diff_html::frame(report).render_in(&place(site, &address, above_version(standard)))
}
