//! Lines of the shape `Label: value`, and the facts that they state.

use super::lines::Line;
use super::notes::Notes;
use crate::model::{Facts, Field, Standard, StandardKind};
use crate::source::{Span, Spanned, Text};

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Reference,
    Version,
    Status,
    Level,
    Route,
    Pathway,
    Cluster,
    Lars,
    Unit,
    Regulated,
    Duration,
    Funding,
    Salary,
    Created,
    Approved,
    Updated,
    EarliestStart,
    LatestStart,
    LatestEnd,
    /// Something that pages state and the model has no place for.
    Other,
}

/// The labels of all text pages.
const LABELS: [(&str, Fact); 28] = [
    ("reference", Fact::Reference),
    ("version", Fact::Version),
    ("status", Fact::Status),
    ("level", Fact::Level),
    ("route", Fact::Route),
    ("pathway", Fact::Pathway),
    ("cluster", Fact::Cluster),
    ("lars code", Fact::Lars),
    ("soc 2020 code", Fact::Unit),
    ("regulated occupation", Fact::Regulated),
    ("typical duration", Fact::Duration),
    ("typical duration to gateway", Fact::Duration),
    ("maximum funding", Fact::Funding),
    ("average (median) salary", Fact::Salary),
    ("date created", Fact::Created),
    ("approved for delivery", Fact::Approved),
    ("date updated", Fact::Updated),
    ("earliest start date", Fact::EarliestStart),
    ("latest start date", Fact::LatestStart),
    ("latest end date", Fact::LatestEnd),
    ("typical epa period", Fact::Other),
    ("eqa provider", Fact::Other),
    ("review", Fact::Other),
    ("options", Fact::Other),
    ("degree", Fact::Other),
    ("integration", Fact::Other),
    ("example progression routes", Fact::Other),
    ("trailblazer contact(s)", Fact::Other),
];

/// A label and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled<'s> {
    /// What it stands for.
    pub(super) fact: Fact,
    /// The label and its colon.
    pub(super) label: Span,
    /// The value; may be empty.
    pub(super) value: Line<'s>,
}

/// The line as a label of [`LABELS`] and its value.
pub(super) fn labelled(line: Line<'_>) -> Option<Labelled<'_>> {
    let line = line.unnumbered().unbulleted();
    let colon = line.text.find(':')?;
    let label = line.before(colon);
    let (_, fact) = LABELS.into_iter().find(|(name, _)| label.is(name))?;
    Some(Labelled { fact, label: line.before(colon + 1).span(), value: line.rest(colon + 1) })
}

/// States what the line says in `standard`. A label that was given already is noted as unread.
pub(super) fn state<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    let facts = &mut standard.facts;
    if line.fact == Fact::Reference {
        return refer(standard, line);
    }
    if let Some(field) = text_field(facts, line.fact) {
        match field {
            Field::Stated(_) => notes.unread("facts", line.value.span()),
            _ => *field = text(line),
        }
    } else if let Some((field, name)) = number_field(facts, line.fact) {
        let (value, expected) = match line.fact {
            Fact::Duration => (months(line.value), "a number of months or years"),
            _ => (number(line.value), "a number"),
        };
        *field = read(line, value, (name, expected), notes);
    } else if line.fact == Fact::Regulated {
        facts.regulated = read(line, yes_or_no(line.value), ("regulated occupation", "`Yes` or `No`"), notes);
    }
}

/// States the reference, which says what the standard is a standard for.
fn refer<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>) {
    let kind = match line.value.text.get(..2).map(str::to_ascii_uppercase).as_deref() {
        Some("OC") => StandardKind::Occupation,
        Some("ST") => StandardKind::Apprenticeship,
        Some("FA") => StandardKind::FoundationApprenticeship,
        Some("AU") => StandardKind::ApprenticeshipUnit,
        _ => standard.kind,
    };
    standard.kind = kind;
    let facts = &mut standard.facts;
    if kind == StandardKind::Occupation {
        (facts.occupation, facts.reference) = (text(line), Field::NotShown);
    } else {
        (facts.reference, facts.occupation) = (text(line), Field::NotShown);
    }
}

/// The value as a text, or the place of its label if there is none.
fn text<'s>(line: &Labelled<'s>) -> Field<Text<'s>> {
    if line.value.text.is_empty() { Field::Empty(line.label) } else { Field::Stated(line.value.verbatim()) }
}

