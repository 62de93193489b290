//! Single values and lists of short values, side by side.

use maud::{Markup, html};

use super::page::{Cells, Page};
use super::parts::table_head;
use crate::diff::{Category, Fact, FactChange, FactField, ListedValues, Stated};
use crate::report::diff::{NOT_STATED, fact_change_word};
use crate::report::html_page::text;

/// The category that a change to a fact proposes, or `None` if it is the same on both sides.
pub(super) fn weight(page: &Page<'_>, field: FactField) -> Option<Category> {
    let changes = page.report.comparison.changes.iter();
    changes.filter(|change| change.field == Some(field)).map(|change| change.proposal.category).max()
}

/// The category that the changes to a list propose, or `None` if it is the same on both sides.
pub(super) fn weight_of_list(page: &Page<'_>, list: &ListedValues) -> Option<Category> {
    weight(page, FactField::List(list.list))
}

/// The row of a single value.
pub(super) fn cells(fact: &Fact) -> Cells {
    Cells {
        name: html! { (fact.field.label()) },
        change: html! { ul class="badges" { li { (change(fact.change)) } } },
        old: value(fact, fact.old.as_ref(), true),
        new: value(fact, fact.new.as_ref(), false),
    }
}

/// A value; one that differs is marked as a whole, because half a number or half a date means nothing.
fn value(fact: &Fact, stated: Option<&Stated>, old: bool) -> Markup {
    let Some(stated) = stated else { return html! { span class="quiet" { (NOT_STATED) } } };
    html! {
        @if fact.change != FactChange::Changed {
            (text(&stated.value))
        } @else if old {
            del { (text(&stated.value)) }
        } @else {
            ins { (text(&stated.value)) }
        }
        @if stated.inferred { " " span class="quiet" { "(inferred)" } }
    }
}

fn change(change: FactChange) -> Markup {
    html! {
        @match change {
            FactChange::Changed => span class="badge changed" { span aria-hidden="true" { "~ " } "changed" },
            _ => span class="quiet" { (fact_change_word(change)) },
        }
    }
}

/// The row of a list, which shows only what differs.
pub(super) fn list_cells(list: &ListedValues) -> Cells {
    let silent = list.added.is_empty() && list.removed.is_empty();
    Cells {
        name: html! { (FactField::List(list.list).label()) },
        change: html! {
            ul class="badges" {
                @if silent { li { (change(list.change)) } }
                @if !list.removed.is_empty() { li { (counted(list.removed.len(), '−', "removed")) } }
                @if !list.added.is_empty() { li { (counted(list.added.len(), '+', "added")) } }
            }
        },
        old: html! {
            @if !list.removed.is_empty() {
                ul class="values" { @for value in &list.removed { li { del { (text(value)) } } } }
            }
        },
        new: html! {
            @if !list.added.is_empty() {
                ul class="values" { @for value in &list.added { li { ins { (text(value)) } } } }
            }
        },
    }
}

fn counted(count: usize, sign: char, word: &str) -> Markup {
    html! { span class={ "badge " (word) } { span aria-hidden="true" { (sign) " " } (count) " " (word) } }
}

/// Facts that go with the version, or that one document does not state. `None` if there are none.
pub(super) fn of_version(page: &Page<'_>) -> Option<(usize, Markup)> {
    let is_light = |weight: Option<Category>| weight.is_none_or(|weight| weight == Category::Info);
    let comparison = page.report.comparison;
    let single = comparison.facts.iter().filter(|fact| fact.change != FactChange::Same);
    let single = single.filter(|fact| is_light(weight(page, fact.field)));
    let lists = comparison.lists.iter().filter(|list| list.change != FactChange::Same);
    let lists = lists.filter(|list| is_light(weight_of_list(page, list)));
    let rows: Vec<Cells> = single.map(cells).chain(lists.map(list_cells)).collect();
    (!rows.is_empty()).then(|| (rows.len(), table("Values that go with the version", &rows)))
}

fn table(label: &str, rows: &[Cells]) -> Markup {
    html! {
        table class="cards facts" role="table" aria-label=(label) {
            (table_head(&["Fact", "Old", "New"]))
            tbody role="rowgroup" {
                @for cells in rows {
                    tr role="row" {
                        th scope="row" role="rowheader" { (cells.name) }
                        td role="cell" data-label="Old" { (cells.old) }
                        td role="cell" data-label="New" { (cells.new) }
                    }
                }
            }
        }
    }
}

/// Facts that are the same on both sides, or `None` if there are none.
pub(super) fn unchanged(page: &Page<'_>) -> Option<(usize, Markup)> {
    let comparison = page.report.comparison;
    let single = comparison.facts.iter().filter(|fact| fact.change == FactChange::Same);
    let single = single.map(|fact| (fact.field.label(), vec![shown(fact)]));
    let lists = comparison.lists.iter().filter(|list| list.change == FactChange::Same);
    let lists = lists.map(|list| (FactField::List(list.list).label(), list.kept.clone()));
    let rows: Vec<(&str, Vec<String>)> = single.chain(lists).collect();
    (!rows.is_empty()).then(|| (rows.len(), same(&rows)))
}

fn shown(fact: &Fact) -> String {
    fact.new.as_ref().map_or_else(String::new, |stated| stated.value.clone())
}

fn same(rows: &[(&str, Vec<String>)]) -> Markup {
    html! {
        table class="cards facts" role="table" aria-label="Facts that are the same" {
            (table_head(&["Fact", "In both"]))
            tbody role="rowgroup" {
                @for (label, values) in rows {
                    tr role="row" {
                        th scope="row" role="rowheader" { (label) }
                        td role="cell" data-label="In both" {
                            ul class="values" { @for value in values { li { (text(value)) } } }
                        }
                    }
                }
            }
        }
    }
}
