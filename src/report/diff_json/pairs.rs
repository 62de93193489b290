//! Which item became which: pairs, items without a counterpart, codes.

use serde::Serialize;

use super::items::{ItemName, item_name, names};
use crate::diff::{
    CodeLine, CodeReuse, Comparison, ItemRef, ListedWords, Pair, Place, PossiblePair, PossiblePart,
    Renumbering, Score, SiblingPair, Unpaired,
};
use crate::model::Code;
use crate::report::diff::{SameCodes, evidence, pair_option};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PairLine {
    kind: &'static str,
    old: Vec<String>,
    new: Vec<String>,
    outcome: &'static str,
    differs: Vec<&'static str>,
    paired_by: &'static str,
    score: f64,
    band: &'static str,
    runner_up: Option<Near>,
    evidence: EvidenceLine,
}

/// The evidence for a pair, besides its score.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EvidenceLine {
    says: String,
    shares: Vec<String>,
    between: Option<Between>,
    sibling: Option<Sibling>,
    listed: Option<Listed>,
    same_statements: usize,
    same_duties: usize,
    lead: Option<f64>,
}

#[derive(Serialize)]
struct Between {
    before: Option<Ends>,
    after: Option<Ends>,
    alone: bool,
}

/// How the codes in two documents of one version agree.
#[derive(Serialize)]
pub(super) struct SameCodesLine {
    shared: usize,
    different: Vec<Ends>,
}

#[derive(Serialize)]
struct Ends {
    old: String,
    new: String,
}

#[derive(Serialize)]
struct Sibling {
    old: String,
    new: String,
    agrees: bool,
}

#[derive(Serialize)]
struct Listed {
    duty: ItemName,
    shares: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct PossiblePairLine {
    kind: &'static str,
    old: String,
    new: String,
    score: f64,
    shares: Vec<String>,
    option: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Near {
    code: String,
    score: f64,
}

#[derive(Serialize)]
pub(super) struct UnpairedLine {
    kind: &'static str,
    side: &'static str,
    code: String,
    rejected: Option<Near>,
}

#[derive(Serialize)]
pub(super) struct PossibleLine {
    old: Vec<String>,
    new: Vec<String>,
    part: ItemName,
    share: f64,
}

#[derive(Serialize)]
pub(super) struct CodePair {
    old: Option<String>,
    new: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Reuse<'a> {
    code: String,
    old: &'a str,
    new: &'a str,
}

#[derive(Serialize)]
pub(super) struct Range {
    old: [String; 2],
    new: [String; 2],
    shift: i64,
}

/// Thousandths as a number from 0 to 1.
pub(super) fn number(score: Score) -> f64 {
    f64::from(score.0) / 1000.0
}

pub(super) fn pair(comparison: &Comparison<'_>, pair: &Pair) -> PairLine {
    let facets = [
        (pair.facets.words, "words"),
        (pair.facets.renumbered, "code"),
        (pair.facets.moved, "place"),
        (pair.facets.level, "level"),
        (comparison.mapping.differs(pair), "mapping"),
    ];
    PairLine {
        kind: pair.section.name(),
        old: names(comparison, &pair.old, ItemRef::Old),
        new: names(comparison, &pair.new, ItemRef::New),
        outcome: pair.outcome.name(),
        differs: facets.into_iter().filter(|(differs, _)| *differs).map(|(_, name)| name).collect(),
        paired_by: pair.paired_by.name(),
        score: number(pair.score),
        band: pair.band.name(),
        runner_up: pair.runner_up.map(|next| near(comparison, next.item, next.score)),
        evidence: evidence_line(comparison, pair),
    }
}

fn evidence_line(comparison: &Comparison<'_>, pair: &Pair) -> EvidenceLine {
    let found = &pair.evidence;
    let (old, new) =
        (|i: usize| comparison.old.items[i].subject(), |j: usize| comparison.new.items[j].subject());
    let ends = |(i, j): (usize, usize)| Ends { old: old(i), new: new(j) };
    let between = |place: Place| Between {
        before: place.before.map(ends),
        after: place.after.map(ends),
        alone: place.alone,
    };
    let sibling = |one: SiblingPair| Sibling { old: old(one.old), new: new(one.new), agrees: one.agrees };
    let listed =
        |one: &ListedWords| Listed { duty: item_name(comparison, one.duty), shares: one.words.clone() };
    EvidenceLine {
        says: evidence(comparison, pair),
        shares: found.shared.clone(),
        between: found.place.map(between),
        sibling: found.sibling.map(sibling),
        listed: found.listed.as_ref().map(listed),
        same_statements: found.same_statements,
        same_duties: found.same_duties,
        lead: found.lead.map(number),
    }
}

pub(super) fn possible(comparison: &Comparison<'_>, pair: &PossiblePair) -> PossiblePairLine {
    let (old, new) = (&comparison.old.items[pair.old], &comparison.new.items[pair.new]);
    PossiblePairLine {
        kind: new.section.name(),
        old: old.subject(),
        new: new.subject(),
        score: number(pair.score),
        shares: pair.shared.clone(),
        option: pair_option(comparison, pair),
    }
}

fn near(comparison: &Comparison<'_>, item: ItemRef, score: Score) -> Near {
    Near { code: comparison.item(item).subject(), score: number(score) }
}

pub(super) fn unpaired(comparison: &Comparison<'_>, one: Unpaired) -> UnpairedLine {
    let ItemName { side, code } = item_name(comparison, one.item);
    let kind = comparison.item(one.item).section.name();
    let rejected = one.rejected.map(|next| near(comparison, next.item, next.score));
    UnpairedLine { kind, side, code, rejected }
}

pub(super) fn part(comparison: &Comparison<'_>, part: PossiblePart) -> PossibleLine {
    let pair = &comparison.pairs[part.pair];
    PossibleLine {
        old: names(comparison, &pair.old, ItemRef::Old),
        new: names(comparison, &pair.new, ItemRef::New),
        part: item_name(comparison, part.item),
        share: number(part.share),
    }
}

pub(super) fn code(line: &CodeLine) -> CodePair {
    CodePair { old: line.old.map(|code| code.to_string()), new: line.new.map(|code| code.to_string()) }
}

pub(super) fn same_codes(same: &SameCodes<'_>) -> SameCodesLine {
    let ends = |(old, new): &(Code, Code)| Ends { old: old.to_string(), new: new.to_string() };
    SameCodesLine { shared: same.shared, different: same.different.iter().map(ends).collect() }
}

pub(super) fn reuse<'a>(comparison: &Comparison<'a>, reuse: CodeReuse) -> Reuse<'a> {
    Reuse {
        code: reuse.code.to_string(),
        old: comparison.old.items[reuse.old].text,
        new: comparison.new.items[reuse.new].text,
    }
}

pub(super) fn range(range: &Renumbering) -> Range {
    Range {
        old: [range.old.0.to_string(), range.old.1.to_string()],
        new: [range.new.0.to_string(), range.new.1.to_string()],
        shift: range.shift,
    }
}
