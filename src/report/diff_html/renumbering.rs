//! Which code became which: ranges, a table to copy, and codes that now stand for something else.

use std::fmt::Write;

use maud::{Markup, html};

use super::page::Page;
use super::parts::{arrow, table_head};
use crate::diff::{CodeReuse, ItemRef, Renumbering};
use crate::model::{Code, Prefix};
use crate::report::html_page::text;

/// The renumbering, or `None` if no code changed.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    if comparison.renumbering.is_empty() && comparison.reused.is_empty() {
        return None;
    }
    Some(html! {
        div class="columns" {
            @for (prefix, ranges) in &by_prefix(&comparison.renumbering) { (table(*prefix, ranges)) }
        }
        @if page.id_prefix.is_none() && !comparison.codes.is_empty() {
            details class="unprinted" {
                summary { "All codes, to copy as CSV" }
                pre class="csv" tabindex="0" role="region" aria-label="Old and new codes as CSV" { (csv(page)) }
            }
        }
        @if !comparison.reused.is_empty() { (reused(page, &comparison.reused)) }
    })
}

fn by_prefix(ranges: &[Renumbering]) -> Vec<(Prefix, Vec<Renumbering>)> {
    let mut groups: Vec<(Prefix, Vec<Renumbering>)> = Vec::new();
    for &range in ranges {
        let prefix = range.old.0.prefix;
        match groups.iter_mut().find(|group| group.0 == prefix) {
            Some(group) => group.1.push(range),
            None => groups.push((prefix, vec![range])),
        }
    }
    groups
}

fn table(prefix: Prefix, ranges: &[Renumbering]) -> Markup {
    html! {
        table class="ranges" aria-label={ "Renumbered codes: " (prefix.letters()) } {
            thead {
                tr {
                    th scope="col" { "Old" }
                    th scope="col" { "New" }
                    th scope="col" { "Shift" }
                }
            }
            tbody {
                @for range in ranges {
                    tr {
                        th scope="row" { (codes(range.old)) }
                        td { (codes(range.new)) }
                        td { (shift(range.shift)) }
                    }
                }
            }
        }
    }
}

/// One code, or the first and the last of several.
fn codes((first, last): (Code, Code)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn shift(shift: i64) -> String {
    match shift {
        0 => "0".to_owned(),
        1.. => format!("+{shift}"),
        _ => format!("−{}", shift.unsigned_abs()),
    }
}

fn csv(page: &Page<'_>) -> String {
    let code = |code: Option<Code>| code.map_or_else(String::new, |code| code.to_string());
    let mut csv = String::from("old,new\n");
    for line in &page.report.comparison.codes {
        let _infallible = writeln!(csv, "{},{}", code(line.old), code(line.new));
    }
    csv
}

fn reused(page: &Page<'_>, reused: &[CodeReuse]) -> Markup {
    let comparison = page.report.comparison;
    html! {
        details class="unprinted" {
            summary { "Codes that now mean something else (" (reused.len()) ")" }
            table class="cards reused" role="table" aria-label="Codes that now mean something else" {
                (table_head(&["Code", "Meant", "Now means", "Where the old meaning is now"]))
                tbody role="rowgroup" {
                    @for reuse in reused {
                        tr role="row" {
                            th scope="row" role="rowheader" { (reuse.code) }
                            td role="cell" data-label="Meant" { (text(comparison.old.items[reuse.old].text)) }
                            td role="cell" data-label="Now means" { (text(comparison.new.items[reuse.new].text)) }
                            td role="cell" data-label="Where the old meaning is now" { (went_to(page, reuse.old)) }
                        }
                    }
                }
            }
        }
    }
}

fn went_to(page: &Page<'_>, old: usize) -> Markup {
    let row = page.lookup.row_of(ItemRef::Old(old));
    html! {
        @match row {
            Some(row) if page.shows(ItemRef::Old(old)) => a href={ "#" (page.anchor(ItemRef::Old(old))) } {
                @match page.lookup.items(row).1.as_slice() {
                    [] => "removed",
                    _ => (page.lookup.codes(row)),
                }
            },
            Some(row) => (page.lookup.codes(row)),
            None => { "–" (arrow()) "–" },
        }
    }
}