/// The value as it was read. If it could not be, a note says what was expected.
fn read<T>(
    line: &Labelled<'_>,
    value: Option<Spanned<T>>,
    (subject, expected): (&'static str, &str),
    notes: &mut Notes,
) -> Field<Spanned<T>> {
    match value {
        Some(value) => Field::Stated(value),
        None if line.value.text.is_empty() => Field::Empty(line.label),
        None => {
            notes.value(subject, line.value.span(), expected);
            Field::Unreadable(line.value.span())
        }
    }
}

/// The field of a fact that is a text.
fn text_field<'a, 's>(facts: &'a mut Facts<'s>, fact: Fact) -> Option<&'a mut Field<Text<'s>>> {
    Some(match fact {
        Fact::Version => &mut facts.version,
        Fact::Lars => &mut facts.lars_code,
        Fact::Status => &mut facts.status,
        Fact::Route => &mut facts.route,
        Fact::Pathway => &mut facts.pathway,
        Fact::Cluster => &mut facts.cluster,
        Fact::Unit => &mut facts.soc.unit_group,
        Fact::Salary => &mut facts.salary,
        Fact::Created => &mut facts.dates.created,
        Fact::Approved => &mut facts.dates.approved,
        Fact::Updated => &mut facts.dates.updated,
        Fact::EarliestStart => &mut facts.dates.earliest_start,
        Fact::LatestStart => &mut facts.dates.latest_start,
        Fact::LatestEnd => &mut facts.dates.latest_end,
        _ => return None,
    })
}

/// The field of a fact that is a number, and what it is called.
fn number_field<'a>(
    facts: &'a mut Facts<'_>,
    fact: Fact,
) -> Option<(&'a mut Field<Spanned<i64>>, &'static str)> {
    Some(match fact {
        Fact::Level => (&mut facts.level, "level"),
        Fact::Duration => (&mut facts.typical_duration, "typical duration"),
        Fact::Funding => (&mut facts.max_funding, "maximum funding"),
        _ => return None,
    })
}

/// The number that the text begins with: `4`, `4 - Higher`, `£6,000`.
pub(super) fn number(line: Line<'_>) -> Option<Spanned<i64>> {
    let line = if line.text.starts_with('£') { line.rest('£'.len_utf8()) } else { line };
    let end = line.text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(line.text.len());
    let after = &line.text[end..];
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '.') {
        return None;
    }
    let digits = line.before(end);
    Some(Spanned::new(digits.text.replace(',', "").parse().ok()?, digits.span()))
}

/// The first number of months or years in the text, in months: `Typically 24 months`.
pub(super) fn months(line: Line<'_>) -> Option<Spanned<i64>> {
    let digit = line.text.find(|c: char| c.is_ascii_digit())?;
    let count = number(line.rest(digit))?;
    let unit = line.rest(digit + count.span.len());
    let factor = match unit {
        unit if unit.begins("month") => 1,
        unit if unit.begins("year") => 12,
        _ => return None,
    };
    Some(Spanned::new(count.value.checked_mul(factor)?, count.span))
}

/// `Yes` or `No`.
fn yes_or_no(line: Line<'_>) -> Option<Spanned<bool>> {
    let value = line.is("yes");
    (value || line.is("no")).then(|| Spanned::new(value, line.span()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line { text, start: 0, number: 0 }
    }

    #[test]
    fn labels_are_known_with_numbers_and_in_either_case() {
        let found = labelled(line("2. DATE updated :\u{a0}14/02/2024")).expect("a label");
        assert_eq!(
            (found.fact, found.value.text, found.label),
            (Fact::Updated, "14/02/2024", Span::new(3, 17))
        );
        assert_eq!(labelled(line("Status:")).map(|found| found.value.text), Some(""));
        assert!(labelled(line("Employers in: one")).is_none());
        assert!(labelled(line("Status")).is_none());
    }

    #[test]
    fn numbers_are_read_as_pages_write_them() {
        let read = |text| number(line(text)).map(|found| (found.value, found.span.len()));
        assert_eq!(read("4 - Higher"), Some((4, 1)));
        assert_eq!(read("£6,000"), Some((6000, 5)));
        for text in ["", "four", "4th", "2.5", "99999999999999999999", ","] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_months() {
        let read = |text| months(line(text)).map(|found| found.value);
        assert_eq!(read("Typically 24 months"), Some(24));
        assert_eq!(read("After 3 years"), Some(36));
        assert_eq!(read("18 months (without the assessment)"), Some(18));
        for text in ["24", "two years", "3 weeks", "9223372036854775807 years"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
