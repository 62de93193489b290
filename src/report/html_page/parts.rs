//! The small parts that pages are put together from.

use maud::{Markup, html};

use crate::report::text::acts_on_terminal;

/// A text of a document: it stays text, and it keeps its own direction.
pub(in crate::report) fn text(text: &str) -> Markup {
    html! { bdi { (seen(text)) } }
}

/// A text in which every character is visible: invisible characters that would change the direction
/// of others are named.
pub(in crate::report) fn seen(text: &str) -> Markup {
    let acts = |character: char| acts_on_terminal(character) && !character.is_whitespace();
    html! {
        @for run in text.split_inclusive(acts) {
            @match run.char_indices().next_back().filter(|(_, last)| acts(*last)) {
                Some((at, last)) => {
                    (run[..at]) span class="control" { (format!("U+{:04X}", u32::from(last))) }
                },
                None => (run),
            }
        }
    }
}

/// The name of a file, which may break between its folders and words and nowhere else while there is room.
pub(in crate::report) fn file_name(name: &str) -> Markup {
    html! {
        bdi class="file" {
            @for part in name.split_inclusive(['/', '\\', '_', ' ']) { (seen(part)) wbr; }
        }
    }
}

/// Words that only screen readers get.
pub(in crate::report) fn hidden(words: &str) -> Markup {
    html! { span class="vh" { (words) } }
}

/// A wide table that scrolls by itself, also by keyboard, and says so where it does not fit.
pub(in crate::report) fn scrolling(label: &str, table: &Markup) -> Markup {
    html! {
        div class="scroll" role="region" tabindex="0" aria-label=(label) {
            p class="hint" { "This table is wider than the screen: it scrolls sideways." }
            (table)
        }
    }
}
