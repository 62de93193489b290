//! Which fixes can be applied together.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::source::Span;

/// Which fixes are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// Those that do not change the meaning.
    Safe,
    /// Also those that need a review afterwards.
    All,
}

/// The findings whose fixes can be applied together: of those that overlap, the first.
pub(super) fn choose(found: &[Diagnostic], which: Fixes) -> Vec<&Diagnostic> {
    let mut taken: BTreeSet<Span> = BTreeSet::new();
    let mut chosen = Vec::new();
    for one in found {
        let Some(fix) = one.fix.as_ref().filter(|fix| is_wanted(fix, which)) else { continue };
        if fix.edits.iter().any(|edit| is_in_the_way(&taken, edit.span)) {
            continue;
        }
        taken.extend(fix.edits.iter().map(|edit| edit.span));
        chosen.push(one);
    }
    chosen
}

pub(super) fn is_wanted(fix: &Fix, which: Fixes) -> bool {
    !fix.edits.is_empty() && (fix.safe || which == Fixes::All)
}

/// Whether one of the spans, which do not overlap, overlaps this one or inserts at the same place.
fn is_in_the_way(taken: &BTreeSet<Span>, span: Span) -> bool {
    let before = taken.range(..=Span { start: span.end, end: u32::MAX }).rev();
    let mut near = before.take_while(|other| other.end >= span.start);
    near.any(|&other| other == span || (other.start < span.end && span.start < other.end))
}

/// The text after edits that do not overlap.
pub(crate) fn apply(text: &str, mut edits: Vec<&Edit>) -> String {
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        out.push_str(&text[at..range.start]);
        out.push_str(&edit.replacement);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Label, Severity};
    use crate::source::SourceId;

    fn found(rule: &'static str, safe: bool, edits: &[(usize, usize, &str)]) -> Diagnostic {
        let label = Label::new(SourceId(0), Span::new(edits[0].0, edits[0].1), "");
        let mut found = Diagnostic::new(rule, Severity::Warning, "", "", label);
        let edit = |&(start, end, replacement): &(usize, usize, &str)| Edit {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
        };
        found.fix = Some(Fix { safe, edits: edits.iter().map(edit).collect() });
        found
    }

    fn rules(found: &[&Diagnostic]) -> Vec<&'static str> {
        found.iter().map(|one| one.rule).collect()
    }

    #[test]
    fn of_fixes_that_overlap_the_first_is_chosen() {
        let all = [
            found("a", true, &[(0, 2, ""), (8, 9, "")]),
            found("b", true, &[(1, 3, "")]),
            found("c", true, &[(2, 5, "x")]),
            found("d", true, &[(5, 6, ""), (7, 9, "")]),
            found("e", false, &[(6, 7, "")]),
        ];
        assert_eq!(rules(&choose(&all, Fixes::Safe)), ["a", "c"]);
        assert_eq!(rules(&choose(&all, Fixes::All)), ["a", "c", "e"]);
    }

    #[test]
    fn insertions_at_one_place_wait_for_each_other() {
        let all = [found("a", true, &[(3, 3, "x")]), found("b", true, &[(3, 3, "y")])];
        assert_eq!(rules(&choose(&all, Fixes::Safe)), ["a"]);
    }

    #[test]
    fn edits_change_their_spans_only() {
        let (a, b) = (found("a", true, &[(0, 2, "xyz"), (4, 4, "!")]), found("b", true, &[(2, 3, "")]));
        let edits = [&a, &b].into_iter().flat_map(|one| &one.fix.as_ref().expect("a fix").edits);
        assert_eq!(apply("012345", edits.collect()), "xyz3!45");
    }
}
