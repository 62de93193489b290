//! How pairs were made, and what a reviewer should look at.

use super::screen::{INDENT, Screen};
use super::wrap::Paint;
use crate::diff::{Band, Pair, Place};
use crate::report::diff::{DiffReport, LICENCE, Lookup, Row, paired_by_word};

/// Pairings to check, overrides, and where the two documents come from.
pub(super) fn render(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>) {
    screen.heading("How pairs were made");
    to_check(screen, report, lookup);
    possible_parts(screen, report, lookup);
    for (pairs, said) in [(report.overrides.pairs(), "paired"), (report.overrides.parted(), "not to pair")] {
        let list: Vec<String> = pairs.iter().map(|(old, new)| format!("{old} = {new}")).collect();
        if !list.is_empty() {
            screen.say(INDENT, &format!("You said {said}: {}.", list.join(", ")));
        }
    }
    for (which, side, input) in
        [("Old", &report.comparison.old, report.old), ("New", &report.comparison.new, report.new)]
    {
        let hash = input.sha256.get(..12).unwrap_or(input.sha256);
        let text = format!("{which}: {}, {}, SHA-256 {hash}", input.name, side.format.noun());
        screen.say(INDENT, &text);
    }
    screen.say(INDENT, &format!("ksb {}. {LICENCE}", report.tool_version));
}

fn to_check(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>) {
    let pairs = report.comparison.pairs.iter().enumerate();
    let doubtful: Vec<(usize, &Pair)> = pairs.filter(|(_, pair)| pair.band == Band::Check).collect();
    if doubtful.is_empty() {
        screen.say(INDENT, "Every pairing is likely or sure.");
        return;
    }
    let intro = "To check; --pair K6=K9 makes a pairing, --no-pair K6=K9 rules one out:";
    screen.say(INDENT, intro);
    for (index, pair) in doubtful {
        let codes = screen.own(&lookup.codes(Row::Pair(index)));
        let mut said =
            format!(" {} % alike, paired by {}", pair.score.percent(), paired_by_word(pair.paired_by));
        if let Some(next) = pair.runner_up {
            let name = report.comparison.item(next.place).subject();
            said.push_str(&format!("; next best {name}, {} %", next.score.percent()));
        }
        screen.pieces(2 * INDENT, 3 * INDENT, &[(Paint::Strong, &codes), (Paint::Plain, &said)]);
    }
}

/// Leftovers that a part of a pair may have gone into or come from.
fn possible_parts(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>) {
    for part in &report.comparison.possible_parts {
        let name = report.comparison.item(part.place).subject();
        let codes = lookup.codes(Row::Pair(part.pair));
        let said = match part.place {
            Place::Old(_) => format!("{codes}: possibly also from {name}"),
            Place::New(_) => format!("{codes}: possibly also into {name}"),
        };
        screen.say(INDENT, &said);
    }
}
