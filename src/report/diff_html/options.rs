//! What the reader of a page can choose, with the style sheet alone: which changes are shown, and what is read aloud.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::groups::{self, RowKind};
use super::page::Page;
use crate::diff::Category;
use crate::report::diff::{DiffReport, sentence_case};

/// Boxes for the weights and kinds of the changes that the page shows, all checked, and one for what is read aloud.
pub(in crate::report) fn options<'r>(reports: impl IntoIterator<Item = &'r DiffReport<'r>>) -> Markup {
    let (mut weights, mut kinds, mut announce) = (BTreeSet::new(), BTreeSet::new(), true);
    for report in reports {
        announce &= report.options.announce;
        for group in groups::groups(&Page::new(report, None)) {
            weights.insert(group.weight);
            kinds.extend(group.rows.iter().map(|row| row.kind));
        }
    }
    html! {
        div class="options" {
            @if weights.len() > 1 { (weight_boxes(&weights)) }
            @if kinds.len() > 1 { (kind_boxes(&kinds)) }
            (announcements(announce))
        }
        @if weights.len() > 1 || kinds.len() > 1 {
            p class="filtered" { "Some changes are hidden because their boxes above are not ticked." }
        }
    }
}

fn weight_boxes(weights: &BTreeSet<Category>) -> Markup {
    html! {
        fieldset {
            legend { "Show changes by category" }
            @for weight in Category::ALL.into_iter().filter(|weight| weights.contains(weight)) {
                (choice(&format!("w-{}", weight.name()), &sentence_case(weight.name())))
            }
        }
    }
}

fn kind_boxes(kinds: &BTreeSet<RowKind>) -> Markup {
    html! {
        fieldset {
            legend { "Show changes of" }
            @for kind in kinds { (choice(&kind.class(), kind.heading())) }
        }
    }
}

/// A box that hides rows of the class when it is not checked.
fn choice(class: &str, label: &str) -> Markup {
    let id = format!("show-{class}");
    html! { span class="choice" { input type="checkbox" class="filter" id=(id) checked; label for=(id) { (label) } } }
}

/// Turns the hidden words around insertions and deletions on and off.
fn announcements(on: bool) -> Markup {
    html! {
        fieldset {
            legend { "Screen readers" }
            span class="choice" {
                input type="checkbox" id="announce" checked[on];
                label for="announce" { "Announce where deletions and insertions start and end" }
            }
        }
    }
}
