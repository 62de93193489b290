//! Single values and lists of short values, side by side.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{table_head, text};
use crate::diff::{Fact, FactChange, FactField, ListedValues, Stated};
use crate::report::diff::{NOT_STATED, fact_change_word};

/// The facts; none if neither document states any.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    let same = |change: FactChange| page.id_prefix.is_some() && change == FactChange::Same;
    let empty = comparison.facts.iter().all(|fact| same(fact.change))
        && comparison.lists.iter().all(|list| same(list.change));
    (!empty).then(|| {
        html! {
            @let (same, differing) = comparison.facts.iter().partition::<Vec<_>, _>(|fact| is_same(fact));
            @if !differing.is_empty() { (values("Single values that differ or that one document does not state", &differing)) }
            @if page.id_prefix.is_none() && !same.is_empty() {
                details class="folded" {
                    summary { (counted(same.len(), "single value is the same", "single values are the same")) }
                    (values("Single values that are the same", &same))
                }
            }
            @let (same, differing) =
                comparison.lists.iter().partition::<Vec<_>, _>(|list| list.change == FactChange::Same);
            @if !differing.is_empty() { (lists("Lists that differ or that one document does not state", &differing)) }
            @if page.id_prefix.is_none() && !same.is_empty() {
                details class="folded" {
                    summary { (counted(same.len(), "list is the same", "lists are the same")) }
                    (lists("Lists that are the same", &same))
                }
            }
        }
    })
}

fn is_same(fact: &Fact) -> bool {
    fact.change == FactChange::Same
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

fn values(caption: &str, facts: &[&Fact]) -> Markup {
    html! {
        table class="cards facts" role="table" {
            caption { (caption) }
            (table_head(&["Field", "Old", "New", "Change"]))
            tbody role="rowgroup" {
                @for fact in facts {
                    tr role="row" class=(class_of(fact.change)) {
                        th scope="row" role="rowheader" { (fact.field.label()) }
                        td role="cell" data-label="Old" { (value(fact, fact.old.as_ref(), true)) }
                        td role="cell" data-label="New" { (value(fact, fact.new.as_ref(), false)) }
                        td role="cell" data-label="Change" { (change(fact.change)) }
                    }
                }
            }
        }
    }
}

/// A value; one that differs is marked whole, since half a number or half a date says nothing.
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

fn class_of(change: FactChange) -> &'static str {
    if change == FactChange::Changed { "differs" } else { "" }
}

fn lists(caption: &str, lists: &[&ListedValues]) -> Markup {
    html! {
        table class="cards lists" role="table" {
            caption { (caption) }
            (table_head(&["List", "What differs", "In both"]))
            tbody role="rowgroup" {
                @for list in lists {
                    tr role="row" {
                        th scope="row" role="rowheader" { (FactField::List(list.list).label()) }
                        td role="cell" data-label="What differs" { (differences(list)) }
                        td role="cell" data-label="In both" { (kept(list)) }
                    }
                }
            }
        }
    }
}

fn differences(list: &ListedValues) -> Markup {
    html! {
        @if list.added.is_empty() && list.removed.is_empty() {
            span class="quiet" { (fact_change_word(list.change)) }
        } @else {
            ul class="values" {
                @for value in &list.removed {
                    li { span class="badge removed" { span aria-hidden="true" { "− " } "removed" } " " del { (text(value)) } }
                }
                @for value in &list.added {
                    li { span class="badge added" { span aria-hidden="true" { "+ " } "added" } " " ins { (text(value)) } }
                }
            }
        }
    }
}

fn kept(list: &ListedValues) -> Markup {
    const OPEN: usize = 4;
    let values = html! {
        ul class="values" { @for value in &list.kept { li { (text(value)) } } }
    };
    html! {
        @match list.kept.len() {
            0 => span class="quiet" { "none" },
            1..=OPEN => (values),
            count => details { summary { (count) " values" } (values) },
        }
    }
}
