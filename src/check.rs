//! Checks a document: the single entry point for every host.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::config::{Config, KnownRule};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{self, Extract, Group, Rule, RuleMeta};
use crate::model::Document;
use crate::read::Reading;
use crate::rules;
use crate::source::{SourceId, Span};
use crate::text_index::Vocabulary;

/// Checks what was read from one file: gives the findings of its reader and of every rule, sorted by place, then rule.
#[must_use]
pub fn check(reading: &Reading<'_>, config: &Config) -> Vec<Diagnostic> {
    check_with(reading, config, &mut Vocabulary::default())
}

/// The same, for one of many documents that use the same vocabulary in turn, so that each word is analysed once.
#[must_use]
pub fn check_with(reading: &Reading<'_>, config: &Config, vocabulary: &mut Vocabulary) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        reading.diagnostics.iter().filter_map(|one| configured(one, config)).collect();
    if let Some(document) = &reading.document {
        let mut linted = lint::lint_document(document, reading.whole, rules::ALL, config, vocabulary);
        keep_fixes_off_unread(&mut linted, &reading.diagnostics);
        for one in &mut linted {
            one.fix.take_if(|fix| !fix.edits.iter().all(|edit| reading.takes(edit)));
        }
        // A finding that yields to a rule is dropped even where that rule is off.
        let quiet =
            superseding(document, reading, |meta| config.severity(meta.name, meta.severity).is_none());
        let reported = [Reported::new(&linted), Reported::new(&quiet)];
        found.retain(|one| !reported.iter().any(|reported| reported.supersedes(one)));
        found.extend(linted);
    }
    if !found.is_empty()
        && let Some(pointer) = reading.pointers()
    {
        for one in &mut found {
            one.pointer = Some(pointer(one.primary().span));
        }
    }
    if reading.document.as_ref().is_some_and(|document| document.format().is_record()) {
        for one in &mut found {
            one.fix = None;
        }
    }
    sort(&mut found);
    found
}

/// The findings of the reader of one file. Where such a finding yields to a rule, those of that rule take its place; no
/// other rule runs.
#[must_use]
pub fn check_reading(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Some(document) = &reading.document else { return reading.diagnostics.clone() };
    let better = superseding(document, reading, |_any| true);
    let reported = Reported::new(&better);
    let (yielding, mut found): (Vec<_>, Vec<_>) =
        reading.diagnostics.iter().cloned().partition(|one| reported.supersedes(one));
    let mut places: Vec<(&str, Span)> =
        yielding.iter().filter_map(|one| Some((one.yields_to.as_deref()?, one.primary().span))).collect();
    places.sort_unstable();
    let takes_a_place = |one: &Diagnostic| {
        let before = places
            .partition_point(|(rule, span)| (*rule, span.start) <= (one.rule, one.primary().span.start));
        before.checked_sub(1).is_some_and(|at| {
            let (rule, span) = places[at];
            rule == one.rule && span.contains(one.primary().span)
        })
    };
    let taking: Vec<Diagnostic> = better.iter().filter(|one| takes_a_place(one)).cloned().collect();
    found.extend(taking);
    sort(&mut found);
    found
}

/// The extract of a document; none if there is no document.
#[must_use]
pub fn extract(reading: &Reading<'_>) -> Option<Extract> {
    let extract = reading.document.as_ref().map(Extract::from)?;
    Some(match reading.pointers() {
        Some(pointer) => extract.located(pointer),
        None => extract,
    })
}

/// Checks documents against each other. The findings are sorted by file, place and rule.
#[must_use]
pub fn check_together(extracts: &[Extract], config: &Config) -> Vec<Diagnostic> {
    check_group(extracts, |_| config)
}

/// The same, with a configuration for each file.
#[must_use]
pub fn check_group<'c>(extracts: &[Extract], config: impl Fn(SourceId) -> &'c Config) -> Vec<Diagnostic> {
    let mut found = lint::lint_group(extracts, rules::ALL, config);
    sort(&mut found);
    found
}

/// The rules as a configuration knows them.
#[must_use]
pub fn known_rules() -> Vec<KnownRule> {
    let known = |meta: &RuleMeta| KnownRule {
        name: meta.name,
        aliases: meta.aliases,
        group: meta.group.name(),
        always_selected: matches!(meta.group, Group::Input | Group::Settings),
        options: meta.options.iter().map(|option| option.name).collect(),
    };
    rules::ALL.iter().map(|rule| known(rule.meta())).collect()
}

/// A reader's diagnostic with the severity that it has in this run; none if it is off.
fn configured(diagnostic: &Diagnostic, config: &Config) -> Option<Diagnostic> {
    let severity = config.severity(diagnostic.rule, diagnostic.severity)?;
    Some(Diagnostic { severity, ..diagnostic.clone() })
}

/// The findings of those rules that a reader's findings yield to and that `wanted` accepts, at their own severity.
fn superseding(
    document: &Document<'_>,
    reading: &Reading<'_>,
    wanted: impl Fn(&RuleMeta) -> bool,
) -> Vec<Diagnostic> {
    let named: BTreeSet<&str> =
        reading.diagnostics.iter().filter_map(|one| one.yields_to.as_deref()).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let is_wanted = |rule: &&&dyn Rule| named.contains(rule.meta().name) && wanted(rule.meta());
    let rules: Vec<&dyn Rule> = rules::ALL.iter().filter(is_wanted).copied().collect();
    if rules.is_empty() {
        return Vec::new();
    }
    lint::lint_document(document, reading.whole, &rules, &Config::default(), &mut Vocabulary::default())
}

/// Where each rule has reported, in order.
struct Reported<'d>(BTreeSet<(&'d str, Span)>);

impl<'d> Reported<'d> {
    fn new(linted: &'d [Diagnostic]) -> Self {
        Self(linted.iter().map(|one| (one.rule, one.primary().span)).collect())
    }

    /// Whether the rule that a diagnostic yields to has reported inside its primary label.
    fn supersedes(&self, diagnostic: &Diagnostic) -> bool {
        let Some(rule) = diagnostic.yields_to.as_deref() else { return false };
        let place = diagnostic.primary().span;
        let (first, last) = (Span::at(place.range().start), Span { start: place.end, end: place.end });
        self.0.range((rule, first)..=(rule, last)).any(|(_, span)| place.contains(*span))
    }
}

/// Removes each fix that would touch something that the reader could not read: the rule has not seen it, so the fix
/// would lose it.
fn keep_fixes_off_unread(linted: &mut [Diagnostic], unread: &[Diagnostic]) {
    let mut places: Vec<_> = unread.iter().map(|one| one.primary().span).collect();
    places.sort_unstable();
    let touches = |edit: &Edit| {
        let first = places.partition_point(|place| place.start < edit.span.start);
        let mut inside = places[first..].iter().take_while(|place| place.start <= edit.span.end);
        inside.any(|place| edit.span.contains(*place))
    };
    for one in linted {
        one.fix.take_if(|fix| fix.edits.iter().any(touches));
    }
}

/// Puts diagnostics in the order in which they are shown: file, place, rule.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(order);
}

/// The order of two findings: by file, place, rule and subject.
#[must_use]
pub fn order(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    let key = |one: &Diagnostic| (one.primary().source, one.primary().span, one.rule);
    key(a).cmp(&key(b)).then_with(|| a.subject.cmp(&b.subject))
}
