//! A site of a catalogue: a folder of pages for every standard and version, what each version changed, lists, feeds and a
//! search. Each function makes the pages of one kind; the caller has the documents and passes the pages on as they are made,
//! so that not all of them need to be in memory.
//!
//! Addresses stay the same from run to run: they are made from references and version numbers alone.

mod address;
mod atom;
mod changes;
mod entry;
mod frame;
mod home;
mod listing;
mod lists;
mod options;
mod quality;
mod search;
mod shared;
mod sitemap;
mod standard;
mod timeline;
mod version;
mod versions;

pub use address::{Names, safe_name};
pub use changes::{all_changes, standard_feed};
pub use entry::{ChangeEntry, Site, StandardEntry, VersionEntry};
pub use home::home;
pub use lists::{Groups, all_standards};
pub use quality::{BrokenIn, OlderCounts, RuleCount, RuleQuality, quality};
pub use search::{FoundStatement, SearchIndex, search_page};
pub use shared::SharedStatement;
pub use sitemap::sitemaps;
pub use standard::{SHOWN, StandardPage};
pub use version::{comparison_page, version_page};
pub use versions::all_versions;

use super::html_page;

/// The one style sheet of the site.
#[must_use]
pub fn style() -> String {
    let of_parts = [super::html::STYLE, super::matrix::html::STYLE, super::progression::html::STYLE];
    [html_page::STYLE, &of_parts.concat(), include_str!("style.css")].concat()
}
