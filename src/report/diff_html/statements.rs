//! Items in their rows: those whose words differ have both texts, the others have one.

use maud::{Markup, html};

use super::page::{Cells, Page};
use super::parts::{arrow, badge, redline, table_head};
use crate::diff::{Category, ItemRef, Pair, Row, Section, Which, WordOpKind};
use crate::report::diff::{
    REDLINE_FROM, RedlinePiece, badges, category, many, pieces, sentence_case, side_word, similarity,
};
use crate::report::html_page::{hidden, text};

/// How a row looks, apart from its weight.
pub(super) fn look(page: &Page<'_>, row: Row) -> &'static str {
    match row {
        Row::Added(_) => "came",
        Row::Removed(_) => "went",
        Row::Pair(index) if page.report.comparison.pairs[index].is_group() => "group",
        Row::Pair(_) => "",
    }
}

/// The row of items whose words differ, or that were added or removed.
pub(super) fn cells(page: &Page<'_>, row: Row) -> Cells {
    Cells {
        name: codes(page, row),
        change: html! {
            (badge_list(page, row))
            @if let Some(similarity) = alike(page, row) { span class="note" { (similarity) } }
        },
        old: side(page, row, Which::Old),
        new: side(page, row, Which::New),
    }
}

fn alike(page: &Page<'_>, row: Row) -> Option<String> {
    let Row::Pair(index) = row else { return None };
    similarity(&page.report.comparison.pairs[index])
}

fn badge_list(page: &Page<'_>, row: Row) -> Markup {
    let weight = category(&page.lookup, row).unwrap_or(Category::Info);
    html! {
        ul class="badges" {
            @for item in badges(&page.lookup, row, page.report.options.typography) {
                li { (badge(&item, weight)) }
            }
        }
    }
}

/// The names of a row's items, each as the target of links to it.
fn codes(page: &Page<'_>, row: Row) -> Markup {
    let (old, new) = page.lookup.items(row);
    let name = |item: ItemRef| {
        let own = page.report.comparison.item(item);
        html! {
            span class=[own.code.map(|_| "code")] id=(page.anchor(item)) { (sentence_case(&own.subject())) }
        }
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
            html! { span class="quiet absent" { "not in the " (side_word(which)) " document" } }
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

/// One side of a pair, one item or the parts of a group: its words are marked if the two are alike enough.
fn pair_side(page: &Page<'_>, index: usize, which: Which, items: &[usize]) -> Markup {
    let pair = &page.report.comparison.pairs[index];
    if let [item] = items
        && !pair.facets.words
        && let Some(place) = place(page, which, *item)
    {
        return text(&place);
    }
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

/// The place of an item on a map: what differs when its name is the same. `None` for what is not on a map.
fn place(page: &Page<'_>, which: Which, item: usize) -> Option<String> {
    let side = page.report.comparison.side(which);
    let place = side.places.get(item)?;
    let parent = place.parent.map(|parent| format!("in {}", side.items[parent].subject()));
    let said: Vec<String> =
        [place.level.clone()].into_iter().filter(|level| !level.is_empty()).chain(parent).collect();
    (!said.is_empty()).then(|| sentence_case(&said.join(", ")))
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

/// The pieces of the first `length` bytes, and those after them without the space that joins two
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

/// The items of a section whose words are the same, with their number, or `None` if there are none.
pub(super) fn unchanged(page: &Page<'_>, section: Section) -> Option<(String, Markup)> {
    if !page.compares(section) {
        return None;
    }
    let rows = page.report.comparison.rows(section).into_iter().filter(|row| page.says_the_same(*row));
    let rows: Vec<Row> = rows.collect();
    let label = format!("{} with the same words", many(section, rows.len()));
    (!rows.is_empty()).then(|| {
        let table = same(page, &label, &rows);
        (label, table)
    })
}

fn same(page: &Page<'_>, label: &str, rows: &[Row]) -> Markup {
    html! {
        table class="cards same" role="table" aria-label=(label) {
            (table_head(&["What", "Change", "Text"]))
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
