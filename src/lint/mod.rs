//! What a rule is, and how rules are run: once over each document, and once over the whole catalogue.

mod context;
mod meta;
mod openings;
mod phrase;
mod rule;
mod survey;
mod trace;

pub use crate::catalogue::{Catalogue, CatalogueEntry, Extract, ExtractedOccupation, VersionExtract};
pub use context::LintContext;
pub use meta::{Group, RuleMeta, RuleOption, Scope};
pub use openings::Openings;
pub use phrase::{counted, listed};
pub(crate) use rule::declare_rule;
pub use rule::{Declared, Rule};
pub use trace::{CitedCodes, CitedStandard, DocumentCitations, PastVersion, Trace};

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::source::SourceId;
use crate::text_index::Vocabulary;
use survey::Survey;

/// Runs `rules` over one document; if it is cut off rather than `whole`, only those that do not need the rest. No
/// finding depends on the vocabulary, which many documents use in turn.
#[must_use]
pub fn lint_document(
    document: &Document<'_>,
    whole: bool,
    rules: &[&dyn Rule],
    config: &Config,
    vocabulary: &mut Vocabulary,
) -> Vec<Diagnostic> {
    let (survey, mut found) = (Survey::of(document, vocabulary), Vec::new());
    let of_one = rules.iter().filter(|rule| rule.meta().scope == Scope::Document);
    for rule in of_one.filter(|rule| whole || !rule.meta().needs_whole) {
        let Some(severity) = config.severity(rule.meta().name, rule.meta().severity) else { continue };
        let (meta, source, format) = (rule.meta(), document.source(), document.format());
        let mut cx = LintContext::new(meta, severity, config, source, format, &survey, &mut found);
        match document {
            Document::Standard(standard) => rule.standard(standard, &mut cx),
            Document::Map(map) => rule.map(map, &mut cx),
        }
    }
    found
}

/// Runs those of `rules` that compare the documents of a run with each other; `config` gives the configuration of each.
#[must_use]
pub fn lint_group<'c>(
    extracts: &[Extract],
    rules: &[&dyn Rule],
    config: impl Fn(SourceId) -> &'c Config,
) -> Vec<Diagnostic> {
    let vocabulary = Vocabulary::default();
    let (survey, mut found) = (Survey::of_none(&vocabulary), Vec::new());
    let catalogue = Catalogue::new(extracts);
    for rule in rules.iter().filter(|rule| rule.meta().scope == Scope::Catalogue) {
        for extract in extracts {
            let (meta, config) = (rule.meta(), config(extract.source));
            let Some(severity) = config.severity(meta.name, meta.severity) else { continue };
            let (source, format, before) = (extract.source, extract.format, found.len());
            let mut cx = LintContext::new(meta, severity, config, source, format, &survey, &mut found);
            rule.catalogue(extract, &catalogue, &mut cx);
            for one in &mut found[before..] {
                one.pointer = extract.pointer(one.primary().span).map(str::to_owned);
            }
        }
    }
    found
}

/// Runs those of `rules` that look at a single document that cites a standard.
#[must_use]
pub fn lint_citing(
    one: &DocumentCitations<'_>,
    standard: &CitedStandard<'_>,
    rules: &[&dyn Rule],
    config: &Config,
) -> Vec<Diagnostic> {
    let check = |rule: &dyn Rule, cx: &mut LintContext<'_>| rule.citing(one, standard, cx);
    lint_of_trace((standard, one.document.source), rules, config, check)
}

/// Runs those of `rules` that look at all documents that cite a standard; `config` is the configuration of the
/// standard.
#[must_use]
pub fn lint_trace(trace: &Trace<'_>, rules: &[&dyn Rule], config: &Config) -> Vec<Diagnostic> {
    if !trace.is_whole {
        return Vec::new();
    }
    let check = |rule: &dyn Rule, cx: &mut LintContext<'_>| rule.trace(trace, cx);
    lint_of_trace((&trace.standard, trace.standard.citable.standard.source), rules, config, check)
}

fn lint_of_trace(
    (standard, source): (&CitedStandard<'_>, SourceId),
    rules: &[&dyn Rule],
    config: &Config,
    check: impl Fn(&dyn Rule, &mut LintContext<'_>),
) -> Vec<Diagnostic> {
    let vocabulary = Vocabulary::default();
    let (survey, mut found) = (Survey::of_none(&vocabulary), Vec::new());
    let format = standard.citable.standard.format;
    for rule in rules.iter().filter(|rule| rule.meta().scope == Scope::Trace) {
        let meta = rule.meta();
        if let Some(severity) = config.severity(meta.name, meta.severity) {
            let mut cx = LintContext::new(meta, severity, config, source, format, &survey, &mut found);
            check(*rule, &mut cx);
        }
    }
    found
}
