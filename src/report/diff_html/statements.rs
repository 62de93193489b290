//! The items of a section: those whose words differ in the open, the others folded.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{arrow, badge, hidden, redline, subheading, table_head, text};
use crate::diff::{Item, ItemRef, Pair, Row, Section, Which, WordOpKind};
use crate::report::diff::{REDLINE_FROM, RedlinePiece, badges, heading, many, pieces};

/// The tables of some sections; none if none of them has rows. Each has a heading of its own
/// unless it is the only one.
pub(super) fn render(page: &Page<'_>, sections: &[Section]) -> Option<Markup> {
    let filled: Vec<(Section, Vec<Row>)> = sections
        .iter()
        .filter(|section| is_compared(page, **section))
        .map(|&section| (section, page.report.comparison.rows(section)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    (!filled.is_empty()).then(|| {
        html! {
            @for (section, rows) in &filled {
                @if sections.len() > 1 { (subheading(page, &html! { (heading(*section)) })) }
                (tables(page, *section, rows))
            }
        }
    })
}

/// Whether both documents state a section; what only one states neither came nor went.
fn is_compared(page: &Page<'_>, section: Section) -> bool {
    page.report.comparison.not_stated.iter().all(|(silent, _)| *silent != section)
}

fn tables(page: &Page<'_>, section: Section, rows: &[Row]) -> Markup {
    let (folded, open): (Vec<Row>, Vec<Row>) = rows.iter().partition(|&&row| page.says_the_same(row));
    html! {
        @if open.is_empty() {
            p { "All " (many(section, 0).trim_start_matches("0 ")) " have the same words." }
        } @else {
            (changed(page, section, &open))
        }
        @if page.id_prefix.is_some() && !folded.is_empty() && !open.is_empty() {
            p class="quiet" { (many(section, folded.len())) " with the same words." }
        } @else if page.id_prefix.is_none() && !folded.is_empty() {
            details class="folded" {
                summary { (many(section, folded.len())) " with the same words" }
                (same(page, section, &folded))
            }
        }
    }
}

fn changed(page: &Page<'_>, section: Section, rows: &[Row]) -> Markup {
    html! {
        table class="cards redline" role="table" {
            caption { (heading(section)) ": what came, went or reads differently" }
            (table_head(&[name_column(section), "Change", "Old", "New", "Match"]))
            tbody role="rowgroup" {
                @for &row in rows { (changed_row(page, row)) }
            }
        }
    }
}

fn name_column(section: Section) -> &'static str {
    match section {
        Section::Summary | Section::Profile => "Paragraph",
        Section::Pathways | Section::Clusters | Section::Occupations => "Name",
        _ => "Code",
    }
}

fn changed_row(page: &Page<'_>, row: Row) -> Markup {
    html! {
        tr role="row" class=(class_of(page, row)) {
            th scope="row" role="rowheader" { (codes(page, row)) }
            td role="cell" class="change" data-label="Change" { (badge_list(page, row)) }
            td role="cell" class="old" data-label="Old" { (side(page, row, Which::Old)) }
            td role="cell" class="new" data-label="New" { (side(page, row, Which::New)) }
            td role="cell" class="match" data-label="Match" {
                @match row {
                    Row::Pair(index) => { (page.report.comparison.pairs[index].score.percent()) " %" },
                    Row::Added(_) | Row::Removed(_) => { span aria-hidden="true" { "–" } (hidden("none")) },
                }
            }
        }
    }
}

fn class_of(page: &Page<'_>, row: Row) -> &'static str {
    match row {
        Row::Added(_) => "came",
        Row::Removed(_) => "went",
        Row::Pair(index) if page.report.comparison.pairs[index].is_group() => "group",
        Row::Pair(_) => "",
    }
}

fn badge_list(page: &Page<'_>, row: Row) -> Markup {
    html! {
        ul class="badges" {
            @for item in badges(&page.lookup, row, page.report.options.typography) {
                li { (badge(&item)) }
            }
        }
    }
}

/// What to call an item under the heading of its column: a paragraph goes by its number.
fn name_of(item: &Item<'_>) -> String {
    match item.section {
        Section::Summary | Section::Profile => (item.index + 1).to_string(),
        _ => item.subject(),
    }
}

/// The names of a row's items, each the target of links to it.
fn codes(page: &Page<'_>, row: Row) -> Markup {
    let (old, new) = page.lookup.items(row);
    let name = |item: ItemRef| {
        html! { span class="code" id=(page.anchor(item)) { (name_of(page.report.comparison.item(item))) } }
    };
    let names = |items: Vec<ItemRef>| {
        html! {
            @for (index, &item) in items.iter().enumerate() {
                @if index > 0 { " + " }
                (name(item))
            }
        }
    };
    let old: Vec<ItemRef> = old.into_iter().map(ItemRef::Old).collect();
    let new: Vec<ItemRef> = new.into_iter().map(ItemRef::New).collect();
    let is_one = |old: ItemRef, new: ItemRef| {
        let subject = |item| page.report.comparison.item(item).subject();
        subject(old) == subject(new)
    };
    html! {
        @if let ([old], [new]) = (old.as_slice(), new.as_slice()) && is_one(*old, *new) {
            span id=(page.anchor(*old)) { (name(*new)) }
        } @else if old.is_empty() {
            span class="none" aria-hidden="true" { "– → " } (hidden("new ")) (names(new))
        } @else if new.is_empty() {
            (hidden("old ")) (names(old)) span class="none" aria-hidden="true" { " → –" }
        } @else {
            (names(old)) (arrow()) (names(new))
        }
    }
}

/// What a row says on one side.
fn side(page: &Page<'_>, row: Row, which: Which) -> Markup {
    let (old, new) = page.lookup.items(row);
    let items = if which == Which::Old { old } else { new };
    match (row, items.as_slice()) {
        (_, []) => {
            html! { span class="quiet absent" { "not in the " (crate::report::diff::side_word(which)) " document" } }
        }
        (Row::Added(_), [item]) => html! { ins class="whole" { (whole(page, which, *item)) } },
        (Row::Removed(_), [item]) => html! { del class="whole" { (whole(page, which, *item)) } },
        (Row::Pair(index), _) => pair_side(page, index, which, &items),
        (_, items) => html! { @for &item in items { (whole(page, which, item)) } },
    }
}

fn whole(page: &Page<'_>, which: Which, item: usize) -> Markup {
    text(page.report.comparison.side(which).items[item].text)
}

/// One side of a pair: its words marked if the two are alike enough, one item or the parts of a group.
fn pair_side(page: &Page<'_>, index: usize, which: Which, items: &[usize]) -> Markup {
    let pair = &page.report.comparison.pairs[index];
    let texts = marked_texts(page, index, pair, which, items);
    html! {
        @match texts.as_slice() {
            [only] => (only),
            several => ul class="parts" {
                @for (&item, part) in items.iter().zip(several) {
                    li {
                        b { (page.report.comparison.side(which).items[item].subject()) } " " (part)
                    }
                }
            },
        }
    }
}

fn marked_texts(page: &Page<'_>, index: usize, pair: &Pair, which: Which, items: &[usize]) -> Vec<Markup> {
    let change = page.words_of(index).filter(|_| pair.score >= REDLINE_FROM);
    let Some(change) = change else {
        return items.iter().map(|&item| whole(page, which, item)).collect();
    };
    let lengths = items.iter().map(|&item| page.report.comparison.side(which).items[item].text.len());
    let mut rest = pieces(change, Some(which));
    if !page.report.options.typography {
        rest.iter_mut()
            .filter(|piece| piece.kind == WordOpKind::Typography)
            .for_each(|piece| piece.kind = WordOpKind::Equal);
    }
    let parts = lengths.map(|length| {
        let (part, behind) = cut(&rest, length);
        rest = behind;
        redline(part)
    });
    parts.collect()
}

/// The pieces of the first `length` bytes, and those behind them without the space that joins two
/// items of a group.
fn cut<'a>(pieces: &[RedlinePiece<'a>], length: usize) -> (Vec<RedlinePiece<'a>>, Vec<RedlinePiece<'a>>) {
    let (mut part, mut behind, mut start) = (Vec::new(), Vec::new(), 0);
    for piece in pieces {
        let end = start + piece.text.len();
        let middle = length.clamp(start, end) - start;
        let (before, after) = piece.text.split_at_checked(middle).unwrap_or((piece.text, ""));
        if !before.is_empty() {
            part.push(RedlinePiece { text: before, ..*piece });
        }
        if !after.is_empty() {
            let joint = if behind.is_empty() { after.strip_prefix(' ').unwrap_or(after) } else { after };
            behind.push(RedlinePiece { text: joint, ..*piece });
        }
        start = end;
    }
    (part, behind)
}

fn same(page: &Page<'_>, section: Section, rows: &[Row]) -> Markup {
    html! {
        table class="cards same" role="table" {
            caption { (heading(section)) ": the same words" }
            (table_head(&[name_column(section), "Change", "Text"]))
            tbody role="rowgroup" {
                @for &row in rows {
                    tr role="row" {
                        th scope="row" role="rowheader" { (codes(page, row)) }
                        td role="cell" class="change" data-label="Change" { (badges_or_none(page, row)) }
                        td role="cell" data-label="Text" { (side(page, row, Which::New)) }
                    }
                }
            }
        }
    }
}

fn badges_or_none(page: &Page<'_>, row: Row) -> Markup {
    if badges(&page.lookup, row, page.report.options.typography).is_empty() {
        return html! { span class="quiet" { "unchanged" } };
    }
    badge_list(page, row)
}
