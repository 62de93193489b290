//! The machine-readable report, `ksb.diff/1`: its own types, held by `schemas/diff-report.schema.json`.

mod changes;
mod pairs;
mod parts;
mod step;

use std::collections::BTreeMap;

use serde::Serialize;

use super::diff::{Alone, DiffReport, DiffSet, Input, Relation, consequence};
use crate::diff::{BehindCut, Category, Cause, Comparison, Consequence, Counts, Side, Tally, Which};

pub(in crate::report) use step::{Differences, differences};

/// The name and version of this format.
pub const FORMAT: &str = "ksb.diff/1";

/// The name and version of the format for several comparisons.
pub const SET_FORMAT: &str = "ksb.diffs/1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole<'a> {
    format: &'static str,
    old: Document<'a>,
    new: Document<'a>,
    category: Option<&'static str>,
    verdict: String,
    reasons: Vec<CauseLine>,
    counts: BTreeMap<&'static str, Count>,
    not_stated: Vec<Silence>,
    behind_cut: Vec<Behind>,
    facts: Vec<parts::FactLine<'a>>,
    lists: Vec<parts::List<'a>>,
    pairs: Vec<pairs::PairLine>,
    unpaired: Vec<pairs::UnpairedLine>,
    possible_parts: Vec<pairs::PossibleLine>,
    changes: Vec<changes::ChangeLine<'a>>,
    codes: Vec<pairs::CodePair>,
    reused: Vec<pairs::Reuse<'a>>,
    renumbering: Vec<pairs::Range>,
    mapping: parts::MappingPart,
    consequences: Vec<ConsequenceLine>,
    narrative: Option<parts::NarrativePart<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    /// What it is called among those of its file.
    #[serde(rename = "document")]
    label: Option<&'a str>,
    sha256: &'a str,
    read: &'static str,
    reference: Option<&'a str>,
    version: Option<&'a str>,
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct CauseLine {
    id: String,
    count: usize,
    reason: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Count {
    old: usize,
    new: usize,
    unchanged: usize,
    renumbered: usize,
    reworded: usize,
    split: Both,
    merged: Both,
    moved: usize,
    kind_changed: Both,
    added: usize,
    removed: usize,
}

#[derive(Serialize)]
struct Both {
    old: usize,
    new: usize,
}

#[derive(Serialize)]
struct Silence {
    section: &'static str,
    side: &'static str,
}

#[derive(Serialize)]
struct Behind {
    section: &'static str,
    side: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct ConsequenceLine {
    id: &'static str,
    message: String,
    items: Vec<ItemName>,
    facts: Vec<String>,
}

/// An item of one of the documents by what it is called.
#[derive(Serialize)]
struct ItemName {
    side: &'static str,
    code: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Set<'a> {
    format: &'static str,
    category: Option<&'static str>,
    comparisons: Vec<Whole<'a>>,
    new_versions: Vec<&'a str>,
    only_old: Vec<&'a str>,
    only_new: Vec<&'a str>,
    unchanged: usize,
}

/// Renders the report as JSON with a final line break.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    written(&whole(report))
}

/// Renders several reports as one JSON document, with the names of the files that have no counterpart.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    let new_versions = set.reports.iter().filter(|report| report.relation == Relation::NewVersion);
    written(&Set {
        format: SET_FORMAT,
        category: set.category.map(Category::name),
        comparisons: set.reports.iter().map(whole).collect(),
        new_versions: new_versions.map(|report| report.new.label()).collect(),
        only_old: names(&set.rest.only_old),
        only_new: names(&set.rest.only_new),
        unchanged: set.rest.unchanged,
    })
}

fn names(list: &[Alone]) -> Vec<&str> {
    list.iter().map(|one| one.name.as_str()).collect()
}

/// Any report as JSON with a final line break.
pub(in crate::report) fn written(output: &impl Serialize) -> String {
    serde_json::to_string_pretty(output).expect("texts and numbers always serialise") + "\n"
}

fn whole<'a>(report: &DiffReport<'a>) -> Whole<'a> {
    let comparison = report.comparison;
    Whole {
        format: FORMAT,
        old: document(&comparison.old, report.old),
        new: document(&comparison.new, report.new),
        category: report.category().map(Category::name),
        verdict: report.headline(),
        reasons: causes(comparison),
        counts: counts(report),
        not_stated: comparison
            .not_stated
            .iter()
            .map(|(section, which)| Silence { section: section.plural(), side: side(*which) })
            .collect(),
        behind_cut: comparison.behind_cut.iter().map(behind).collect(),
        facts: comparison.facts.iter().map(parts::fact).collect(),
        lists: comparison.lists.iter().map(parts::list).collect(),
        pairs: comparison.pairs.iter().map(|pair| pairs::pair(comparison, pair)).collect(),
        unpaired: comparison.unpaired.iter().map(|one| pairs::unpaired(comparison, *one)).collect(),
        possible_parts: comparison.possible_parts.iter().map(|part| pairs::part(comparison, *part)).collect(),
        changes: comparison.changes.iter().map(|change| changes::change(comparison, change)).collect(),
        codes: comparison.codes.iter().map(pairs::code).collect(),
        reused: comparison.reused.iter().map(|reuse| pairs::reuse(comparison, *reuse)).collect(),
        renumbering: comparison.renumbering.iter().map(pairs::range).collect(),
        mapping: parts::mapping(comparison),
        consequences: comparison.consequences.iter().map(|one| consequence_line(report, one)).collect(),
        narrative: comparison.narrative.as_ref().map(|one| parts::narrative(comparison, one)),
    }
}

fn causes(comparison: &Comparison<'_>) -> Vec<CauseLine> {
    let line = |cause: &Cause| CauseLine { id: cause.id.name(), count: cause.count, reason: cause.reason };
    comparison.overall.causes.iter().map(line).collect()
}

fn counts(report: &DiffReport<'_>) -> BTreeMap<&'static str, Count> {
    report.comparison.counts.iter().map(|one| (one.section.plural(), count(one))).collect()
}

fn behind(one: &BehindCut) -> Behind {
    Behind { section: one.section.plural(), side: side(one.which), count: one.count }
}

fn document<'a>(side: &Side<'a>, input: Input<'a>) -> Document<'a> {
    Document {
        path: input.name,
        label: input.document,
        sha256: input.sha256,
        read: side.format.name(),
        reference: side.reference,
        version: side.version,
        title: side.title,
    }
}

fn count(one: &Counts) -> Count {
    let both = |tally: Tally| Both { old: tally.old, new: tally.new };
    Count {
        old: one.old,
        new: one.new,
        unchanged: one.unchanged,
        renumbered: one.renumbered,
        reworded: one.reworded,
        split: both(one.split),
        merged: both(one.merged),
        moved: one.moved,
        kind_changed: both(one.kind_changed),
        added: one.added,
        removed: one.removed,
    }
}

fn consequence_line(report: &DiffReport<'_>, one: &Consequence) -> ConsequenceLine {
    ConsequenceLine {
        id: one.id.name(),
        message: consequence(report.comparison, one).sentence,
        items: one.items.iter().map(|item| pairs::item_name(report.comparison, *item)).collect(),
        facts: one.fields.iter().map(|field| field.label().to_owned()).collect(),
    }
}

fn side(which: Which) -> &'static str {
    match which {
        Which::Old => "old",
        Which::New => "new",
    }
}
