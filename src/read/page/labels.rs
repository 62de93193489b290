//! Lines of the form `Label: value`, and the facts that they state.

use super::lines::{Line, names};
use super::values::{bracket, digits, is_reference, level, months, number, status_len, yes_or_no};
use crate::model::{
    FACTS, FactId, FactKind, FactRow, FactValue, FactValueMut, Field, List, Standard, StandardKind,
    StandardOption,
};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned, Text};

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A single value.
    Fact(FactId),
    /// The options.
    Options,
    /// Something that pages state and the model has no place for.
    Other,
}

/// Labels of what is not a fact.
const OTHERS: [(&str, Meaning); 15] = [
    ("options", Meaning::Options),
    ("typical epa period", Meaning::Other),
    ("end-point assessment period", Meaning::Other),
    ("eqa provider", Meaning::Other),
    ("eqa organisation", Meaning::Other),
    ("review", Meaning::Other),
    ("degree", Meaning::Other),
    ("integration", Meaning::Other),
    ("integrated", Meaning::Other),
    ("progression routes", Meaning::Other),
    ("example progression routes", Meaning::Other),
    ("trailblazer contact(s)", Meaning::Other),
    ("trailblazer contact", Meaning::Other),
    ("ssa1", Meaning::Other),
    ("ssa2", Meaning::Other),
];

/// The labels of all text pages, and of drafts.
fn labels() -> impl Iterator<Item = (&'static str, Meaning)> {
    let of = |row: &'static FactRow| {
        row.labels.iter().chain(row.text_labels).map(|label| (*label, Meaning::Fact(row.id)))
    };
    FACTS.iter().flat_map(of).chain(OTHERS)
}

/// A label and what comes after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled<'s> {
    /// What it stands for.
    pub(super) meaning: Meaning,
    /// The label and its colon.
    pub(super) label: Span,
    /// The value; may be empty.
    pub(super) value: Line<'s>,
}

/// The line as a label with nothing after it, not even a colon: `Status`.
pub(super) fn bare_label(line: Line<'_>) -> Option<Labelled<'_>> {
    let (_, meaning) = labels().find(|(name, _)| line.is(name))?;
    Some(Labelled { meaning, label: line.span(), value: line.rest(line.text.len()) })
}

/// The line as a label of [`labels`] and its value: `Label: value`.
pub(super) fn labelled(line: Line<'_>) -> Option<Labelled<'_>> {
    let line = line.unnumbered().unbulleted();
    let colon = line.text.find(':')?;
    let label = line.before(colon);
    let (_, meaning) = labels().find(|(name, _)| label.is(name))?;
    Some(Labelled { meaning, label: line.before(colon + 1).span(), value: line.rest(colon + 1) })
}

/// The same as people type it: with a dash or a table column instead of the colon, or nothing where the value has the
/// right form (`Reference ST9901`, `Level 3`).
pub(super) fn typed(line: Line<'_>) -> Option<Labelled<'_>> {
    let found = labelled(line);
    let line = line.unnumbered().unbulleted();
    found.or_else(|| labels().find_map(|(name, meaning)| unmarked(line, name, meaning)))
}

/// The line as this label and a value without a colon between them.
fn unmarked<'s>(line: Line<'s>, name: &str, meaning: Meaning) -> Option<Labelled<'s>> {
    let after = line.begins(name).then(|| &line.text[name.len()..])?;
    let is_mark = |c: char| matches!(c, '\t' | '\n' | '|' | '–' | '—' | '=') || c == '-';
    let gap = after.len() - after.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c)).len();
    let is_apart = after[..gap].contains(is_mark) && meaning != Meaning::Fact(FactId::Title)
        || after[..gap].contains(['\t', '\n']);
    let value = line.rest(name.len() + gap);
    let fits = gap > 0 && !value.text.is_empty() && (is_apart || has_form(meaning, value));
    fits.then(|| Labelled { meaning, label: line.before(name.len()).span(), value })
}

/// Whether a value has a form that only this fact can have.
fn has_form(meaning: Meaning, value: Line<'_>) -> bool {
    let Meaning::Fact(id) = meaning else { return false };
    match (id, id.row().kind) {
        (FactId::Reference, _) => is_reference(value),
        (FactId::Version, _) => value.text.split('.').count() == 2 && value.text.split('.').all(digits),
        (_, FactKind::Number) => digits(value.before(bracket(value.text).unwrap_or(value.text.len())).text),
        (_, FactKind::Code) => digits(value.text),
        (_, FactKind::Months) => months(value).is_some() && value.text.split_whitespace().count() <= 4,
        (_, FactKind::Pounds) => {
            value.text.starts_with('£')
                && number(value).is_some_and(|found| found.span.end == value.span().end)
        }
        _ => false,
    }
}

