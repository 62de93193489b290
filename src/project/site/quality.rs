//! How often rules are broken.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::parallel::{self, PerThread};
use super::one::Built;
use crate::check::{check_together, check_with, extract};
use crate::config::Config;
use crate::lint::RuleMeta;
use crate::model::Format;
use crate::read;
use crate::report::rules::in_a_sentence;
use crate::report::site::{BrokenIn, OlderCounts, RuleCount, RuleQuality};
use crate::rules;
use crate::source::{Source, SourceId};
use crate::text_index::Vocabulary;

/// The rules that any of the standards breaks, or that an older catalogue broke, the most severe first.
pub(super) fn rule_qualities(built: &[Built], older: Option<&OlderCounts>) -> Vec<RuleQuality> {
    let mut places: BTreeMap<&str, Vec<BrokenIn>> = BTreeMap::new();
    for (standard, one) in built.iter().enumerate() {
        for (version, broken) in one.broken.iter().enumerate() {
            for (rule, findings) in broken {
                places.entry(rule).or_default().push(BrokenIn { standard, version, findings: *findings });
            }
        }
    }
    let quality = |meta: &'static RuleMeta| RuleQuality {
        rule: meta.name,
        about: in_a_sentence(meta),
        severity: meta.severity,
        places: places.remove(meta.name).unwrap_or_default(),
        before: older.map(|older| older.rules.get(meta.name).copied().unwrap_or_default()),
    };
    let mut all: Vec<RuleQuality> = rules::ALL.iter().map(|rule| rule.meta()).map(quality).collect();
    all.retain(|one| !one.places.is_empty() || one.before.is_some_and(|before| before.documents > 0));
    all.sort_by_key(|one| (Reverse(one.severity), Reverse(one.places.len()), one.rule));
    all
}

/// Checks an older catalogue and counts what is found.
pub(super) fn counts(name: &str, sources: &[Source], from: Option<Format>) -> OlderCounts {
    let vocabularies: PerThread<Vocabulary> = PerThread::new();
    let config = Config::default();
    let checked = parallel::map(sources.iter().collect(), |source: &Source| {
        let reading = read::read(source, from);
        let found = vocabularies.with(|vocabulary| check_with(&reading, &config, vocabulary));
        let rules: Vec<&'static str> = found.iter().map(|one| one.rule).collect();
        (source.id(), extract(&reading), rules)
    });
    let mut broken: BTreeMap<(&'static str, SourceId), usize> = BTreeMap::new();
    let mut extracts = Vec::new();
    for (id, extract, found) in checked {
        extracts.extend(extract);
        for rule in found {
            *broken.entry((rule, id)).or_default() += 1;
        }
    }
    for one in check_together(&extracts, &config) {
        *broken.entry((one.rule, one.primary().source)).or_default() += 1;
    }
    let mut of_rules: BTreeMap<&'static str, RuleCount> = BTreeMap::new();
    for ((rule, _), findings) in broken {
        let count = of_rules.entry(rule).or_default();
        count.documents += 1;
        count.findings += findings;
    }
    OlderCounts { name: name.to_owned(), documents: sources.len(), rules: of_rules }
}
