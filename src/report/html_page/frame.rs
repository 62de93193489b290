//! What every page has: head, style, contents, and the places for the rest.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::place::SitePlace;
use crate::report::text::seen;

/// The style that all pages have.
pub(in crate::report) const STYLE: &str = include_str!("style.css");

/// Nothing is loaded, run or sent, whatever a document's text says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page without scripts.
pub(in crate::report) struct PageFrame {
    /// The title of the window.
    pub(in crate::report) title: String,
    /// The style that only pages of this kind have.
    pub(in crate::report) style: &'static str,
    /// The words of the link that skips to the main part.
    pub(in crate::report) skip: &'static str,
    pub(in crate::report) header: Markup,
    /// The parts that can be linked to: ids and titles.
    pub(in crate::report) contents: Vec<(String, String)>,
    pub(in crate::report) main: Markup,
    pub(in crate::report) footer: Markup,
}

impl PageFrame {
    /// The whole page, which is self-contained.
    pub(in crate::report) fn render(&self) -> String {
        let head = html! {
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            title { (self.title) }
            style { (PreEscaped(STYLE)) (PreEscaped(self.style)) }
        };
        self.around(&head, &html! {})
    }

    /// The page as one of a site, which has its styles in one file.
    pub(in crate::report) fn render_in(&self, place: &SitePlace<'_>) -> String {
        self.around(&place.head(&self.title), &place.navigation())
    }

    fn around(&self, head: &Markup, navigation: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    (head)
                }
                body {
                    a class="skip" href="#main" { (self.skip) }
                    (navigation)
                    (self.header)
                    @if !self.contents.is_empty() {
                        nav class="contents" aria-label="On this page" {
                            ul {
                                @for (id, title) in &self.contents { li { a href={ "#" (id) } { (title) } } }
                            }
                        }
                    }
                    main id="main" tabindex="-1" { (self.main) }
                    (self.footer)
                }
            }
        };
        seen(page.into_string())
    }
}

/// Which program made the page.
pub(in crate::report) fn made_by(tool_version: &str) -> Markup {
    html! { div { dt { "Made by" } dd { "ksb " (tool_version) } } }
}
