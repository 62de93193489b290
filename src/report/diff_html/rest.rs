//! What a reader looks up rather than reads, folded: facts that go with the version, counts, and what has stayed the
//! same.

use maud::{Markup, html};

use super::page::Page;
use super::{counts, facts, statements};
use crate::diff::Section;
use crate::report::text::counted;

/// The folded parts, or `None` if there are none.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let of_version = facts::of_version(page);
    let counts = counts::render(page);
    let same = if page.id_prefix.is_none() { unchanged(page) } else { Vec::new() };
    (of_version.is_some() || counts.is_some() || !same.is_empty()).then(|| {
        html! {
            @if let Some((count, table)) = of_version {
                details {
                    summary {
                        (counted(count, "value", "values").unwrap_or_default())
                        " that only one document states or that change with every version"
                    }
                    (table)
                }
            }
            p class="printed quiet" {
                "Not printed, but on the page: the mapping grid, all codes, counts, how items were paired and what is \
                 unchanged."
            }
            @if let Some(counts) = counts { (unprinted("Counts", &counts)) }
            @for (label, table) in &same { (unprinted(label, table)) }
        }
    })
}

/// A folded part that no one needs on paper.
fn unprinted(label: &str, body: &Markup) -> Markup {
    html! { details class="unprinted" { summary { (label) } (body) } }
}

fn unchanged(page: &Page<'_>) -> Vec<(String, Markup)> {
    let facts = facts::unchanged(page).map(|(count, table)| {
        let facts = counted(count, "fact is the same", "facts are the same").unwrap_or_default();
        (facts, table)
    });
    let items = Section::ALL.into_iter().filter_map(|section| statements::unchanged(page, section));
    facts.into_iter().chain(items).collect()
}
