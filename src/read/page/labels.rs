//! Lines of the shape `Label: value`, and the facts that they state.

use super::lines::{Line, names};
use super::notes::Notes;
use super::values::{bracket, digits, is_reference, level, months, number, status_len, yes_or_no};
use crate::model::{Facts, Field, List, Standard, StandardKind, StandardOption};
use crate::source::{Span, Spanned, Text};

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Title,
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
    Options,
    /// Something that pages state and the model has no place for.
    Other,
}

/// The labels of all text pages, and of drafts.
const LABELS: [(&str, Fact); 73] = [
    ("title", Fact::Title),
    ("occupation", Fact::Title),
    ("occupation title", Fact::Title),
    ("occupational standard", Fact::Title),
    ("standard title", Fact::Title),
    ("apprenticeship", Fact::Title),
    ("apprenticeship standard", Fact::Title),
    ("apprenticeship title", Fact::Title),
    ("draft standard", Fact::Title),
    ("draft occupational standard", Fact::Title),
    ("name of occupation", Fact::Title),
    ("name of the occupation", Fact::Title),
    ("name of standard", Fact::Title),
    ("title of occupation", Fact::Title),
    ("occupation name", Fact::Title),
    ("reference", Fact::Reference),
    ("reference number", Fact::Reference),
    ("standard reference", Fact::Reference),
    ("standard reference number", Fact::Reference),
    ("reference no", Fact::Reference),
    ("reference no.", Fact::Reference),
    ("ref", Fact::Reference),
    ("ref.", Fact::Reference),
    ("ref no", Fact::Reference),
    ("ref no.", Fact::Reference),
    ("version", Fact::Version),
    ("version number", Fact::Version),
    ("version no", Fact::Version),
    ("version no.", Fact::Version),
    ("status", Fact::Status),
    ("level", Fact::Level),
    ("occupation level", Fact::Level),
    ("occupational level", Fact::Level),
    ("proposed level", Fact::Level),
    ("apprenticeship level", Fact::Level),
    ("level of occupation", Fact::Level),
    ("level of occupational standard", Fact::Level),
    ("route", Fact::Route),
    ("pathway", Fact::Pathway),
    ("cluster", Fact::Cluster),
    ("lars code", Fact::Lars),
    ("soc 2020 code", Fact::Unit),
    ("regulated occupation", Fact::Regulated),
    ("duration", Fact::Duration),
    ("typical duration", Fact::Duration),
    ("typical duration of apprenticeship", Fact::Duration),
    ("typical duration to gateway", Fact::Duration),
    ("maximum funding", Fact::Funding),
    ("funding band", Fact::Funding),
    ("average (median) salary", Fact::Salary),
    ("date created", Fact::Created),
    ("approved for delivery", Fact::Approved),
    ("date approved", Fact::Approved),
    ("date updated", Fact::Updated),
    ("last updated", Fact::Updated),
    ("earliest start date", Fact::EarliestStart),
    ("latest start date", Fact::LatestStart),
    ("latest end date", Fact::LatestEnd),
    ("options", Fact::Options),
    ("typical epa period", Fact::Other),
    ("end-point assessment period", Fact::Other),
    ("eqa provider", Fact::Other),
    ("eqa organisation", Fact::Other),
    ("review", Fact::Other),
    ("degree", Fact::Other),
    ("integration", Fact::Other),
    ("integrated", Fact::Other),
    ("progression routes", Fact::Other),
    ("example progression routes", Fact::Other),
    ("trailblazer contact(s)", Fact::Other),
    ("trailblazer contact", Fact::Other),
    ("ssa1", Fact::Other),
    ("ssa2", Fact::Other),
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

/// The line as a label with nothing behind it, not even a colon: `Status`.
pub(super) fn bare_label(line: Line<'_>) -> Option<Labelled<'_>> {
    let (_, fact) = LABELS.into_iter().find(|(name, _)| line.is(name))?;
    Some(Labelled { fact, label: line.span(), value: line.rest(line.text.len()) })
}

/// The line as a label of [`LABELS`] and its value: `Label: value`.
pub(super) fn labelled(line: Line<'_>) -> Option<Labelled<'_>> {
    let line = line.unnumbered().unbulleted();
    let colon = line.text.find(':')?;
    let label = line.before(colon);
    let (_, fact) = LABELS.into_iter().find(|(name, _)| label.is(name))?;
    Some(Labelled { fact, label: line.before(colon + 1).span(), value: line.rest(colon + 1) })
}

/// The same where people type: a dash or a column may stand for the colon, or nothing where the value is of the right
/// form (`Reference ST9901`, `Level 3`).
pub(super) fn typed(line: Line<'_>) -> Option<Labelled<'_>> {
    let found = labelled(line);
    let line = line.unnumbered().unbulleted();
    found.or_else(|| LABELS.into_iter().find_map(|(name, fact)| unmarked(line, name, fact)))
}

/// The line as this label and a value without a colon between them.
fn unmarked<'s>(line: Line<'s>, name: &str, fact: Fact) -> Option<Labelled<'s>> {
    let after = line.begins(name).then(|| &line.text[name.len()..])?;
    let is_mark = |c: char| matches!(c, '\t' | '|' | '–' | '—' | '=') || c == '-';
    let gap = after.len() - after.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c)).len();
    let is_apart = after[..gap].contains(is_mark) && fact != Fact::Title || after[..gap].contains('\t');
    let value = line.rest(name.len() + gap);
    let fits = gap > 0 && !value.text.is_empty() && (is_apart || has_form(fact, value));
    fits.then(|| Labelled { fact, label: line.before(name.len()).span(), value })
}