/// States what the line says in `standard`. A label that has already been given is noted as unread.
pub(super) fn state<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    let row = match line.meaning {
        Meaning::Fact(FactId::Reference) => return refer(standard, line, notes),
        Meaning::Fact(id) => id.row(),
        Meaning::Options => return choose(standard, line),
        Meaning::Other => return,
    };
    match row.value_mut(&mut standard.facts) {
        FactValueMut::Text(Field::Stated(_)) => notes.unread("facts", line.value.span()),
        FactValueMut::Text(field) => {
            let value = line.value.text;
            let len = match row.id {
                FactId::Status => status_len(value),
                FactId::Version => bracket(value).unwrap_or(value.len()),
                _ => value.len(),
            };
            *field = text(&Labelled { value: line.value.before(len), ..*line });
        }
        FactValueMut::Number(field) => {
            let (value, expected) = match row.kind {
                FactKind::Months => (months(line.value), "a number of months or years"),
                FactKind::Number => (level(line.value), "a single number"),
                _ => (number(line.value), "a number"),
            };
            *field = read(line, value, (row.labels[0], expected), notes);
        }
        FactValueMut::YesNo(field) => {
            *field = read(line, yes_or_no(line.value), (row.labels[0], "`Yes` or `No`"), notes);
        }
        FactValueMut::Texts(_) => {}
    }
}

/// States what the line says if the standard does not state it yet.
pub(super) fn state_if_absent<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    let facts = &mut standard.facts;
    let is_absent = match line.meaning {
        Meaning::Fact(FactId::Reference) => facts.reference.is_missing() && facts.occupation.is_missing(),
        Meaning::Fact(id) => match id.row().value(facts) {
            FactValue::Text(field) => field.is_missing(),
            FactValue::Number(field) => field.is_missing(),
            FactValue::YesNo(_) | FactValue::Texts(_) => false,
        },
        Meaning::Options | Meaning::Other => false,
    };
    if is_absent {
        state(standard, line, notes);
    }
}

/// Whether the standard states something different from the line.
pub(super) fn contradicts(standard: &Standard<'_>, line: &Labelled<'_>) -> bool {
    let facts = &standard.facts;
    let own = match line.meaning {
        Meaning::Fact(FactId::Level) => {
            let said = number(line.value).map(|level| level.value);
            return facts.level.stated().is_some_and(|level| Some(level.value) != said);
        }
        Meaning::Fact(FactId::Reference) => facts.reference.stated().or_else(|| facts.occupation.stated()),
        Meaning::Fact(FactId::Version) => facts.version.stated(),
        _ => None,
    };
    own.is_some_and(|own| !own.trim_start_matches(['v', 'V']).eq_ignore_ascii_case(line.value.text))
}

/// States the options.
fn choose<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>) {
    if let Some(options) = options(line.label, &line.value.verbatim()) {
        standard.options = Field::Stated(options);
    }
}

/// The options of a text that names them on one line, under a label at `heading`, or `None` if there are none.
pub(in crate::read) fn options<'s>(heading: Span, text: &Text<'s>) -> Option<List<StandardOption<'s>>> {
    let titles = if text.eq_ignore_ascii_case("none") { Vec::new() } else { names(text) };
    let option = |title| StandardOption { code: Field::Missing, title: Field::Stated(title) };
    (!titles.is_empty()).then(|| List::new(heading, titles.into_iter().map(option).collect()))
}

/// States the reference, which says what the standard is a standard for. A reference other than the one already given
/// is noted as unread.
fn refer<'s>(standard: &mut Standard<'s>, line: &Labelled<'s>, notes: &mut Notes) {
    if contradicts(standard, line) {
        return notes.unread("facts", line.value.span());
    }
    let kind = StandardKind::of_reference(line.value.text).unwrap_or(standard.kind);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::alone(text, 0)
    }

    #[test]
    fn labels_are_known_with_numbers_and_in_either_case() {
        let found = labelled(line("2. DATE updated :\u{a0}14/02/2024")).expect("a label");
        assert_eq!(
            (found.meaning, found.value.text, found.label),
            (Meaning::Fact(FactId::Updated), "14/02/2024", Span::new(3, 17))
        );
        assert_eq!(labelled(line("Status:")).map(|found| found.value.text), Some(""));
        assert!(labelled(line("Employers in: one")).is_none());
        assert!(labelled(line("Status")).is_none());
    }

    #[test]
    fn people_type_labels_without_a_colon() {
        let read = |text| typed(line(text)).map(|found| (found.meaning, found.value.text));
        for (text, found) in [
            ("Reference ST9901", (Meaning::Fact(FactId::Reference), "ST9901")),
            ("Level 3", (Meaning::Fact(FactId::Level), "3")),
            ("Route – Digital", (Meaning::Fact(FactId::Route), "Digital")),
            ("Version\t1.1", (Meaning::Fact(FactId::Version), "1.1")),
            ("Typical duration 18 months", (Meaning::Fact(FactId::Duration), "18 months")),
            ("Title: Dyer", (Meaning::Fact(FactId::Title), "Dyer")),
            ("Draft standard: Dyer", (Meaning::Fact(FactId::Title), "Dyer")),
            ("Name of occupation: Dyer", (Meaning::Fact(FactId::Title), "Dyer")),
            ("Occupational level: 2", (Meaning::Fact(FactId::Level), "2")),
            ("Level 2 (two)", (Meaning::Fact(FactId::Level), "2 (two)")),
            ("Ref. ST9901", (Meaning::Fact(FactId::Reference), "ST9901")),
            ("Ref: ST9901", (Meaning::Fact(FactId::Reference), "ST9901")),
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
