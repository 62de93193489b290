//! One occupation and its links as a self-contained page, and as part of another page.

mod map;
mod shared;
mod tables;

use maud::{Markup, html};

pub use self::shared::Address;

use super::words::{CLAIM, agreement, left_out, level, name, shown};
use crate::progression::Focus;
use crate::report::html_page::{PageFrame, made_by, text};
use shared::Shown;

/// The style of the fragment, which uses the colours of the pages of ksb.
pub const STYLE: &str = include_str!("style.css");

/// Renders the whole page, with the texts of the statements.
#[must_use]
pub fn render(focus: &Focus<'_>, tool_version: &str) -> String {
    let own = focus.occupation;
    let mut contents = vec![("progression-map".to_owned(), "Map".to_owned())];
    if !focus.stated.is_empty() {
        contents.push(("progression-stated".to_owned(), "Stated links".to_owned()));
    }
    contents.extend(
        focus.links.iter().enumerate().map(|(place, link)| (link_id(place), link.other.title.clone())),
    );
    let frame = PageFrame {
        title: format!("Progression: {}", name(own)),
        style: STYLE,
        skip: "Skip to the map",
        header: html! {
            header class="masthead" {
                p class="eyebrow" { "Progression: " (own.reference) ", " (level(own.level)) }
                h1 { (text(&own.title)) }
            }
        },
        contents,
        main: html! {
            section { h2 id="progression-map" { "Map" } (overview(focus, &|_| None)) }
            @if let Some(stated) = stated(focus) { section { h2 id="progression-stated" { "Stated links" } (stated) } }
            @for (place, link) in focus.links.iter().enumerate() {
                section {
                    h2 id=(link_id(place)) { (text(&name(link.other))) }
                    (tables::steps(focus.occupation, link, Shown::Texts))
                }
            }
        },
        footer: html! { footer { dl { (made_by(tool_version)) } } },
    };
    frame.render()
}

/// Renders the links of an occupation as part of another page, which has a second-level heading for it: the map, the
/// table that says the same, the stated links and, for each link, the codes of what carries over and what has to be
/// learned. `address` gives the URL of the page of another occupation.
#[must_use]
pub fn fragment(focus: &Focus<'_>, address: Address<'_>) -> String {
    let markup = html! {
        (overview(focus, address))
        @if let Some(stated) = stated(focus) { h3 { "Stated links" } (stated) }
        @for link in &focus.links {
            details class="progression-link" {
                summary { (text(&name(link.other))) ", " (level(link.other.level)) }
                (tables::steps(focus.occupation, link, Shown::Codes))
            }
        }
    };
    markup.into_string()
}

/// The id of a link on the page.
fn link_id(place: usize) -> String {
    format!("progression-{}", place + 1)
}

fn overview(focus: &Focus<'_>, address: Address<'_>) -> Markup {
    html! {
        p { (CLAIM) }
        p { (shown(focus)) }
        @for one in std::iter::once(focus.occupation).chain(focus.links.iter().map(|link| link.other)) {
            @if let Some(remark) = left_out(one) { p { (text(&remark)) } }
        }
        @if !focus.links.is_empty() { (map::map(focus)) (tables::links(focus, address)) }
    }
}

fn stated(focus: &Focus<'_>) -> Option<Markup> {
    let said = agreement(focus)?;
    Some(html! {
        p { (said) }
        ul {
            @for (link, found) in focus.occupation.stated.iter().zip(&focus.stated) {
                li { (text(&super::words::stated(link))) ": " (super::words::confirmed(focus, *found)) "." }
            }
        }
    })
}
