//! Statements that other standards have too, word for word.

use maud::{Markup, html};

use super::entry::StandardEntry;
use super::frame::{cell, head};
use super::listing::link;
use crate::model::Code;
use crate::report::html_page::text;
use crate::report::text::counted;

/// How many other standards are named.
const NAMED: usize = 5;

/// A statement, and the other standards whose newest versions have it.
pub struct SharedStatement<'a> {
    /// Its code.
    pub code: Code,
    /// What it says.
    pub text: &'a str,
    /// Who else has it.
    pub others: Vec<&'a StandardEntry>,
}

/// The table of them, from a page with this way to the root.
pub(super) fn shared(all: &[SharedStatement<'_>], root: &str) -> Markup {
    html! {
        @if all.is_empty() {
            p { "No other standard has the same statements, word for word." }
        } @else {
            p { "These statements are the same, word for word, in the newest versions of other standards." }
            table class="cards list" role="table" aria-label="Shared statements" {
                (head(&["Code", "Statement", "Also in"]))
                tbody role="rowgroup" {
                    @for one in all {
                        tr role="row" {
                            th scope="row" role="rowheader" class="code" { (one.code) }
                            (cell("Statement", &text(one.text)))
                            (cell("Also in", &others(&one.others, root)))
                        }
                    }
                }
            }
        }
    }
}

fn others(others: &[&StandardEntry], root: &str) -> Markup {
    html! {
        ul class="others" {
            @for standard in others.iter().take(NAMED) { li { (link(root, &standard.page(), standard.name())) } }
            @if let Some(more) = counted(others.len().saturating_sub(NAMED), "more standard", "more standards") {
                li { "and " (more) }
            }
        }
    }
}
