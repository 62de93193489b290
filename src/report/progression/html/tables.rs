//! The table that says what the map shows, and the statements of each link.

use maud::{Markup, html};

use super::super::words::{count, name, percent};
use super::shared::{Address, Shown};
use crate::progression::{Focus, FocusLink, OccupationRecord, Step, Way};
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
                        td { (way(link.way)) }
                        td { (percent(link.there.carried.share)) ", " (count(&link.there)) }
                        td { (percent(link.back.carried.share)) ", " (count(&link.back)) }
                    }
                }
            }
        }
    };
    scrolling("Links", &table)
}

fn way(way: Way) -> &'static str {
    match way {
        Way::Into => "into this occupation",
        Way::From => "from this occupation",
        Way::Both => "both ways",
    }
}

/// Both directions of a link: upwards first.
pub(super) fn steps(own: &OccupationRecord, link: &FocusLink<'_>, shown: Shown) -> Markup {
    let there = (own, link.other, &link.there);
    let back = (link.other, own, &link.back);
    let directions = if link.way == Way::Into { [back, there] } else { [there, back] };
    html! { @for (from, to, step) in directions { (self::step(from, to, step, shown)) } }
}

fn step(from: &OccupationRecord, to: &OccupationRecord, step: &Step<'_>, shown: Shown) -> Markup {
    let carried = step.carried;
    let heading = html! {
        "From " (text(&from.title)) " to " (text(&to.title)) ": " (percent(carried.share)) " carries over ("
        (count(step)) ")"
    };
    match shown {
        Shown::Codes => html! {
            h3 { (heading) }
            (by_codes(step))
        },
        Shown::Texts => html! {
            h3 { (heading) }
            (by_texts(from, to, step))
        },
    }
}

fn by_codes(step: &Step<'_>) -> Markup {
    let missing = step.statements.iter().filter(|asked| asked.brought.is_none());
    let missing: Vec<String> = missing.map(|asked| asked.statement.code.clone()).collect();
    let brought = step.statements.iter().filter_map(|asked| {
        asked
            .brought
            .map(|(own, alike)| format!("{} from {} ({})", asked.statement.code, own.code, percent(alike)))
    });
    let brought: Vec<String> = brought.collect();
    html! {
        dl {
            dt { "Carries over" }
            dd { @if brought.is_empty() { "Nothing" } @else { (brought.join(", ")) } }
            dt { "To learn" }
            dd { @if missing.is_empty() { "Nothing" } @else { (missing.join(", ")) } }
        }
    }
}

fn by_texts(from: &OccupationRecord, to: &OccupationRecord, step: &Step<'_>) -> Markup {
    let brought = || step.statements.iter().filter_map(|asked| Some((asked.statement, asked.brought?)));
    let missing = || step.statements.iter().filter(|asked| asked.brought.is_none());
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
                @for (asked, (own, alike)) in brought() {
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
        @if brought().next().is_some() {
            (scrolling(&format!("What carries over from {} to {}", name(from), name(to)), &table))
        }
        @if missing().next().is_some() {
            details {
                summary {
                    "To learn: " (step.carried.of - step.carried.statements) (hidden(&format!(" for {}", to.title)))
                }
                dl class="texts" {
                    @for asked in missing() {
                        div { dt { (asked.statement.code) } dd { (text(&asked.statement.text)) } }
                    }
                }
            }
        }
    }
}
