//! Feeds in Atom. Their ids are made from addresses within the site, so they stay the same wherever the site is. The links
//! are whole addresses if that of the site is known, and otherwise relative to the feed.

use maud::{Markup, PreEscaped, html};

use super::address::to_root;
use super::entry::Site;
use crate::diff::Category;
use crate::model::Date;
use crate::report::text::seen;
use crate::source::sha256_hex;

/// A change in a feed.
pub(super) struct Entry<'a> {
    pub(super) title: String,
    /// The page that shows it, from the root of the site.
    pub(super) page: String,
    pub(super) since: Date,
    pub(super) summary: &'a str,
    pub(super) category: Option<Category>,
}

/// The feed at this address.
pub(super) fn feed(site: &Site<'_>, address: &str, of: &str, entries: &[Entry<'_>]) -> String {
    let root = site.base_url.map_or_else(|| to_root(address), str::to_owned);
    let updated = entries.first().map_or_else(|| "1970-01-01".to_owned(), |entry| entry.since.to_string());
    let page = address.replace("changes.xml", "index.html");
    let feed = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" {
            id { (id(address)) }
            title { (site.title) ": changes of " (of) }
            updated { (time(&updated)) }
            author { name { (site.title) } }
            generator version=(site.tool_version) { "ksb" }
            (link("alternate", "text/html", &format!("{root}{page}")))
            @if site.base_url.is_some() { (link("self", "application/atom+xml", &format!("{root}{address}"))) }
            @for entry in entries {
                entry {
                    id { (id(&entry.page)) }
                    title { (entry.title) }
                    updated { (time(&entry.since.to_string())) }
                    (link("alternate", "text/html", &format!("{root}{}", entry.page)))
                    @if let Some(category) = entry.category {
                        (PreEscaped("<category term=\"")) (category.name()) (PreEscaped("\"/>"))
                    }
                    summary { (entry.summary) }
                }
            }
        }
    };
    let text = seen(feed.into_string());
    // XML must not have control characters, not even escaped.
    text.chars()
        .filter(|character| !character.is_control() || matches!(character, '\n' | '\t' | '\r'))
        .collect()
}

/// A link, closed as XML requires.
fn link(rel: &str, of: &str, to: &str) -> Markup {
    let attributes = html! { a rel=(rel) type=(of) href=(to) {} };
    let text = attributes.into_string();
    let inner = text.trim_start_matches("<a").trim_end_matches("></a>");
    PreEscaped(format!("<link{inner}/>"))
}

/// An id made from an address.
fn id(address: &str) -> String {
    let hash = sha256_hex(address.as_bytes());
    // The form of a UUID with content of one's own (version 8).
    let (time, rest) = hash.split_at(8);
    format!("urn:uuid:{time}-{}-8{}-8{}-{}", &rest[..4], &rest[5..8], &rest[9..12], &rest[12..24])
}

fn time(day: &str) -> String {
    format!("{day}T00:00:00Z")
}
