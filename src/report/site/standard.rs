//! The page of a standard: its versions, what each changed, and what the newest one says.

use maud::{Markup, PreEscaped, html};

use super::entry::{Site, StandardEntry, VersionEntry};
use super::frame::{SitePage, above_standard, cell, change_weight, head};
use super::listing::link;
use super::lists::{Grouping, Groups};
use super::options;
use super::shared::{SharedStatement, shared};
use super::timeline;
use crate::diagnostic::Diagnostic;
use crate::model::Standard;
use crate::report::diff::sentence_case;
use crate::report::html::badge;
use crate::report::html_page::text;
use crate::report::matrix::Matrix;
use crate::report::matrix::html::tables;
use crate::report::text::counted;

/// How many versions the page shows; older ones are in a separate list.
pub const SHOWN: usize = 60;

/// How many findings the page shows; all are on the page of the version.
const FINDINGS: usize = 40;

/// The most cells that the tables of the mapping have.
const CELLS: usize = 20_000;

/// What the page of a standard is made from.
pub struct StandardPage<'a> {
    /// The standard.
    pub entry: &'a StandardEntry,
    /// Its newest version, as it was read.
    pub newest: &'a Standard<'a>,
    /// What is wrong with it, most severe first.
    pub findings: &'a [Diagnostic],
    /// Its statements that other standards also have.
    pub shared: Vec<SharedStatement<'a>>,
    /// What it has in common with other occupations, as a part of a page that the report on progression renders.
    pub progression: Option<String>,
}

impl StandardPage<'_> {
    /// The whole page.
    #[must_use]
    pub fn render(self, site: &Site<'_>, groups: &Groups<'_>) -> String {
        let entry = self.entry;
        let address = entry.page();
        let root = super::address::to_root(&address);
        let parts = self.parts(&root);
        let main = html! {
            @for (id, heading, body) in &parts { section { h2 id=(id) { (heading) } (body) } }
        };
        let mut page = SitePage::new(&address, entry.name(), main);
        page.eyebrow = html! {
            (text(if entry.reference.is_empty() { "No reference stated" } else { &entry.reference })) ", "
            (counted(entry.versions.len(), "version", "versions").unwrap_or_default())
        };
        page.about = about(entry, groups, &root);
        page.above = above_standard();
        page.contents =
            parts.iter().map(|(id, heading, _)| ((*id).to_owned(), (*heading).to_owned())).collect();
        page.feed = Some(entry.feed());
        page.is_published = entry.is_published();
        page.render(site)
    }

    /// The sections: ids, headings and contents.
    fn parts(&self, root: &str) -> Vec<(&'static str, &'static str, Markup)> {
        let shown = &self.entry.versions[self.entry.versions.len().saturating_sub(SHOWN)..];
        let mut parts = vec![
            ("versions", "Versions", versions(self.entry, shown)),
            ("timeline", "Timeline and sizes", timeline::render(shown)),
        ];
        if let Some(options) = options::render(self.newest) {
            parts.push(("options", "Statements by option", options));
        }
        let mapping = match Matrix::new(self.newest) {
            Ok(matrix) => mapping(self.entry, &matrix),
            Err(why) => html! { p { (sentence_case(why)) "." } },
        };
        parts.push(("mapping", "Mapping of duties to statements", mapping));
        parts.push(("findings", "Findings", self.findings()));
        parts.push(("shared", "Statements that other standards have too", shared(&self.shared, root)));
        if let Some(progression) = &self.progression {
            parts.push(("progression", "Progression", PreEscaped(progression.clone())));
        }
        parts
    }

    /// What is wrong with the newest version.
    fn findings(&self) -> Markup {
        let Some(newest) = self.entry.versions.last() else { return html! {} };
        html! {
            @if self.findings.is_empty() {
                p { "There are no findings in " a href=(newest.page) { (newest.name()) } "." }
            } @else {
                p { "These findings are in " a href=(newest.page) { (newest.name()) } ", which shows each one in the text." }
                table class="cards list" role="table" aria-label="Findings" {
                    (head(&["Severity", "Finding", "Rule"]))
                    tbody role="rowgroup" {
                        @for (index, one) in self.findings.iter().take(FINDINGS).enumerate() {
                            tr role="row" {
                                (cell("Severity", &badge(one.severity)))
                                (cell("Finding", &html! {
                                    a href={ (newest.page) "#f" (index + 1) } { (text(&sentence_case(&one.message))) }
                                }))
                                (cell("Rule", &html! { code { (one.rule) } }))
                            }
                        }
                    }
                }
                @if let Some(more) = counted(self.findings.len().saturating_sub(FINDINGS), "more finding is", "more findings are") {
                    p { (more) " on the page for the version." }
                }
            }
        }
    }
}

/// What the standard states about itself, with links to its lists.
fn about(entry: &StandardEntry, groups: &Groups<'_>, root: &str) -> Markup {
    html! {
        dl class="about" {
            div { dt { "Level" } dd { (groups.link(Grouping::Level, entry, root)) } }
            div { dt { "Route" } dd { (groups.link(Grouping::Route, entry, root)) } }
            div { dt { "Status" } dd { (groups.link(Grouping::Status, entry, root)) } }
            div { dt { "Changes" } dd { a href="changes.xml" { "Feed" } " (Atom)" } }
        }
    }
}

fn versions(entry: &StandardEntry, shown: &[VersionEntry]) -> Markup {
    html! {
        table class="cards list" role="table" aria-label="Versions" {
            (head(&VERSION_COLUMNS))
            tbody role="rowgroup" { @for version in shown.iter().rev() { (version_row(version, "")) } }
        }
        @if shown.len() < entry.versions.len() {
            p { a href="versions/index.html" { "All " (entry.versions.len()) " versions" } }
        }
        @for remark in entry.remarks.iter().take(SHOWN) { p class="quiet" { (text(remark)) } }
    }
}

/// When apprentices could start on a version.
fn starts(version: &VersionEntry) -> Markup {
    let day = |day: &str| html! { span class="day" { (text(day)) } };
    match version.starts.each_ref().map(Option::as_deref) {
        [None, None] => html! { "not stated" },
        [Some(first), None] => html! { "from " (day(first)) },
        [None, Some(last)] => html! { "until " (day(last)) },
        [Some(first), Some(last)] => html! { (day(first)) " to " (day(last)) },
    }
}

/// The titles of the columns of a list of versions.
pub(super) const VERSION_COLUMNS: [&str; 5] = ["Version", "Status", "Starts", "Category", "What changed"];

/// A row of a list of versions, on a page with this relative path to the folder of the standard.
pub(super) fn version_row(version: &VersionEntry, to_folder: &str) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (link(to_folder, &version.page, &version.name())) }
            (cell("Status", &text(version.status.as_deref().unwrap_or("not stated"))))
            (cell("Starts", &starts(version)))
            (cell("Category", &change_weight(version)))
            (cell("What changed", &html! {
                (text(version.said()))
                @if let Some(change) = &version.change { " " (link(to_folder, &change.page, "Comparison")) }
            }))
        }
    }
}

fn mapping(entry: &StandardEntry, matrix: &Matrix) -> Markup {
    let columns: usize = matrix.tables.iter().map(|table| table.columns.len()).sum();
    html! {
        @if columns.saturating_mul(matrix.rows.len()) > CELLS {
            p { "The mapping is too large to be shown as a table: " (matrix.rows.len()) " duties and " (columns) " statements." }
        } @else {
            @if let Some(newest) = entry.versions.last() { p { "As stated in " a href=(newest.page) { (newest.name()) } "." } }
            div class="sub" { (tables(matrix)) }
        }
    }
}
