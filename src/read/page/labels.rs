//! Lines of the shape `Label: value`, and the facts that they state.

use super::lines::{Line, names};
use super::notes::Notes;
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
const LABELS: [(&str, Fact); 48] = [
    ("title", Fact::Title),
    ("occupation", Fact::Title),
    ("occupation title", Fact::Title),
    ("occupational standard", Fact::Title),
    ("standard title", Fact::Title),
    ("apprenticeship", Fact::Title),
    ("reference", Fact::Reference),
    ("reference number", Fact::Reference),
    ("standard reference", Fact::Reference),
    ("version", Fact::Version),
    ("version number", Fact::Version),
    ("status", Fact::Status),
    ("level", Fact::Level),
    ("route", Fact::Route),
    ("pathway", Fact::Pathway),
    ("cluster", Fact::Cluster),
    ("lars code", Fact::Lars),
    ("soc 2020 code", Fact::Unit),
    ("regulated occupation", Fact::Regulated),
    ("duration", Fact::Duration),
    ("typical duration", Fact::Duration),
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
    let is_word = !value.text.contains(char::is_whitespace);
    let letters = value.text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match fact {
        Fact::Reference => {
            is_word
                && (2..=3).contains(&letters)
                && digits(value.text[letters..].trim_end_matches(char::is_uppercase))
        }
        Fact::Version => value.text.split('.').count() == 2 && value.text.split('.').all(digits),
        Fact::Level | Fact::Lars => digits(value.text),
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
        Fact::Reference => return refer(standard, line),
        Fact::Options => return choose(standard, line),
        _ => (),
    }
    if let Some(field) = text_field(facts, line.fact) {
        match field {
            Field::Stated(_) => notes.unread("facts", line.value.span()),
            _ if line.fact == Fact::Status => {
                *field = text(&Labelled { value: line.value.before(status_len(line.value.text)), ..*line })
            }
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

/// States what the line says if it is a text that the standard does not state yet.
pub(super) fn state_if_absent<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>) {
    let field = text_field(&mut standard.facts, line.fact);
    if let Some(field) = field.filter(|field| field.is_missing()) {
        *field = text(line);
    }
}

/// How much of a status states it: the site writes behind it, in brackets, what that means for starts.
pub(in crate::read) fn status_len(status: &str) -> usize {
    let bracket = status.find('(').filter(|at| *at > 0 && status.ends_with(')'));
    status[..bracket.unwrap_or(status.len())].trim_end().len()
}

/// States the options, which stand in one line.
fn choose<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>) {
    let titles = if line.value.is("none") { Vec::new() } else { names(&line.value.verbatim()) };
    let option = |title| StandardOption { code: Field::Missing, title: Field::Stated(title) };
    if !titles.is_empty() {
        standard.options = Field::Stated(List::new(line.label, titles.into_iter().map(option).collect()));
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

/// The first number of months or years in the text, in months: `Typically 24 months`; of `18 – 24 months`, 18.
pub(super) fn months(line: Line<'_>) -> Option<Spanned<i64>> {
    let digit = line.text.find(|c: char| c.is_ascii_digit())?;
    let count = number(line.rest(digit))?;
    let behind = line.rest(digit + count.span.len());
    let unit = other_end(behind).unwrap_or(behind);
    let factor = match unit {
        unit if unit.begins("month") => 1,
        unit if unit.begins("year") => 12,
        _ => return None,
    };
    Some(Spanned::new(count.value.checked_mul(factor)?, count.span))
}

/// What stands behind the other end of a range: `months` in `– 24 months`.
fn other_end(line: Line<'_>) -> Option<Line<'_>> {
    let joint = ["to", "–", "—", "-"].into_iter().find(|joint| line.begins(joint))?;
    let end = line.rest(joint.len());
    Some(end.rest(number(end)?.span.len()))
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

    #[test]
    fn a_status_ends_before_its_bracket() {
        let stated = |text: &'static str| &text[..status_len(text)];
        assert_eq!(stated("Approved for delivery (available for starts)"), "Approved for delivery");
        assert_eq!((stated("Retired"), stated("(unknown)")), ("Retired", "(unknown)"));
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
        assert_eq!((read("18 – 24 months"), read("1 to 2 years")), (Some(18), Some(12)));
        assert_eq!(read("18 months (without the assessment)"), Some(18));
        for text in ["24", "two years", "3 weeks", "9223372036854775807 years"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
