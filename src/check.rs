//! The one entry for the command, the editor and the hook.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::config::{Config, KnownRule};
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{self, Extract, Group, RuleMeta};
use crate::read::Reading;
use crate::rules;
use crate::source::{SourceId, Span};

/// Checks what was read from one file: what its reader found and what every rule says, sorted by
/// place, then rule.
#[must_use]
pub fn check(reading: &Reading<'_>, config: &Config) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        reading.diagnostics.iter().filter_map(|one| configured(one, config)).collect();
    if let Some(document) = &reading.document {
        let mut linted = lint::lint_document(document, reading.whole, rules::ALL, config);
        keep_fixes_off_unread(&mut linted, &reading.diagnostics);
        let better = Better::new(&linted);
        found.retain(|one| !better.says(one));
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

/// Checks documents against each other; sorted by file, place, rule.
#[must_use]
pub fn check_together(extracts: &[Extract], config: &Config) -> Vec<Diagnostic> {
    check_group(extracts, |_| config)
}

/// The same, where each file has a configuration of its own.
#[must_use]
pub fn check_group<'c>(extracts: &[Extract], config: impl Fn(SourceId) -> &'c Config) -> Vec<Diagnostic> {
    let mut found = lint::lint_group(extracts, rules::ALL, config);
    sort(&mut found);
    found
}

/// What a configuration has to know of the rules.
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

/// Where each rule has reported, in order.
struct Better<'d>(BTreeSet<(&'d str, Span)>);

impl<'d> Better<'d> {
    fn new(linted: &'d [Diagnostic]) -> Self {
        Self(linted.iter().map(|one| (one.rule, one.primary().span)).collect())
    }

    /// Whether the rule that a diagnostic yields to has reported inside its primary label.
    fn says(&self, diagnostic: &Diagnostic) -> bool {
        let Some(rule) = diagnostic.yields_to.as_deref() else { return false };
        let place = diagnostic.primary().span;
        let (first, last) = (Span::at(place.range().start), Span { start: place.end, end: place.end });
        self.0.range((rule, first)..=(rule, last)).any(|(_, span)| place.contains(*span))
    }
}

/// Takes away each fix that would touch something that the reader could not read: the rule has not
/// seen it, so the fix would lose it.
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
