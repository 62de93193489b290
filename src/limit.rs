//! The limit on the findings of one rule in one document.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Label};
use crate::source::SourceId;

/// How many findings of one rule in one document are listed. No document written by people comes near this limit.
pub const MAX_FINDINGS: usize = 1000;

/// The findings in their order. If a rule has more than [`MAX_FINDINGS`] in one document, the rest are replaced by one finding,
/// at the place of the first of them. It has their highest severity, and says how many there are.
#[must_use]
pub fn limited(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if found.len() <= MAX_FINDINGS {
        return found;
    }
    let mut counts: BTreeMap<(SourceId, &str), usize> = BTreeMap::new();
    let mut others: BTreeMap<(SourceId, &str), usize> = BTreeMap::new();
    let mut listed: Vec<Diagnostic> = Vec::new();
    for one in found {
        let key = (one.primary().source, one.rule);
        let count = counts.entry(key).or_default();
        *count += 1;
        if *count <= MAX_FINDINGS {
            listed.push(one);
        } else if let Some(&at) = others.get(&key) {
            let stands: &mut Diagnostic = &mut listed[at];
            stands.severity = stands.severity.max(one.severity);
        } else {
            others.insert(key, listed.len());
            listed.push(first_of_others(&one));
        }
    }
    for (key, at) in others {
        listed[at].message = message(counts[&key] - MAX_FINDINGS);
    }
    listed
}

/// What replaces a finding and all that follow it.
fn first_of_others(one: &Diagnostic) -> Diagnostic {
    let primary = one.primary();
    let label = Label::new(primary.source, primary.span, "the first one is here");
    let stands = Diagnostic::new(one.rule, one.severity, "more", "", label);
    let stands =
        stands.help(format!("correct the {MAX_FINDINGS} that are listed, then check again to list more"));
    Diagnostic { pointer: one.pointer.clone(), ..stands }
}

fn message(more: usize) -> String {
    match more {
        1 => "one more finding for this rule is not listed".to_owned(),
        more => format!("{more} more findings for this rule are not listed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::source::Span;

    fn findings(rule: &'static str, file: usize, count: usize) -> Vec<Diagnostic> {
        let one = |at: usize| {
            let label = Label::new(SourceId::of_file(file), Span::new(at, at + 1), "");
            let severity = if at == count - 1 { Severity::Error } else { Severity::Advice };
            Diagnostic::new(rule, severity, at.to_string(), "wrong", label)
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn what_is_not_too_much_is_listed_as_it_is() {
        let found: Vec<_> =
            [findings("a", 0, MAX_FINDINGS), findings("a", 1, MAX_FINDINGS), findings("b", 0, 3)].concat();
        assert_eq!(limited(found.clone()), found);
    }

    #[test]
    fn one_finding_stands_for_all_others() {
        let found: Vec<_> = [findings("a", 0, MAX_FINDINGS + 1), findings("b", 0, MAX_FINDINGS + 7)].concat();
        let listed = limited(found);
        assert_eq!(listed.len(), 2 * MAX_FINDINGS + 2);
        let (a, b) = (&listed[MAX_FINDINGS], &listed[2 * MAX_FINDINGS + 1]);
        assert_eq!(a.message, "one more finding for this rule is not listed");
        assert_eq!((b.message.as_str(), b.rule), ("7 more findings for this rule are not listed", "b"));
        assert_eq!(
            (b.severity, b.primary().span),
            (Severity::Error, Span::new(MAX_FINDINGS, MAX_FINDINGS + 1))
        );
    }
}
