//! The rows of a standard.

use super::row::ListingRow;
use super::{duties, statements, value};
use crate::listing::{Column, RowType, kind_of};
use crate::model::{
    DocumentIgnore, FactId, FactKind, FactRow, FactValueMut, Field, JobTitle, Kind, List, LogEntry, Product,
    ProfileSection, ProgressionLink, Standard, StandardKind, StandardOption,
};
use crate::read::notes::Notes;
use crate::read::page::lines::Line;
use crate::source::{Span, Spanned, Text};

/// States what the rows say.
pub(in crate::read::page) fn state<'s>(
    rows: &[ListingRow<'s>],
    standard: &mut Standard<'s>,
    notes: &mut Notes,
) {
    for row in rows {
        match row.of {
            RowType::Duty | RowType::Statement(_) => (),
            RowType::Fact(id) => fact(id.row(), row, standard, notes),
            RowType::Occupation => fact(FactId::Title.row(), row, standard, notes),
            RowType::Kind => kind(row, standard, notes),
            RowType::Legend => notes.unread("table", row.span()),
            RowType::Section | RowType::SectionText => section(row, standard, notes),
            _ => item(row, standard, notes),
        }
    }
    kind_of_reference(rows, standard);
    let own: Vec<&ListingRow> = rows.iter().filter(|row| row.of == RowType::Duty).collect();
    let listed: Vec<&ListingRow> = own.iter().copied().filter(|row| !row.is_blank()).collect();
    if let Some(first) = own.first() {
        let items = duties::read(&listed, notes);
        extend(&mut standard.duties, first.name.span(), items);
    }
    state_statements(rows, standard, notes);
}

/// What kind of standard it is according to its reference, unless a row says it.
fn kind_of_reference(rows: &[ListingRow<'_>], standard: &mut Standard<'_>) {
    let is_stated = rows.iter().any(|row| row.of == RowType::Kind);
    let has = |id: FactId| rows.iter().any(|row| row.of == RowType::Fact(id));
    let facts = &standard.facts;
    let code = facts.reference.stated().or_else(|| facts.occupation.stated());
    let own = has(FactId::Reference) || has(FactId::Occupation);
    if let Some(kind) = code.filter(|_| own && !is_stated).and_then(|text| StandardKind::of_reference(text)) {
        standard.kind = kind;
    }
}

fn state_statements<'s>(rows: &[ListingRow<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let is_statement = |row: &&ListingRow<'_>| matches!(row.of, RowType::Statement(_));
    let Some(first) = rows.iter().find(is_statement).map(|row| row.name.span()) else { return };
    let others = standard.statements.stated_mut().map_or(&mut [][..], |list| &mut list.items);
    let mut own: Vec<&ListingRow> = rows.iter().collect();
    own.retain(
        |row| !matches!(row.of, RowType::Statement(kind) if statements::identifies(row, kind, others)),
    );
    let items: Vec<_> = Kind::ALL.into_iter().flat_map(|kind| statements::read(&own, kind, notes)).collect();
    extend(&mut standard.statements, first, items);
    let is_named = |kind: Kind| rows.iter().any(|row| row.of == RowType::Statement(kind));
    let named = Kind::ALL.into_iter().filter(|kind| is_named(*kind) || standard.empty_kinds.contains(kind));
    let empty = named.filter(|kind| standard.statements_of(*kind).next().is_none());
    standard.empty_kinds = empty.collect();
}

/// States a fact. A fact that is already stated is noted.
fn fact<'s>(fact: &FactRow, row: &ListingRow<'s>, standard: &mut Standard<'s>, notes: &mut Notes) {
    let (cell, name) = (row.cell(Column::Text), row.name.span());
    let is_new = match fact.value_mut(&mut standard.facts) {
        FactValueMut::Text(field) => {
            set(field, || cell.map_or(Field::Empty(name), |_| row.field(Column::Text)))
        }
        FactValueMut::Number(field) => set(field, || {
            scalar((cell, name), (fact, "a number"), notes, |cell| value::integer(cell, fact.kind))
        }),
        FactValueMut::YesNo(field) => {
            set(field, || scalar((cell, name), (fact, "`Yes` or `No`"), notes, value::yes_or_no))
        }
        FactValueMut::Texts(field) => {
            extend(field, name, row.text(Column::Text).into_iter().collect());
            true
        }
    };
    if !is_new {
        notes.unread("facts", row.span());
    }
}

/// States a value unless there is one. Returns whether it was new.
fn set<T>(field: &mut Field<T>, value: impl FnOnce() -> Field<T>) -> bool {
    let is_new = !matches!(field, Field::Stated(_) | Field::Unreadable(_));
    if is_new {
        *field = value();
    }
    is_new
}

