//! A page among those of a site: how it links to the others, and what it shares with them.

use maud::{Markup, html};

use super::parts::text;

/// Only the style sheet and the scripts of the site are loaded, and the only form is its search. `file:` is for a site
/// that is opened from a disk, where nothing has the same origin.
const POLICY: &str = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'self' file:";

/// The parts of a site that every page links to.
const PARTS: [(&str, &str); 7] = [
    ("standards/index.html", "Standards"),
    ("routes/index.html", "Routes"),
    ("levels/index.html", "Levels"),
    ("statuses/index.html", "Statuses"),
    ("changes/index.html", "Changes"),
    ("quality/index.html", "Quality"),
    ("search.html", "Search"),
];

/// Where a page is in a site.
#[derive(Clone, Debug)]
pub(in crate::report) struct SitePlace<'a> {
    /// What the site is called.
    pub(in crate::report) site: &'a str,
    /// The address of the page, from the root of the site.
    pub(in crate::report) page: &'a str,
    /// The full URL of the root, if it is known.
    pub(in crate::report) base_url: Option<&'a str>,
    /// The pages above it: their addresses from the root, and their titles.
    pub(in crate::report) above: Vec<(String, String)>,
    /// The feed of what the page is about, from the root.
    pub(in crate::report) feed: Option<String>,
    /// The scripts that it runs, from the root.
    pub(in crate::report) scripts: &'a [&'a str],
}

impl SitePlace<'_> {
    /// The relative path to the root: `../../`.
    pub(in crate::report) fn to_root(&self) -> String {
        "../".repeat(self.page.matches('/').count())
    }

    /// What goes in the head of the page.
    pub(super) fn head(&self, title: &str) -> Markup {
        let root = self.to_root();
        html! {
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            title { (title) " – " (self.site) }
            link rel="stylesheet" href={ (root) "style.css" };
            @if let Some(feed) = &self.feed {
                link rel="alternate" type="application/atom+xml" title="Changes" href={ (root) (feed) };
            }
            @if let Some(base_url) = self.base_url { link rel="canonical" href={ (base_url) (self.page) }; }
            @for script in self.scripts { script defer src={ (root) (script) } {} }
        }
    }

    /// The links to the other pages.
    pub(super) fn navigation(&self) -> Markup {
        let root = self.to_root();
        html! {
            nav class="site" aria-label="This site" {
                a class="home" href={ (root) "index.html" } aria-current=[(self.page == "index.html").then_some("page")] {
                    (text(self.site))
                }
                ul {
                    @for (page, title) in PARTS {
                        li {
                            a href={ (root) (page) } aria-current=[(self.page == page).then_some("page")] { (title) }
                        }
                    }
                }
            }
            @if !self.above.is_empty() {
                nav class="above" aria-label="Where this page is" {
                    ul { @for (page, title) in &self.above { li { a href={ (root) (page) } { (text(title)) } } } }
                }
            }
        }
    }
}
