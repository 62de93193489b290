//! The one entry for the command, the editor and the hook.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::lint::{self, Extract};
use crate::model::Document;
use crate::rules;

/// Checks one document with every rule; sorted by place, then rule.
#[must_use]
pub fn check(document: &Document<'_>, config: &Config) -> Vec<Diagnostic> {
    let mut found = lint::lint_document(document, rules::ALL, config);
    sort(&mut found);
    found
}

/// Checks documents against each other; sorted by file, place, rule.
#[must_use]
pub fn check_together(extracts: &[Extract], config: &Config) -> Vec<Diagnostic> {
    let mut found = lint::lint_group(extracts, rules::ALL, config);
    sort(&mut found);
    found
}

/// Puts diagnostics in the order in which they are shown: file, place, rule.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(|a, b| {
        let key = |one: &Diagnostic| (one.primary().source, one.primary().span, one.rule);
        key(a).cmp(&key(b)).then_with(|| a.subject.cmp(&b.subject))
    });
}
