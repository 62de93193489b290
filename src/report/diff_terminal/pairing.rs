//! How items were paired, and what a reviewer should look at.

use super::screen::{INDENT, Screen};
use super::wrap::Paint;
use crate::report::diff::{DiffReport, LICENCE, Lookup, checks, possible_pairs, possible_parts, user_pairs};
use crate::report::text::escaped;

/// Pairings to check, those of the user, and where the two documents come from.
pub(super) fn render(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>) {
    screen.heading("How items were paired");
    to_check(screen, report, lookup);
    let said =
        possible_pairs(report).into_iter().chain(possible_parts(report, lookup)).chain(user_pairs(report));
    said.for_each(|sentence| screen.say(INDENT, &sentence));
    for (which, side, input) in
        [("Old", &report.comparison.old, report.old), ("New", &report.comparison.new, report.new)]
    {
        let hash = input.sha256.get(..12).unwrap_or(input.sha256);
        let text = format!("{which}: {}, {}, SHA-256 {hash}", escaped(&input.shown()), side.format.noun());
        screen.say(INDENT, &text);
    }
    let licence = if report.is_of_published() { format!(" {LICENCE}") } else { String::new() };
    screen.say(INDENT, &format!("ksb {}.{licence}", report.tool_version));
}

fn to_check(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>) {
    let doubtful = checks(report, lookup);
    if doubtful.is_empty() && report.comparison.pairs.is_empty() {
        screen.say(INDENT, "Nothing was paired.");
        return;
    }
    if doubtful.is_empty() {
        screen.say(INDENT, "Every pair is certain or likely.");
        return;
    }
    let has_codes = !report.comparison.codes.is_empty();
    let options =
        if has_codes { " (`--pair K6=K9` sets a pair, `--no-pair K6=K9` prevents one)" } else { "" };
    screen.say(INDENT, &format!("To check{options}:"));
    for (codes, said) in doubtful {
        let (codes, said) = (screen.own(&codes), screen.own(&format!(" {said}")));
        screen.pieces(2 * INDENT, 3 * INDENT, &[(Paint::Strong, &codes), (Paint::Plain, &said)]);
    }
}
