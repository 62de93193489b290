//! Counts and facts.

use std::fmt::Write;

use super::budget::details;
use crate::diff::{Comparison, Fact, FactChange, FactField};
use crate::report::diff::{COUNTS, count_name, fact_change_word, heading, in_sentence, stated};
use crate::report::markdown_text::escaped;
use crate::report::text::{counted, listed};

/// What became of how many items of each section.
pub(super) fn counts(comparison: &Comparison<'_>) -> String {
    if comparison.counts.is_empty() {
        return String::new();
    }
    let headings: Vec<&str> = comparison.counts.iter().map(|one| heading(one.section)).collect();
    let rule = "|---:".repeat(headings.len());
    let mut out = format!("| | {} |\n|:---{rule}|\n", headings.join(" | "));
    for (name, count) in COUNTS {
        let values: Vec<String> = comparison.counts.iter().map(count).collect();
        if values.iter().any(|value| value != "0") || name == "old" || name == "new" {
            let _infallible =
                writeln!(out, "| {} | {} |", count_name(name, &comparison.counts), values.join(" | "));
        }
    }
    out
}

/// The facts and lists that differ or that one side does not state.
pub(super) fn facts(comparison: &Comparison<'_>) -> String {
    let (same, shown): (Vec<&Fact>, Vec<&Fact>) =
        comparison.facts.iter().partition(|fact| fact.change == FactChange::Same);
    let mut out = String::new();
    if !shown.is_empty() {
        out.push_str("| Field | Old | New | |\n|:---|:---|:---|:---|\n");
    }
    for fact in &shown {
        let [old, new] = stated(fact).map(|value| escaped(&value));
        let (label, word) = (fact.field.label(), fact_change_word(fact.change));
        let _infallible = writeln!(out, "| {label} | {old} | {new} | {word} |");
    }
    if let Some(count) = counted(same.len(), "fact is", "facts are") {
        let labels: Vec<String> = same.iter().map(|fact| in_sentence(fact.field)).collect();
        let _infallible = writeln!(out, "\n{count} the same: {}.", listed(&labels));
    }
    out.push_str(&lists(comparison));
    let count = shown.len() + comparison.lists.iter().filter(|list| list.change != FactChange::Same).count();
    let count =
        counted(count, "differs or is stated on one side only", "differ or are stated on one side only");
    details(&format!("Facts: {}", count.unwrap_or_else(|| "all the same".to_owned())), &out)
}

fn lists(comparison: &Comparison<'_>) -> String {
    let mut out = String::new();
    for list in comparison.lists.iter().filter(|list| list.change != FactChange::Same) {
        let label = FactField::List(list.list).label();
        if list.change == FactChange::Changed {
            let removed = list.removed.iter().map(|value| format!("<del>{}</del>", escaped(value)));
            let added = list.added.iter().map(|value| format!("<ins>{}</ins>", escaped(value)));
            let values: Vec<String> = removed.chain(added).collect();
            let _infallible = writeln!(out, "- {label}: {}; {} kept", values.join(", "), list.kept.len());
        } else {
            let _infallible = writeln!(out, "- {label}: {}", fact_change_word(list.change));
        }
    }
    if out.is_empty() { out } else { format!("\n{out}") }
}
