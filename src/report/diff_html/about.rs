//! The footer of the page: what was read, by which tool, on what terms.

use maud::{Markup, html};

use super::page::Page;
use crate::report::diff::{ComparedInput, DiffReport, LICENCE, LICENCE_URL, WHO_DECIDES};
use crate::report::html_page::{file_name, made_by, text};

/// The footer of the page.
pub(super) fn footer(page: &Page<'_>) -> Markup {
    html! {
        footer {
            h2 { "About this page" }
            dl class="inputs" {
                (input("Old file", page.report.old))
                (input("New file", page.report.new))
                (made_by(page.report.tool_version))
            }
            @if page.report.is_of_published() { (licence()) }
        }
    }
}

/// The footer of a page with several comparisons.
pub(in crate::report) fn plain_footer<'r>(
    tool_version: &str,
    reports: impl IntoIterator<Item = &'r DiffReport<'r>>,
) -> Markup {
    html! {
        footer {
            h2 { "About this page" }
            dl class="inputs" { (made_by(tool_version)) }
            p { (WHO_DECIDES) }
            @if reports.into_iter().any(DiffReport::is_of_published) { (licence()) }
        }
    }
}

/// Where the texts of published standards come from, and on what terms.
pub(in crate::report) fn licence() -> Markup {
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
            dd {
                @if let Some(document) = input.document { (text(document)) " in " }
                (file_name(input.name)) br; span class="quiet" { "SHA-256 " } code { (input.sha256) }
            }
        }
    }
}
