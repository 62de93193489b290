//! What changed: newest first and, on the same day, most significant first.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::atom::{Entry, feed};
use super::entry::{Site, StandardEntry, VersionEntry};
use super::frame::{cell, change_weight};
use super::listing::{Listing, link, standard_link};
use crate::model::Date;
use crate::report::html_page::text;

/// How many changes a feed reports.
const IN_FEED: usize = 50;

/// The versions of standards, newest first.
pub(super) struct Changes<'a>(Vec<Change<'a>>);

#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    pub(super) standard: &'a StandardEntry,
    pub(super) version: &'a VersionEntry,
}

impl<'a> Changes<'a> {
    pub(super) fn new(standards: impl Iterator<Item = &'a StandardEntry>) -> Self {
        let of_standard = |standard: &'a StandardEntry| {
            standard.versions.iter().map(move |version| Change { standard, version })
        };
        let mut all: Vec<Change<'a>> = standards.flat_map(of_standard).collect();
        all.sort_by_key(|Change { standard, version }| {
            let category = version.change.as_ref().and_then(|change| change.category);
            (Reverse(version.since), Reverse(category), &standard.folder, Reverse(&version.page))
        });
        Self(all)
    }

    /// The newest changes.
    pub(super) fn newest(&self, count: usize) -> &[Change<'a>] {
        &self.0[..count.min(self.0.len())]
    }

    /// The feed at this address, which links to the pages of the site.
    pub(super) fn feed(&self, site: &Site<'_>, address: &str, of: &str) -> String {
        let dated = self.0.iter().filter_map(|change| Some((change.version.since?, change)));
        let entries = dated.take(IN_FEED).map(|(since, Change { standard, version })| Entry {
            title: format!("{} {}: {}", standard.name(), standard.reference, version.name()),
            page: format!("{}/{}", standard.folder, version.change_page()),
            since,
            summary: version.said(),
            category: version.change.as_ref().and_then(|change| change.category),
        });
        feed(site, address, of, &entries.collect::<Vec<_>>())
    }
}

impl Change<'_> {
    /// A row of a list, on a page with this relative path to the root.
    pub(super) fn row(&self, root: &str) -> Markup {
        let Self { standard, version } = self;
        let since = version.since.map_or_else(|| "No date".to_owned(), Date::in_words);
        html! {
            tr role="row" {
                th scope="row" role="rowheader" class="day" { (since) }
                (cell("Standard", &standard_link(root, standard)))
                (cell("Version", &link(root, &format!("{}/{}", standard.folder, version.change_page()), &version.name())))
                (cell("Category", &change_weight(version)))
                (cell("What changed", &text(version.said())))
            }
        }
    }
}

/// The titles of the columns of a list of changes.
pub(super) const COLUMNS: [&str; 5] = ["Since", "Standard", "Version", "Category", "What changed"];

/// Renders the list of all changes, and its feed.
///
/// # Errors
/// Whatever `put` returns.
pub fn all_changes<E>(
    site: &Site<'_>,
    standards: &[StandardEntry],
    mut put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let changes = Changes::new(standards.iter());
    let feed = "changes/changes.xml";
    let listing = Listing {
        folder: "changes",
        title: "Changes",
        lead: html! {
            p {
                "Each version compared with the one before it, newest first. The category is a proposal based only on \
                 wording. It is not official."
            }
        },
        columns: &COLUMNS,
        above: Vec::new(),
        feed: Some(feed.to_owned()),
        is_published: false,
    };
    listing.render(site, changes.0.len(), |index, root| changes.0[index].row(root), &mut put)?;
    put(feed, changes.feed(site, feed, "all standards"))
}

/// The feed of one standard.
#[must_use]
pub fn standard_feed(site: &Site<'_>, standard: &StandardEntry) -> String {
    let address = standard.feed();
    Changes::new(std::iter::once(standard)).feed(site, &address, standard.name())
}
