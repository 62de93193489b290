//! The foot of the page: how to read it aloud, what was read, by which tool, on what terms.

use maud::{Markup, html};

use super::Page;
use super::parts::text;
use crate::report::diff::{Input, LICENCE, LICENCE_URL};

/// The foot of the page.
pub(super) fn footer(page: &Page<'_>) -> Markup {
    html! {
        footer {
            h2 { "About this page" }
            dl class="inputs" {
                (input("Old file", page.report.old))
                (input("New file", page.report.new))
                div { dt { "Made by" } dd { "ksb " (page.report.tool_version) } }
            }
            p {
                (LICENCE) " " a href=(LICENCE_URL) rel="license noreferrer" { "Read the licence" } "."
            }
        }
    }
}

fn input(label: &str, input: Input<'_>) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { (text(input.name)) br; span class="quiet" { "SHA-256 " } code { (input.sha256) } }
        }
    }
}
