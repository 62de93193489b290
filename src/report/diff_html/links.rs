//! Changes to the mapping between duties and statements that both documents have.

use maud::{Markup, html};

use super::page::{Cells, Page};
use crate::diff::{Change, ChangeId, ItemRef};
use crate::report::diff::called;
use crate::report::html_page::text;

/// Whether a change is a change to the mapping of a statement to a duty.
pub(super) fn is_link(change: &Change<'_>) -> bool {
    matches!(change.id, ChangeId::MappingAdded | ChangeId::MappingRemoved | ChangeId::MappingMoved)
}

/// How the row looks, apart from its weight.
pub(super) fn look(change: &Change<'_>) -> &'static str {
    match change.id {
        ChangeId::MappingAdded => "came",
        ChangeId::MappingRemoved => "went",
        _ => "",
    }
}

/// The row of such a change: for the duty whose mapping differs, or for the statement that moved from one duty to
/// another.
pub(super) fn cells(page: &Page<'_>, change: &Change<'_>) -> Cells {
    let ([from, _], [to, statement]) = (change.old.as_slice(), change.new.as_slice()) else {
        return Cells { name: html! {}, change: html! {}, old: html! {}, new: text(&change.note) };
    };
    let with_words = |item: ItemRef, said: ItemRef| {
        html! { (called(&page.lookup, item)) " " span class="quiet" { (words(page, said)) } }
    };
    let duty = |item: ItemRef| with_words(item, item);
    let statement = ItemRef::New(*statement);
    let (to, listed) = (ItemRef::New(*to), duty(statement));
    let (name, sign, word, old, new) = match change.id {
        ChangeId::MappingAdded => (to, '+', "added", html! {}, html! { ins class="whole" { (listed) } }),
        ChangeId::MappingRemoved => (to, '−', "removed", html! { del class="whole" { (listed) } }, html! {}),
        // The duty that it was mapped to goes by its new code, with the words that it had then.
        _ => (statement, '↕', "moved", with_words(page.now(*from), ItemRef::Old(*from)), duty(to)),
    };
    let class = if word == "moved" { "changed" } else { word };
    Cells {
        name: html! {
            (called(&page.lookup, name))
            @if word == "moved" { " " span class="quiet said" { (words(page, name)) } }
        },
        change: html! {
            ul class="badges" {
                li { span class={ "badge " (class) } { span aria-hidden="true" { (sign) " " } "mapping " (word) } }
            }
        },
        old,
        new,
    }
}

fn words(page: &Page<'_>, item: ItemRef) -> Markup {
    text(page.report.comparison.item(item).text)
}