/// A number or an answer. If it is neither, a note says what was expected.
fn scalar<'s, T>(
    (cell, name): (Option<Line<'s>>, Span),
    (fact, expected): (&FactRow, &str),
    notes: &mut Notes,
    read: impl FnOnce(Line<'s>) -> Option<Spanned<T>>,
) -> Field<Spanned<T>> {
    let Some(cell) = cell else { return Field::Empty(name) };
    read(cell).map_or_else(
        || {
            let expected =
                if fact.kind == FactKind::Months { "a number of months or years" } else { expected };
            notes.value(fact.labels.first().copied().unwrap_or(fact.name), cell.span(), expected);
            Field::Unreadable(cell.span())
        },
        Field::Stated,
    )
}

/// States what the standard is.
fn kind(row: &ListingRow<'_>, standard: &mut Standard<'_>, notes: &mut Notes) {
    let Some(cell) = row.cell(Column::Text) else { return };
    match kind_of(cell.text) {
        Some(kind) => standard.kind = kind,
        None => notes.unread("kind", cell.span()),
    }
}

/// A section of prose, or a paragraph of the last one.
fn section<'s>(row: &ListingRow<'s>, standard: &mut Standard<'s>, notes: &mut Notes) {
    let text = row.own_text();
    match standard.profile.last_mut() {
        _ if row.of == RowType::Section => {
            standard.profile.push(ProfileSection { heading: text, paragraphs: Vec::new() });
        }
        Some(section) => section.paragraphs.push(text),
        None => notes.unread("table", row.span()),
    }
}

/// An item of a list. A row without any cell says that the list is empty.
fn item<'s>(row: &ListingRow<'s>, standard: &mut Standard<'s>, notes: &mut Notes) {
    let heading = row.name.span();
    let texts = || -> Vec<Text<'s>> { row.text(Column::Text).into_iter().collect() };
    let some = !row.is_blank();
    match row.of {
        RowType::Banner => standard.banners.extend(texts()),
        RowType::Summary => extend(&mut standard.summary, heading, texts()),
        RowType::Keyword => extend(&mut standard.keywords, heading, texts()),
        RowType::Employer => match standard.employers.last_mut() {
            Some(list) => list.items.extend(texts()),
            None => standard.employers.push(List::new(heading, texts())),
        },
        RowType::JobTitle => {
            let green = row.answer(Column::Green, notes).map(|green| green.value);
            let title = |name: Text<'s>| JobTitle { name, green };
            let titles = some.then(|| title(row.own_text())).into_iter().collect();
            extend(&mut standard.typical_job_titles, heading, titles);
        }
        RowType::Option => {
            let option = || StandardOption { code: row.field(Column::Code), title: row.field(Column::Text) };
            extend(&mut standard.options, heading, some.then(option).into_iter().collect());
        }
        RowType::Product => standard.products.push(product(row, notes)),
        RowType::Progression => standard.progression.push(ProgressionLink {
            direction: row.field(Column::Direction),
            reference: row.field(Column::Code),
            title: row.field(Column::Text),
            level: level(row, notes),
        }),
        RowType::VersionLog => standard.version_log.push(LogEntry {
            version: row.field(Column::Code),
            detail: row.field(Column::Text),
            earliest_start: row.field(Column::EarliestStart),
            latest_start: row.field(Column::LatestStart),
        }),
        RowType::Ignore => standard.about.ignores.push(DocumentIgnore {
            rule: row.field(Column::Code),
            subject: row.field(Column::Subject),
            pointer: row.field(Column::Pointer),
            reason: row.field(Column::Text),
            until: row.field(Column::Until),
        }),
        _ => (),
    }
}

fn product<'s>(row: &ListingRow<'s>, notes: &mut Notes) -> Product<'s> {
    Product {
        reference: row.field(Column::Code),
        title: row.field(Column::Text),
        level: level(row, notes),
        status: row.field(Column::Status),
    }
}

fn level(row: &ListingRow<'_>, notes: &mut Notes) -> Field<Spanned<i64>> {
    row.cell(Column::Level).map_or(Field::Missing, |cell| match value::integer(cell, FactKind::Number) {
        Some(level) => Field::Stated(level),
        None if row.text(Column::Level).is_none() => Field::Empty(cell.span()),
        None => {
            notes.value("level", cell.span(), "a number");
            Field::Unreadable(cell.span())
        }
    })
}

/// Adds items to the end of a list; a list that was not mentioned before counts as empty.
fn extend<T>(field: &mut Field<List<T>>, heading: Span, mut items: Vec<T>) {
    match field {
        Field::Stated(list) => list.items.append(&mut items),
        _ if items.is_empty() => *field = Field::Empty(heading),
        _ => *field = Field::Stated(List::new(heading, items)),
    }
}
