//! How many items came to what, section by section.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{arrow, scrolling};
use crate::diff::{Comparison, Counts, SideCounts, Which};
use crate::report::diff::{behind_cut, heading, side_word};
use crate::report::text::listed;

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

/// The counts; none if no section is compared.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    if comparison.counts.is_empty() && comparison.not_stated.is_empty() {
        return None;
    }
    Some(html! {
        @if !comparison.counts.is_empty() {
            (scrolling(&label(page), &table(&comparison.counts)))
            p class="quiet" {
                "Each item is counted once: “reworded” also where its code or place differs too."
            }
        }
        (not_stated(comparison))
    })
}

/// What the table is called among the regions of the page.
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
            caption { "Statements, duties and paragraphs by what became of them" }
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

/// One number, or two where a group is not as large on both sides.
fn cell(tally: SideCounts) -> Markup {
    html! {
        td class=[(tally == SideCounts::default()).then_some("zero")] {
            (tally.old)
            @if tally.old != tally.new { (arrow()) (tally.new) }
        }
    }
}

fn not_stated(comparison: &Comparison<'_>) -> Markup {
    let silent = |which: Which| -> Vec<String> {
        let sections = comparison.not_stated.iter().filter(|(_, silent)| *silent == which);
        sections.map(|&(section, _)| heading(section).to_lowercase()).collect()
    };
    html! {
        @for (which, sections) in [Which::Old, Which::New].map(|which| (which, silent(which))) {
            @if !sections.is_empty() {
                p {
                    "Not compared, because the " (side_word(which)) " document does not state them: "
                    (listed(&sections)) ". That does not say that anything came or went."
                }
            }
        }
        @for behind in &comparison.behind_cut { p { (behind_cut(behind)) } }
    }
}
