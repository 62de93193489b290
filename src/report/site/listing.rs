//! Lists of any length: as many pages as they need, each with a link to the next.

use maud::{Markup, html};

use super::entry::{Site, StandardEntry};
use super::frame::{SitePage, head};
use crate::report::html_page::text;

/// The most rows that a page has.
const ROWS: usize = 300;

/// A list of a site.
pub(super) struct Listing<'a> {
    /// Its folder, from the root.
    pub(super) folder: &'a str,
    pub(super) title: &'a str,
    /// What is above the table on the first page.
    pub(super) lead: Markup,
    /// The titles of the columns.
    pub(super) columns: &'a [&'a str],
    pub(super) above: Vec<(String, String)>,
    /// The feed of what is listed.
    pub(super) feed: Option<String>,
    pub(super) is_published: bool,
}

impl Listing<'_> {
    /// The address of the page with this number, from 0.
    fn address(&self, page: usize) -> String {
        match page {
            0 => format!("{}/index.html", self.folder),
            _ => format!("{}/page-{}.html", self.folder, page + 1),
        }
    }

    /// Renders the pages of `count` rows and passes each to `put`; `row` renders a row, given the relative path to the
    /// root.
    pub(super) fn render<E>(
        &self,
        site: &Site<'_>,
        count: usize,
        row: impl Fn(usize, &str) -> Markup,
        mut put: impl FnMut(&str, String) -> Result<(), E>,
    ) -> Result<(), E> {
        let pages = count.div_ceil(ROWS).max(1);
        for page in 0..pages {
            let address = self.address(page);
            let root = super::address::to_root(&address);
            let rows = page * ROWS..count.min((page + 1) * ROWS);
            let number = if page == 0 { String::new() } else { format!(", page {}", page + 1) };
            let main = html! {
                @if page == 0 { (self.lead) }
                @if count == 0 {
                    p { "There is nothing in this list." }
                } @else {
                    table class="cards list" role="table" aria-label=(self.title) {
                        (head(self.columns))
                        tbody role="rowgroup" { @for index in rows { (row(index, &root)) } }
                    }
                    (self.leaf(page, pages))
                }
            };
            let mut one = SitePage::new(&address, format!("{}{number}", self.title), main);
            one.above.clone_from(&self.above);
            one.feed.clone_from(&self.feed);
            one.is_published = self.is_published;
            if let Some(feed) = &self.feed {
                one.about = html! { p { a href={ (root) (feed) } { "Feed of changes" } " (Atom)" } };
            }
            put(&address, one.render(site))?;
        }
        Ok(())
    }

    /// Links to the pages before and after this one.
    fn leaf(&self, page: usize, pages: usize) -> Markup {
        let name = |page: usize| {
            let address = self.address(page);
            address.rsplit_once('/').map(|(_, name)| name.to_owned()).unwrap_or_default()
        };
        html! {
            @if pages > 1 {
                nav class="leaf" aria-label="Pages of this list" {
                    ul {
                        @if page > 0 { li { a rel="prev" href=(name(page - 1)) { "Page " (page) } } }
                        li { span aria-current="page" { "Page " (page + 1) " of " (pages) } }
                        @if page + 1 < pages { li { a rel="next" href=(name(page + 1)) { "Page " (page + 2) } } }
                    }
                }
            }
        }
    }
}

/// A link to a page, from a page with this relative path to the root.
pub(super) fn link(root: &str, page: &str, words: &str) -> Markup {
    html! { a href={ (root) (page) } { (text(words)) } }
}

/// A link to the page of a standard, with its reference.
pub(super) fn standard_link(root: &str, standard: &StandardEntry) -> Markup {
    html! { (link(root, &standard.page(), standard.name())) " " span class="quiet" { (text(&standard.reference)) } }
}
