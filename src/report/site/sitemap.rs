//! The list of all pages for search engines, which require full URLs.

use maud::{Markup, PreEscaped, html};

/// The most addresses that a list may have.
const MOST: usize = 50_000;

/// The lists of these pages: their names and their contents. The first one links to the others, if there are any.
#[must_use]
pub fn sitemaps(base_url: &str, pages: &[&str]) -> Vec<(String, String)> {
    if pages.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), sitemap(base_url, pages))];
    }
    let parts = (1..).zip(pages.chunks(MOST));
    let parts: Vec<(String, String)> =
        parts.map(|(number, part)| (format!("sitemap-{number}.xml"), sitemap(base_url, part))).collect();
    let all = html! {
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for (name, _) in &parts { sitemap { loc { (base_url) (name) } } }
        }
    };
    std::iter::once(("sitemap.xml".to_owned(), document(&all))).chain(parts).collect()
}

fn sitemap(base_url: &str, pages: &[&str]) -> String {
    document(&html! {
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for page in pages { url { loc { (base_url) (page) } } }
        }
    })
}

fn document(content: &Markup) -> String {
    html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")) (content) }.into_string()
}
