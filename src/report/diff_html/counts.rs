//! What became of how many items, section by section.

use maud::{Markup, html};

use super::page::Page;
use super::parts::arrow;
use crate::diff::{Counts, SideCounts};
use crate::report::diff::heading;
use crate::report::html_page::scrolling;

/// A column: its heading and what it holds for a section.
type CountColumn = (&'static str, fn(&Counts) -> SideCounts);

const COLUMNS: [CountColumn; 9] = [
    ("Unchanged", |counts| both(counts.unchanged)),
    ("Renumbered", |counts| both(counts.renumbered)),
    ("Moved", |counts| both(counts.moved)),
    ("Reworded", |counts| both(counts.reworded)),
    ("Split", |counts| counts.split),
    ("Merged", |counts| counts.merged),
    ("Kind changed", |counts| counts.kind_changed),
    ("Added", |counts| both(counts.added)),
    ("Removed", |counts| both(counts.removed)),
];

fn both(count: usize) -> SideCounts {
    SideCounts { old: count, new: count }
}

/// The counts, or `None` if no section is compared.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    (!comparison.counts.is_empty()).then(|| {
        html! {
            (scrolling(&label(page), &table(&comparison.counts)))
            p class="quiet" {
                "Each item is counted once. A reworded item counts as “reworded” even if its code or place changes too."
            }
        }
    })
}

/// The accessible name of the table as a region of the page.
fn label(page: &Page<'_>) -> String {
    match page.id_prefix {
        Some(_) => format!("Counts of {}", page.report.new.label()),
        None => "Counts".to_owned(),
    }
}

fn table(counts: &[Counts]) -> Markup {
    let used = |column: &&CountColumn| counts.iter().any(|row| column.1(row) != SideCounts::default());
    let columns: Vec<&CountColumn> = COLUMNS.iter().filter(used).collect();
    html! {
        table class="numbers" {
            thead {
                tr {
                    th scope="col" { "Section" }
                    th scope="col" { "Old" }
                    th scope="col" { "New" }
                    @for (title, _) in &columns { th scope="col" { (title) } }
                }
            }
            tbody {
                @for row in counts {
                    tr {
                        th scope="row" { (heading(row.section)) }
                        td { (row.old) }
                        td { (row.new) }
                        @for (_, value) in &columns { (cell(value(row))) }
                    }
                }
            }
        }
    }
}

/// One number, or two where a group has different sizes on the two sides.
fn cell(tally: SideCounts) -> Markup {
    html! {
        td class=[(tally == SideCounts::default()).then_some("zero")] {
            (tally.old)
            @if tally.old != tally.new { (arrow()) (tally.new) }
        }
    }
}
