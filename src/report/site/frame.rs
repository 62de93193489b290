//! What the pages of a site have in common.

use maud::{Markup, html};

use super::entry::{Site, StandardEntry, VersionEntry};
use crate::report::diff_html::{licence, weight};
use crate::report::html_page::{PageFrame, SitePlace, text};

/// A page of a site: the parts that differ from page to page.
pub(super) struct SitePage<'a> {
    /// Its address, from the root.
    pub(super) address: &'a str,
    pub(super) title: String,
    /// What is above the title.
    pub(super) eyebrow: Markup,
    /// What is below the title.
    pub(super) about: Markup,
    /// The pages that lead to this one: their addresses from the root, and their names.
    pub(super) above: Vec<(String, String)>,
    pub(super) contents: Vec<(String, String)>,
    pub(super) feed: Option<String>,
    pub(super) scripts: &'a [&'a str],
    pub(super) is_published: bool,
    pub(super) main: Markup,
}

impl<'a> SitePage<'a> {
    /// A page with this address, title and main part.
    pub(super) fn new(address: &'a str, title: impl Into<String>, main: Markup) -> Self {
        Self {
            address,
            title: title.into(),
            eyebrow: html! {},
            about: html! {},
            above: Vec::new(),
            contents: Vec::new(),
            feed: None,
            scripts: &[],
            is_published: false,
            main,
        }
    }

    /// The whole page.
    pub(super) fn render(self, site: &Site<'_>) -> String {
        let frame = PageFrame {
            title: self.title.clone(),
            style: "",
            skip: "Skip to main content",
            header: html! {
                header class="masthead" {
                    p class="eyebrow" { (self.eyebrow) }
                    h1 { (text(&self.title)) }
                    (self.about)
                }
            },
            contents: self.contents,
            main: self.main,
            footer: footer(site, self.is_published),
        };
        let place =
            SitePlace { feed: self.feed, scripts: self.scripts, ..place(site, self.address, self.above) };
        frame.render_in(&place)
    }
}

/// Where a page is.
pub(super) fn place<'a>(site: &Site<'a>, page: &'a str, above: Vec<(String, String)>) -> SitePlace<'a> {
    SitePlace { site: site.title, page, base_url: site.base_url, above, feed: None, scripts: &[] }
}

/// The page above that of a standard.
pub(super) fn above_standard() -> Vec<(String, String)> {
    vec![("standards/index.html".to_owned(), "Standards".to_owned())]
}

/// The pages above those of a version of this standard.
pub(super) fn above_version(standard: &StandardEntry) -> Vec<(String, String)> {
    let mut above = above_standard();
    above.push((standard.page(), standard.name().to_owned()));
    above
}

fn footer(site: &Site<'_>, is_published: bool) -> Markup {
    html! {
        footer {
            p {
                "Made by ksb " (site.tool_version) " from a catalogue of occupational standards. This is not a \
                 government site, and nothing on it is official."
            }
            @if is_published { (licence()) }
        }
    }
}

/// How much a version changed, as a word.
pub(super) fn change_weight(version: &VersionEntry) -> Markup {
    html! {
        @match &version.change {
            None => span class="weight info" { "New" },
            Some(change) => @match change.category {
                Some(category) => (weight(category)),
                None => span class="quiet" { "No differences" },
            },
        }
    }
}

/// A cell of a table, with the label that it shows when its row becomes a card.
pub(super) fn cell(label: &str, content: &Markup) -> Markup {
    html! { td role="cell" data-label=(label) { (content) } }
}

/// The header of such a table.
pub(super) fn head(titles: &[&str]) -> Markup {
    html! {
        thead role="rowgroup" {
            tr role="row" { @for title in titles { th scope="col" role="columnheader" { (title) } } }
        }
    }
}
