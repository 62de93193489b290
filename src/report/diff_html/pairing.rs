//! How items were paired, how far to trust them, and what a reviewer should look at.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{arrow, link, table_head};
use crate::diff::{Band, Candidate, ItemRef, Pair, PairedBy, PossiblePart, Row, Unpaired, Which};
use crate::report::diff::{
    REDLINE_FROM, band_word, evidence, paired_by_word, possible_pairs as pairs_that_may_be, sentence_case,
    side_word,
};
use crate::report::html_page::{scrolling, text};

/// The ways that items are paired, in the order in which they are tried.
const WAYS: [PairedBy; 9] = [
    PairedBy::User,
    PairedBy::Id,
    PairedBy::CodeAndText,
    PairedBy::Text,
    PairedBy::Similarity,
    PairedBy::AcrossKinds,
    PairedBy::Place,
    PairedBy::MutualBest,
    PairedBy::Contents,
];

/// The account of the pairing, or `None` if nothing was paired or could have been.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    if comparison.pairs.is_empty() && comparison.unpaired.is_empty() {
        return None;
    }
    Some(html! {
        p class="unprinted" {
            "A code is only a position in a list, so it does not show which statement became which. Items are paired by "
            "identifier where both documents have one, then by text, then by the words they share and their order. "
            "Rare words count for more, and neighbours and duties are taken into account. Check a pair if the two "
            "texts are not much alike, if another text comes close, or if the pair breaks the order. Texts that are "
            "less than " (REDLINE_FROM.percent()) "% alike are shown in full, without their changes marked."
        }
        (scrolling("Pairs", &ways(&comparison.pairs)))
        (user_pairs(page))
        (checks(page))
        (possible_pairs(page))
        (possible_parts(page, &comparison.possible_parts))
        (rejected(page, &comparison.unpaired))
    })
}

fn ways(pairs: &[Pair]) -> Markup {
    let count = |way: PairedBy, band: Band| {
        pairs.iter().filter(|pair| pair.paired_by == way && pair.band == band).count()
    };
    let used = |way: &PairedBy| pairs.iter().any(|pair| pair.paired_by == *way);
    html! {
        table class="numbers" {
            thead {
                tr {
                    th scope="col" { "Paired by" }
                    @for band in [Band::Sure, Band::Likely, Band::Check] {
                        th scope="col" { (sentence_case(band_word(band))) }
                    }
                }
            }
            tbody {
                @for way in WAYS.into_iter().filter(used) {
                    tr {
                        th scope="row" { (sentence_case(paired_by_word(way))) }
                        @for band in [Band::Sure, Band::Likely, Band::Check] { td { (count(way, band)) } }
                    }
                }
            }
        }
    }
}

fn user_pairs(page: &Page<'_>) -> Markup {
    let user_pairs = &page.report.comparison.user_pairs;
    let (pairs, ruled_out) = (user_pairs.pairs(), user_pairs.ruled_out());
    html! {
        @if !pairs.is_empty() || !ruled_out.is_empty() {
            h3 { "Pairings set by a reviewer" }
            ul {
                @for (old, new) in pairs { li { (old) (arrow()) (new) ": the same" } }
                @for (old, new) in ruled_out { li { (old) (arrow()) (new) ": not the same" } }
            }
        }
    }
}

fn checks(page: &Page<'_>) -> Markup {
    let pairs = &page.report.comparison.pairs;
    let open: Vec<usize> = (0..pairs.len()).filter(|&index| pairs[index].band == Band::Check).collect();
    html! {
        @if open.is_empty() {
            p { "No pair needs to be checked." }
        } @else {
            h3 { "Pairs to check" }
            p {
                "To confirm or reject a pair, run the comparison again with " code { "--pair" } " or "
                code { "--no-pair" } "."
            }
            ul class="checks" { @for index in open { li { (check(page, index)) } } }
        }
    }
}

fn check(page: &Page<'_>, index: usize) -> Markup {
    let pair = &page.report.comparison.pairs[index];
    html! {
        @if let Some(&old) = pair.old.first() {
            a href={ "#" (page.anchor(ItemRef::Old(old))) } { (page.lookup.codes(Row::Pair(index))) }
        }
        ": " (evidence(page.report.comparison, pair))
    }
}

/// The document that an item is in: its code alone does not say.
fn side_of(item: ItemRef) -> &'static str {
    side_word(match item {
        ItemRef::Old(_) => Which::Old,
        ItemRef::New(_) => Which::New,
    })
}

fn possible_pairs(page: &Page<'_>) -> Markup {
    let said = pairs_that_may_be(page.report);
    html! {
        @if !said.is_empty() {
            h3 { "Possible pairs" }
            ul class="checks" { @for sentence in said { li { (sentence) } } }
        }
    }
}

fn possible_parts(page: &Page<'_>, parts: &[PossiblePart]) -> Markup {
    html! {
        @if !parts.is_empty() {
            h3 { "Possible parts" }
            p { "Not clear enough to count as a split or a merge, but worth checking." }
            ul class="checks" {
                @for part in parts {
                    li {
                        (page.lookup.codes(Row::Pair(part.pair))) ": possibly also " (side_of(part.item)) " " (link(page, part.item))
                        ", which covers " (part.share.percent()) "% of what is left over"
                    }
                }
            }
        }
    }
}

fn rejected(page: &Page<'_>, unpaired: &[Unpaired]) -> Markup {
    let close: Vec<(&Unpaired, Candidate)> =
        unpaired.iter().filter_map(|item| item.rejected.map(|candidate| (item, candidate))).collect();
    html! {
        @if !close.is_empty() {
            details class="unprinted" {
                summary { "Rejected candidates (" (close.len()) ")" }
                table class="cards rejected" role="table" aria-label="Items without a counterpart, and the closest candidates" {
                    (table_head(&["Item", "Closest", "Match", "Text of the closest"]))
                    tbody role="rowgroup" {
                        @for (item, candidate) in close {
                            tr role="row" {
                                th scope="row" role="rowheader" { (sentence_case(side_of(item.item))) " " (link(page, item.item)) }
                                td role="cell" data-label="Closest" { (sentence_case(side_of(candidate.item))) " " (link(page, candidate.item)) }
                                td role="cell" data-label="Match" { (candidate.score.percent()) "%" }
                                td role="cell" data-label="Says" {
                                    (text(page.report.comparison.item(candidate.item).text))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
