//! The table that says what the map shows, and the statements of each link.

use maud::{Markup, html};

use super::super::words::{count, name, percent};
use super::shared::{Address, Shown};
use crate::progression::{Direction, Focus, FocusLink, OccupationRecord, Step};
use crate::report::html_page::{hidden, scrolling, text};

/// The links in a table.
pub(super) fn links(focus: &Focus<'_>, address: Address<'_>) -> Markup {
    let table = html! {
        table class="progression-table" {
            caption { "What the map shows. Each percentage shows how much of what the occupation at the end of a \
                       link asks for is part of the occupation at its start." }
            thead {
                tr {
                    th scope="col" { "Occupation" }
                    th scope="col" { "Level" }
                    th scope="col" { "Link" }
                    th scope="col" { "From this occupation to it" }
                    th scope="col" { "From it to this occupation" }
                }
            }
            tbody {
                @for link in &focus.links {
                    tr {
                        th scope="row" {
                            @match address(&link.other.reference) {
                                Some(address) => a href=(address) { (text(&name(link.other))) },
                                None => (text(&name(link.other))),
                            }
                        }
                        td { @match link.other.level { Some(level) => (level), None => "not stated" } }
                        td { (way(link.direction)) }
                        td { (percent(link.there.carried.share)) ", " (count(&link.there)) }
                        td { (percent(link.back.carried.share)) ", " (count(&link.back)) }
                    }
                }
            }
        }
    };
    scrolling("Links", &table)
}

fn way(way: Direction) -> &'static str {
    match way {
        Direction::Into => "into this occupation",
        Direction::From => "from this occupation",
        Direction::Both => "both ways",
    }
}

/// Both directions of a link: upwards first.
pub(super) fn steps(own: &OccupationRecord, link: &FocusLink<'_>, shown: Shown) -> Markup {
    html! { @for (from, to, step) in link.directions(own) { (self::step(from, to, step, shown)) } }
}

fn step(from: &OccupationRecord, to: &OccupationRecord, step: &Step<'_>, shown: Shown) -> Markup {
    let carried = step.carried;
    let heading = html! {
        "From " (text(&from.title)) " to " (text(&to.title)) ": " (percent(carried.share)) " carries over ("
        (count(step)) ")"
    };
    html! {
        h3 { (heading) }
        @match shown {
            Shown::Codes => (by_codes(step)),
            Shown::Texts => (by_texts(from, to, step)),
        }
    }
}

fn by_codes(step: &Step<'_>) -> Markup {
    let missing: Vec<&str> = step.to_learn().map(|asked| asked.code.as_str()).collect();
    let covered_by = step.carried_over();
    let covered_by = covered_by
        .map(|(asked, own, alike)| format!("{} from {} ({})", asked.code, own.code, percent(alike)));
    let covered_by: Vec<String> = covered_by.collect();
    html! {
        dl {
            dt { "Carries over" }
            dd { @if covered_by.is_empty() { "Nothing" } @else { (covered_by.join(", ")) } }
            dt { "To learn" }
            dd { @if missing.is_empty() { "Nothing" } @else { (missing.join(", ")) } }
        }
    }
}

fn by_texts(from: &OccupationRecord, to: &OccupationRecord, step: &Step<'_>) -> Markup {
    let table = html! {
        table class="progression-steps" {
            caption { "What carries over" }
            thead {
                tr {
                    th scope="col" { (text(&to.title)) " asks for" }
                    th scope="col" { (text(&from.title)) " brings" }
                    th scope="col" { "Alike" }
                }
            }
            tbody {
                @for (asked, own, alike) in step.carried_over() {
                    tr {
                        td { strong { (asked.code) } " " (text(&asked.text)) }
                        td { strong { (own.code) } " " (text(&own.text)) }
                        td { (percent(alike)) }
                    }
                }
            }
        }
    };
    html! {
        @if step.carried_over().next().is_some() {
            (scrolling(&format!("What carries over from {} to {}", name(from), name(to)), &table))
        }
        @if step.to_learn().next().is_some() {
            details {
                summary {
                    "To learn: " (step.carried.of - step.carried.statements) (hidden(&format!(" for {}", to.title)))
                }
                dl class="texts" {
                    @for asked in step.to_learn() {
                        div { dt { (asked.code) } dd { (text(&asked.text)) } }
                    }
                }
            }
        }
    }
}
