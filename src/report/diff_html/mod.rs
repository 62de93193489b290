//! The report of a comparison as one HTML file that needs nothing beside itself, not even a script.
//!
//! Every text of the documents passes through maud's escaping and stands inside a `bdi`, so that
//! neither its characters nor its direction act on the page; a content policy allows nothing but
//! the style sheet that is part of the page.

mod about;
mod consequences;
mod counts;
mod facts;
mod matrix;
mod matrix_list;
mod narrative;
mod pairing;
mod parts;
mod renumbering;
mod statements;
mod verdict;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::diff::{DiffReport, Lookup, heading};
use crate::diff::Section;

const STYLE: &str = include_str!("style.css");

/// Nothing is loaded, run or sent, whatever a document's text says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What every part of the page is made from.
struct Page<'a> {
    report: &'a DiffReport<'a>,
    lookup: Lookup<'a>,
}

/// A part of the page that the contents list.
struct Part {
    id: &'static str,
    title: &'static str,
    body: Markup,
}

/// The whole page.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    let page = Page { report, lookup: Lookup::new(report.comparison) };
    let parts = parts(&page);
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head { (head(&page)) }
            body {
                a class="skip" href="#main" { "Skip to the comparison" }
                (verdict::header(&page))
                (contents(&parts))
                main id="main" tabindex="-1" {
                    (verdict::verdict(&page))
                    @for part in &parts {
                        section {
                            h2 id=(part.id) { (part.title) }
                            (part.body)
                        }
                    }
                }
                (about::footer(&page))
            }
        }
    }
    .into_string()
}

fn head(page: &Page<'_>) -> Markup {
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        meta name="referrer" content="no-referrer";
        title { (page.report.title()) " – comparison" }
        style { (PreEscaped(STYLE)) }
    }
}

/// The parts that have something to say, in their order.
fn parts(page: &Page<'_>) -> Vec<Part> {
    let part = |id, title, body: Option<Markup>| body.map(|body| Part { id, title, body });
    let of = |sections: &[Section]| statements::render(page, sections);
    let kinds: Vec<Section> = Section::ALL.into_iter().filter(|section| section.kind().is_some()).collect();
    let all = [
        part("facts", "Facts", facts::render(page)),
        part("counts", "Counts", counts::render(page)),
        part("consequences", "Consequences", consequences::render(page)),
        part("narrative", "Statements and prose", narrative::render(page)),
        part("statements", "Statements", of(&kinds)),
        part("duties", "Duties", of(&[Section::Duties])),
        part("mapping", "Mapping of duties to statements", matrix::render(page)),
        part("renumbering", "Renumbering", renumbering::render(page)),
        part("summary", heading(Section::Summary), of(&[Section::Summary])),
        part("profile", heading(Section::Profile), of(&[Section::Profile])),
        part("pairing", "How pairs were made", pairing::render(page)),
    ];
    all.into_iter().flatten().collect()
}

fn contents(parts: &[Part]) -> Markup {
    html! {
        nav class="contents" aria-label="On this page" {
            ul {
                @for part in parts {
                    li { a href={ "#" (part.id) } { (part.title) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
