//! The evidence for and against a pair, in words: the same in every report.

use super::report::DiffReport;
use crate::diff::{
    Comparison, Evidence, ItemRef, ListedWords, Pair, PairedBy, Place, PossiblePair, SiblingPair,
};
use crate::report::text::listed;

/// Why two items are paired, without a full stop: `the only one left between D2 → D2 and D4 → D4; shares clinical and
/// care`.
pub(in crate::report) fn evidence(comparison: &Comparison<'_>, pair: &Pair) -> String {
    let first = match (pair.paired_by, &pair.evidence) {
        (PairedBy::User, _) => "paired as you asked".to_owned(),
        (PairedBy::Id, _) => "the same identifier".to_owned(),
        (PairedBy::CodeAndText, _) => "the same code and words".to_owned(),
        (PairedBy::Text, _) => "the same words".to_owned(),
        (PairedBy::Place, Evidence { place: Some(place), .. }) => stands(comparison, *place),
        (PairedBy::MutualBest, Evidence { lead: Some(lead), .. }) => {
            format!("each is the closest match for the other, {}% ahead of the next best", lead.percent())
        }
        (PairedBy::Contents, _) => format!("{}% of their contents are the same", pair.score.percent()),
        _ => format!("{}% alike", pair.score.percent()),
    };
    let mut said = vec![first];
    let Evidence { shared, sibling, listed: of_list, same_statements, same_duties, .. } = &pair.evidence;
    said.extend((!shared.is_empty()).then(|| format!("both contain {}", listed(shared))));
    said.extend(sibling.map(|sibling| sibling_said(comparison, sibling)));
    said.extend(of_list.as_ref().map(|words| list_said(comparison, words)));
    said.extend(count(
        *same_statements,
        "one statement that stayed is mapped to both",
        "",
        "statements that stayed are mapped to both",
    ));
    said.extend(count(
        *same_duties,
        "both are mapped to the same duty",
        "both are mapped to the same",
        "duties",
    ));
    if let Some(next) = pair.runner_up {
        let side = match next.item {
            ItemRef::Old(_) => "old",
            ItemRef::New(_) => "new",
        };
        let name = comparison.item(next.item).subject();
        said.push(format!("also {}% similar to {side} {name}", next.score.percent()));
    }
    said.join("; ")
}

fn count(count: usize, one: &str, before: &str, behind: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(one.to_owned()),
        _ => Some(format!("{before} {count} {behind}").trim_start().to_owned()),
    }
}

/// The pairs that two items were left over between.
fn stands(comparison: &Comparison<'_>, place: Place) -> String {
    let stands = if place.alone { "the only one left" } else { "left over" };
    let named = |ends: (usize, usize)| became(comparison, ends.0, ends.1);
    match (place.before.map(named), place.after.map(named)) {
        (Some(before), Some(after)) => format!("{stands} between {before} and {after}"),
        (Some(before), None) => format!("{stands} after {before}"),
        (None, Some(after)) => format!("{stands} before {after}"),
        (None, None) => stands.to_owned(),
    }
}

fn became(comparison: &Comparison<'_>, old: usize, new: usize) -> String {
    format!("{} → {}", comparison.old.items[old].subject(), comparison.new.items[new].subject())
}

fn sibling_said(comparison: &Comparison<'_>, sibling: SiblingPair) -> String {
    let (old, new) =
        (comparison.old.items[sibling.old].subject(), comparison.new.items[sibling.new].subject());
    match sibling.agrees {
        true if old == new => format!("{old} is still {new}"),
        true => format!("{old} became {new}"),
        false => format!("but {old} did not become {new}"),
    }
}

fn list_said(comparison: &Comparison<'_>, listed_words: &ListedWords) -> String {
    let duty = comparison.item(listed_words.duty).subject();
    format!("the statements mapped to {duty} share {}", listed(&listed_words.words))
}

/// The option that pairs a removed and an added item, or `None` if one of them has no code.
pub(in crate::report) fn pair_option(comparison: &Comparison<'_>, pair: &PossiblePair) -> Option<String> {
    let (old, new) = (comparison.old.items[pair.old].code?, comparison.new.items[pair.new].code?);
    Some(format!("--pair {old}={new}"))
}

/// Removed and added items that may be the same, in one or two sentences each, with the option that would pair them.
pub(in crate::report) fn possible_pairs(report: &DiffReport<'_>) -> Vec<String> {
    let comparison = report.comparison;
    let said = |pair: &PossiblePair| {
        let (old, new) = (comparison.old.items[pair.old].subject(), comparison.new.items[pair.new].subject());
        let option = pair_option(comparison, pair).map(|option| format!(" If so, add {option}."));
        format!(
            "{old} (removed) and {new} (added) may be the same: they are {}% alike and share {}.{}",
            pair.score.percent(),
            listed(&pair.shared),
            option.unwrap_or_default()
        )
    };
    comparison.possible_pairs.iter().map(said).collect()
}
