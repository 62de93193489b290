//! Statements compared with prose, where one of the documents has no codes.

use super::screen::{INDENT, Screen};
use super::wrap::Paint;
use crate::diff::{Comparison, Cover, Item, Narrative, Which};
use crate::report::diff::side_word;
use crate::report::text::counted;

/// Which statements cover which clauses; nothing if both documents have codes.
pub(super) fn render(screen: &mut Screen, comparison: &Comparison<'_>) {
    let Some(narrative) = &comparison.narrative else { return };
    let other = match narrative.side {
        Which::Old => Which::New,
        Which::New => Which::Old,
    };
    screen.heading("Prose against statements");
    screen.say(
        INDENT,
        &format!(
            "The {} document is prose without codes. Each of its clauses is followed by the statements and duties of \
             the {} document that come closest to it.",
            side_word(narrative.side),
            side_word(other)
        ),
    );
    let items = &comparison.side(other).items;
    let mut theme = "";
    for (index, clause) in narrative.clauses.iter().enumerate() {
        if clause.theme != theme {
            theme = clause.theme;
            screen.blank();
            screen.pieces(INDENT, INDENT, &[(Paint::Strong, theme)]);
        }
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, "- "), (Paint::Plain, clause.text)]);
        covers(screen, narrative, index, items);
    }
    empty_themes(screen, narrative);
    unmatched(screen, narrative, items, other);
}

/// What covers a clause: the best in its own words, the others by code.
fn covers(screen: &mut Screen, narrative: &Narrative<'_>, clause: usize, items: &[Item<'_>]) {
    let of: Vec<&Cover> = narrative.covers.iter().filter(|cover| cover.clause == clause).collect();
    let Some((best, others)) = of.split_first() else {
        screen.pieces(3 * INDENT, 4 * INDENT, &[(Paint::Check, "? no close match")]);
        return;
    };
    let item = &items[best.item];
    let head = format!("= {} {}%: ", item.subject(), best.share.percent());
    screen.pieces(3 * INDENT, 4 * INDENT, &[(Paint::Strong, &head), (Paint::Plain, item.text)]);
    if !others.is_empty() {
        let others: Vec<String> = others
            .iter()
            .map(|cover| format!("{} {}%", items[cover.item].subject(), cover.share.percent()))
            .collect();
        screen.say(4 * INDENT, &format!("also {}", others.join(", ")));
    }
}

/// Headings that have lost their text.
fn empty_themes(screen: &mut Screen, narrative: &Narrative<'_>) {
    let is_empty = |theme: &&&str| narrative.clauses.iter().all(|clause| clause.theme != **theme);
    let empty: Vec<String> =
        narrative.themes.iter().filter(is_empty).map(|theme| format!("“{theme}”")).collect();
    if !empty.is_empty() {
        screen.blank();
        screen.say(INDENT, &format!("Headings without text: {}.", empty.join(", ")));
    }
}

/// What no clause mentions.
fn unmatched(screen: &mut Screen, narrative: &Narrative<'_>, items: &[Item<'_>], which: Which) {
    let Some(count) = counted(narrative.unmatched_items.len(), "item", "items") else { return };
    let names: Vec<String> = narrative.unmatched_items.iter().map(|item| items[*item].subject()).collect();
    screen.blank();
    screen.say(
        INDENT,
        &format!(
            "{count} in the {} document that no clause mentions, though not necessarily new: {}.",
            side_word(which),
            names.join(", ")
        ),
    );
}
