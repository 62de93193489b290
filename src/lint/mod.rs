//! What a rule is, and how rules are run: once over each document, once over the group given together.

mod context;
mod extract;
mod phrase;
mod rule;

pub use context::LintContext;
pub use extract::{Extract, ExtractedOccupation, Named};
pub use phrase::{counted, listed};
pub(crate) use rule::declare_rule;
pub use rule::{Declared, Group, Rule, RuleMeta};

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Document;

/// Runs `rules` over one document; if it is not whole, but breaks off, those that can tell all the
/// same.
#[must_use]
pub fn lint_document(
    document: &Document<'_>,
    whole: bool,
    rules: &[&dyn Rule],
    config: &Config,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| whole || !rule.meta().needs_whole) {
        let Some(severity) = config.severity(rule.meta().name, rule.meta().severity) else { continue };
        let mut cx =
            LintContext::new(rule.meta(), severity, document.source(), document.format(), &mut found);
        match document {
            Document::Standard(standard) => rule.standard(standard, &mut cx),
            Document::Map(map) => rule.map(map, &mut cx),
        }
    }
    found
}

/// Runs the part of `rules` that compares the documents of a run with each other.
#[must_use]
pub fn lint_group(extracts: &[Extract], rules: &[&dyn Rule], config: &Config) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules {
        let Some(severity) = config.severity(rule.meta().name, rule.meta().severity) else { continue };
        for extract in extracts {
            let mut cx = LintContext::new(rule.meta(), severity, extract.source, extract.format, &mut found);
            rule.among(extract, extracts, &mut cx);
        }
    }
    found
}
