//! The machine-readable report, `ksb.diff/1`: its own types, described by `schemas/diff-report.schema.json`.

mod changes;
mod figures;
mod items;
mod pairs;
mod parts;
mod step;

use std::collections::BTreeMap;

use serde::Serialize;

use self::figures::{CauseLine, ConsequenceLine, SectionCounts, causes, consequence_line, counts};
use self::items::side;
use super::diff::{ComparedInput, DiffReport, DiffSet, Relation, UnmatchedDocument};
use crate::diff::{BeyondCut, Category, Side};

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
    counts: BTreeMap<&'static str, SectionCounts>,
    not_stated: Vec<Silence>,
    #[serde(rename = "behindCut")]
    beyond_cut: Vec<Behind>,
    facts: Vec<parts::FactLine<'a>>,
    lists: Vec<parts::List<'a>>,
    pairs: Vec<pairs::PairLine>,
    unpaired: Vec<pairs::UnpairedLine>,
    possible_pairs: Vec<pairs::PossiblePairLine>,
    possible_parts: Vec<pairs::PossibleLine>,
    changes: Vec<changes::ChangeLine<'a>>,
    codes: Vec<pairs::CodePair>,
    same_codes: Option<pairs::SameCodesLine>,
    reused: Vec<pairs::Reuse<'a>>,
    renumbering: Vec<pairs::Range>,
    mapping: parts::MappingPart,
    consequences: Vec<ConsequenceLine>,
    narrative: Option<parts::NarrativePart<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    /// What it is called among the others in its file.
    #[serde(rename = "document")]
    label: Option<&'a str>,
    sha256: &'a str,
    read: &'static str,
    reference: Option<&'a str>,
    version: Option<&'a str>,
    title: Option<&'a str>,
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
        only_old: names(&set.uncompared.only_old),
        only_new: names(&set.uncompared.only_new),
        unchanged: set.uncompared.unchanged,
    })
}

fn names(list: &[UnmatchedDocument]) -> Vec<&str> {
    list.iter().map(|one| one.name.as_str()).collect()
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
        counts: counts(comparison),
        not_stated: comparison
            .not_stated
            .iter()
            .map(|(section, which)| Silence { section: section.plural(), side: side(*which) })
            .collect(),
        beyond_cut: comparison.beyond_cut.iter().map(behind).collect(),
        facts: comparison.facts.iter().map(parts::fact).collect(),
        lists: comparison.lists.iter().map(parts::list).collect(),
        pairs: comparison.pairs.iter().map(|pair| pairs::pair(comparison, pair)).collect(),
        unpaired: comparison.unpaired.iter().map(|one| pairs::unpaired(comparison, *one)).collect(),
        possible_pairs: comparison
            .possible_pairs
            .iter()
            .map(|pair| pairs::possible(comparison, pair))
            .collect(),
        possible_parts: comparison.possible_parts.iter().map(|part| pairs::part(comparison, *part)).collect(),
        changes: comparison.changes.iter().map(|change| changes::change(comparison, change)).collect(),
        codes: comparison.codes.iter().map(pairs::code).collect(),
        same_codes: report.same_codes().as_ref().map(pairs::same_codes),
        reused: comparison.reused.iter().map(|reuse| pairs::reuse(comparison, *reuse)).collect(),
        renumbering: comparison.renumbering.iter().map(pairs::range).collect(),
        mapping: parts::mapping(comparison),
        consequences: comparison.consequences.iter().map(|one| consequence_line(comparison, one)).collect(),
        narrative: comparison.narrative.as_ref().map(|one| parts::narrative(comparison, one)),
    }
}

fn behind(one: &BeyondCut) -> Behind {
    Behind { section: one.section.plural(), side: side(one.which), count: one.count }
}

fn document<'a>(side: &Side<'a>, input: ComparedInput<'a>) -> Document<'a> {
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

/// Any report as JSON with a final line break.
pub(in crate::report) fn written(output: &impl Serialize) -> String {
    serde_json::to_string_pretty(output).expect("texts and numbers always serialise") + "\n"
}
