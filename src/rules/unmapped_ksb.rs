//! [`UnmappedKsb`].

use super::declare_rule;
use crate::diagnostic::Diagnostic;
use crate::lint::{LintContext, Rule};
use crate::model::{Kind, Standard, Statement};
use crate::text_index::ContentWords;

declare_rule! {
    /// # What it does
    /// Reports a knowledge, skill or behaviour statement that is not mapped to any duty.
    ///
    /// # Why it matters
    /// Statements are derived from the duties. A statement that no duty needs is either in the wrong standard or
    /// missing from a duty, and reviewers return the standard because of it.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: every knowledge, skill and behaviour statement is mapped to at least one duty.
    UnmappedKsb { name: "unmapped-ksb", group: Mapping, severity: Error, needs_whole: true }
}

/// How many duties are searched for the nearest: several times as many as any standard has.
const MOST_DUTIES: usize = 100;

impl Rule for UnmappedKsb {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let unmapped = cx.mapping().unmapped(kind);
            if unmapped.len() > 1 && unmapped.len() == standard.statements_of(kind).count() {
                report_kind(kind, &unmapped, cx);
                continue;
            }
            match (unmapped.as_slice(), only_duty_without(standard, kind)) {
                ([], _) => {}
                ([only], Some(index)) => report_pairing(standard, only, index, cx),
                _ => report_each(standard, &unmapped, cx),
            }
        }
    }
}

/// Says once that no duty lists any statement of `kind`.
fn report_kind(kind: Kind, unmapped: &[&Statement<'_>], cx: &mut LintContext<'_>) {
    let (first, last) = (&unmapped[0].code, &unmapped[unmapped.len() - 1].code);
    let message = format!("none of the {} {} is mapped to a duty", unmapped.len(), kind.nouns());
    let label = format!("no duty has any of {} to {}", first.value, last.value);
    cx.report(
        cx.diagnostic(kind.list_name(), message, first.span, label)
            .help(format!("add the codes of the {} that each duty needs", kind.nouns())),
    );
}

fn diagnostic(statement: &Statement<'_>, cx: &LintContext<'_>) -> Diagnostic {
    let code = statement.code.value;
    let label = if is_in_its_list(statement) {
        format!("no duty has this {}", statement.kind.noun())
    } else {
        format!("no duty has {code}, which is in the list of {}", statement.kind.nouns())
    };
    cx.diagnostic(code.to_string(), format!("{code} is not mapped to any duty"), statement.code.span, label)
}

/// Whether the code of a statement is one of the kind that its list is for.
fn is_in_its_list(statement: &Statement<'_>) -> bool {
    statement.code.value.prefix.kind() == Some(statement.kind)
}

/// The only statement of its kind that no duty lists, and the only duty that lists none of the kind.
fn report_pairing(
    standard: &Standard<'_>,
    statement: &Statement<'_>,
    index: usize,
    cx: &mut LintContext<'_>,
) {
    let (code, kind) = (statement.code.value, statement.kind.nouns());
    let duty = standard.duty_name(index);
    let label =
        cx.label(standard.duties.items()[index].span, format!("the only duty with no {kind} mapped to it"));
    let help = if is_in_its_list(statement) {
        format!("add {code} to {duty}, which is the only duty with no {kind} mapped to it")
    } else {
        let letters = statement.kind.prefix().letters();
        format!(
            "write a code that starts with {letters}, or move {code} to the right list, then add it to a duty"
        )
    };
    cx.report(diagnostic(statement, cx).label(label).help(help));
}

/// The duty that lists no statement of `kind`, if there is just one.
fn only_duty_without(standard: &Standard<'_>, kind: Kind) -> Option<usize> {
    let duties = standard.duties.items();
    let mut lacking = (0..duties.len()).filter(|&index| !duties[index].lists_kind(kind));
    lacking.next().filter(|_| lacking.next().is_none())
}

fn report_each(standard: &Standard<'_>, unmapped: &[&Statement<'_>], cx: &mut LintContext<'_>) {
    let index = cx.index();
    let duties = &index.requirements()[..standard.duties.items().len().min(MOST_DUTIES)];
    let words = |entry| -> ContentWords<u32> { index.content(entry).collect() };
    let duties: Vec<ContentWords<u32>> = duties.iter().map(words).collect();
    // Both are in the order of the document, so one walk over all statements finds the texts.
    let mut all = standard.statements.items().iter().zip(index.statements());
    for statement in unmapped {
        let code = statement.code.value;
        let own = all.find(|(one, _)| std::ptr::eq(*one, *statement));
        let own = own.map(|(_, entry)| words(entry)).unwrap_or_default();
        let nearest = nearest(&own, &duties).map(|index| standard.duty_name(index));
        let hint =
            nearest.map_or_else(String::new, |duty| format!(" ({duty} shares the most words with it)"));
        cx.report(
            diagnostic(statement, cx).help(format!(
                "add {code} to the duty that needs it{hint}, or remove {code} from the standard"
            )),
        );
    }
}

/// The first of the duties that share the most words with `words`; none if none shares any.
fn nearest(words: &ContentWords<u32>, duties: &[ContentWords<u32>]) -> Option<usize> {
    let shared = |index: &usize| words.shared_with(&duties[*index]);
    (0..duties.len()).rev().max_by_key(shared).filter(|index| shared(index) > 0)
}