/// Whether a value is so like others of this fact that nothing else can be meant.
fn has_form(fact: Fact, value: Line<'_>) -> bool {
    match fact {
        Fact::Reference => is_reference(value),
        Fact::Version => value.text.split('.').count() == 2 && value.text.split('.').all(digits),
        Fact::Level => digits(value.before(bracket(value.text).unwrap_or(value.text.len())).text),
        Fact::Lars => digits(value.text),
        Fact::Duration => months(value).is_some() && value.text.split_whitespace().count() <= 4,
        Fact::Funding => {
            value.text.starts_with('£')
                && number(value).is_some_and(|found| found.span.end == value.span().end)
        }
        _ => false,
    }
}

/// States what the line says in `standard`. A label that was given already is noted as unread.
pub(super) fn state<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    let facts = &mut standard.facts;
    match line.fact {
        Fact::Reference => return refer(standard, line, notes),
        Fact::Options => return choose(standard, line),
        _ => (),
    }
    if let Some(field) = text_field(facts, line.fact) {
        match field {
            Field::Stated(_) => notes.unread("facts", line.value.span()),
            _ if line.fact == Fact::Status => {
                *field = text(&Labelled { value: line.value.before(status_len(line.value.text)), ..*line });
            }
            _ if line.fact == Fact::Version => {
                let len = bracket(line.value.text).unwrap_or(line.value.text.len());
                *field = text(&Labelled { value: line.value.before(len), ..*line });
            }
            _ => *field = text(line),
        }
    } else if let Some((field, name)) = number_field(facts, line.fact) {
        let (value, expected) = match line.fact {
            Fact::Duration => (months(line.value), "a number of months or years"),
            Fact::Level => (level(line.value), "one number"),
            _ => (number(line.value), "a number"),
        };
        *field = read(line, value, (name, expected), notes);
    } else if line.fact == Fact::Regulated {
        facts.regulated = read(line, yes_or_no(line.value), ("regulated occupation", "`Yes` or `No`"), notes);
    }
}

/// States what the line says if the standard does not state it yet.
pub(super) fn state_if_absent<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    let facts = &mut standard.facts;
    let is_absent = match line.fact {
        Fact::Reference => facts.reference.is_missing() && facts.occupation.is_missing(),
        fact => {
            text_field(facts, fact).is_some_and(|field| field.is_missing())
                || number_field(facts, fact).is_some_and(|(field, _)| field.is_missing())
        }
    };
    if is_absent {
        state(standard, line, notes);
    }
}

/// Whether the standard states something else than the line.
pub(super) fn contradicts(standard: &mut Standard<'_>, line: &Labelled<'_>) -> bool {
    let facts = &mut standard.facts;
    let own = match line.fact {
        Fact::Level => {
            let said = number(line.value).map(|level| level.value);
            return facts.level.stated().is_some_and(|level| Some(level.value) != said);
        }
        Fact::Reference => facts.reference.stated().or_else(|| facts.occupation.stated()),
        Fact::Version => facts.version.stated(),
        _ => None,
    };
    own.is_some_and(|own| !own.trim_start_matches(['v', 'V']).eq_ignore_ascii_case(line.value.text))
}

/// States the options, which stand in one line.
fn choose<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>) {
    let titles = if line.value.is("none") { Vec::new() } else { names(&line.value.verbatim()) };
    let option = |title| StandardOption { code: Field::Missing, title: Field::Stated(title) };
    if !titles.is_empty() {
        standard.options = Field::Stated(List::new(line.label, titles.into_iter().map(option).collect()));
    }
}

/// States the reference, which says what the standard is a standard for. Another one than that given already is noted as
/// unread.
fn refer<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    if contradicts(standard, line) {
        return notes.unread("facts", line.value.span());
    }
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
        Fact::Title => &mut facts.title,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line { text, start: 0, number: 0, code: None, is_cell: false }
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
    fn people_type_labels_without_a_colon() {
        let read = |text| typed(line(text)).map(|found| (found.fact, found.value.text));
        for (text, found) in [
            ("Reference ST9901", (Fact::Reference, "ST9901")),
            ("Level 3", (Fact::Level, "3")),
            ("Route – Digital", (Fact::Route, "Digital")),
            ("Version\t1.1", (Fact::Version, "1.1")),
            ("Typical duration 18 months", (Fact::Duration, "18 months")),
            ("Title: Dyer", (Fact::Title, "Dyer")),
            ("Draft standard: Dyer", (Fact::Title, "Dyer")),
            ("Name of occupation: Dyer", (Fact::Title, "Dyer")),
            ("Occupational level: 2", (Fact::Level, "2")),
            ("Level 2 (two)", (Fact::Level, "2 (two)")),
            ("Ref. ST9901", (Fact::Reference, "ST9901")),
            ("Ref: ST9901", (Fact::Reference, "ST9901")),
        ] {
            assert_eq!(read(text), Some(found), "{text}");
        }
        for text in [
            "Reference books",
            "Level crossing keeper",
            "Version control",
            "Occupation - a life",
            "Route planner",
            "Review",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
