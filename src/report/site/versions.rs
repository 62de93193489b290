//! The list of all versions of a standard that has more than its page shows.

use maud::html;

use super::entry::{Site, StandardEntry};
use super::frame::above_version;
use super::listing::Listing;
use super::standard::{VERSION_COLUMNS, version_row};

/// Renders the list, newest first.
///
/// # Errors
/// Whatever `put` returns.
pub fn all_versions<E>(
    site: &Site<'_>,
    standard: &StandardEntry,
    put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let folder = format!("{}/versions", standard.folder);
    let listing = Listing {
        folder: &folder,
        title: "All versions",
        lead: html! {},
        columns: &VERSION_COLUMNS,
        above: above_version(standard),
        feed: None,
        is_published: standard.is_published(),
    };
    let count = standard.versions.len();
    listing.render(site, count, |index, _| version_row(&standard.versions[count - 1 - index], "../"), put)
}
