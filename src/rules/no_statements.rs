//! [`NoStatements`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Field, Kind, Standard, StandardKind};

declare_rule! {
    /// # What it does
    /// Reports, once, that a standard has no statements, or none of a required kind. Apprenticeships and occupations
    /// need knowledge, skills and behaviours. It reports nothing for the old template, or for a typed draft that is
    /// only part of a standard. It also reports nothing for a standards API record with neither duties nor statements,
    /// whose version is not yet written or no longer in use. If codes of a kind that is missing are mapped to duties,
    /// `dangling-code` reports that instead.
    ///
    /// # Why it matters
    /// Statements are what is taught and assessed. Without them there is no standard.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }],
    ///   "skills": [{ "code": "S1", "text": "Stack bottles safely." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }],
    ///   "skills": [{ "code": "S1", "text": "Stack bottles safely." }],
    ///   "behaviours": [{ "code": "B1", "text": "Pays attention to detail." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: a standard sets out knowledge, skills and behaviours.
    NoStatements { name: "no-statements", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for NoStatements {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let known = !matches!(standard.statements, Field::NotShown | Field::Unreadable(_));
        let of_kind =
            if standard.is_technical_draft() { StandardKind::ApprenticeshipUnit } else { standard.kind };
        let lacking: Vec<Kind> =
            of_kind.kinds().iter().copied().filter(|kind| lacks(standard, *kind)).collect();
        let is_part = standard.is_part() || standard.is_bare_record();
        if !known || is_part || !standard.profile.is_empty() || lacking.is_empty() {
            return;
        }
        let subjects: Vec<&str> = lacking.iter().map(|kind| kind.list_name()).collect();
        let nouns: Vec<String> = lacking.iter().map(|kind| kind.nouns().to_owned()).collect();
        let nouns = listed(&nouns, 3);
        let (span, label) = match &standard.statements {
            Field::Stated(list) if !list.items.is_empty() => (list.heading, "the statements start here"),
            Field::Stated(list) => (list.heading, "there are no statements here"),
            _ => (standard.start, "no code such as K1 or S1 was found in this document"),
        };
        let message = format!("the document has no {}", nouns.replace(" and ", " or "));
        cx.report(cx.diagnostic(subjects.join(","), message, span, label).help(format!("add the {nouns}")));
    }
}

/// Whether the document has no statement of `kind`, and no duty lists one either.
fn lacks(standard: &Standard<'_>, kind: Kind) -> bool {
    // A page may show the statements of a unit like any others.
    let stated = [kind, kind.plain()].iter().any(|kind| standard.statements_of(*kind).next().is_some());
    let some = !standard.statements.items().is_empty();
    let listed = some && standard.duties.items().iter().any(|duty| duty.lists_kind(kind));
    let is_unread = standard.unread_kinds.contains(&kind);
    !stated && !listed && !is_unread && !standard.leaves_out_list(kind)
}
