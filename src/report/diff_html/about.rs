//! The foot of the page: how to read it aloud, what was read, by which tool, on what terms.

use maud::{Markup, html};

use super::page::Page;
use super::parts::text;
use crate::report::diff::{ComparedInput, LICENCE, LICENCE_URL, WHO_DECIDES};

/// The foot of the page.
pub(super) fn footer(page: &Page<'_>) -> Markup {
    html! {
        footer {
            h2 { "About this page" }
            dl class="inputs" {
                (input("Old file", page.report.old))
                (input("New file", page.report.new))
                (made_by(page.report.tool_version))
            }
            (licence())
        }
    }
}

/// The foot of a page with several comparisons.
pub(in crate::report) fn plain_footer(tool_version: &str) -> Markup {
    html! {
        footer {
            h2 { "About this page" }
            dl class="inputs" { (made_by(tool_version)) }
            p { (WHO_DECIDES) }
            (licence())
        }
    }
}

fn made_by(tool_version: &str) -> Markup {
    html! { div { dt { "Made by" } dd { "ksb " (tool_version) } } }
}

fn licence() -> Markup {
    html! {
        p {
            (LICENCE) " " a href=(LICENCE_URL) rel="license noreferrer" { "Read the licence" } "."
        }
    }
}

fn input(label: &str, input: ComparedInput<'_>) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { (text(&input.shown())) br; span class="quiet" { "SHA-256 " } code { (input.sha256) } }
        }
    }
}
