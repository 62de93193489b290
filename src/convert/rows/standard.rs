//! The rows of a standard, in the order of the native document.

use super::super::standard::employers;
use super::super::value::{Scalar, date, list, scalar, texts, words};
use super::facts;
use super::row::Row;
use crate::listing::{Column, NONE, NOT_STATED, RowType, joined, kind_name};
use crate::model::{
    DocumentIgnore, Duty, Field, JobTitle, Kind, LogEntry, Product, ProfileSection, ProgressionLink,
    Standard, StandardOption, Statement,
};
use crate::source::{Spanned, Text};

/// All rows of a standard.
pub(super) fn rows(standard: &Standard<'_>) -> Vec<Row> {
    let mut rows = vec![Row::text(RowType::Kind, kind_name(standard.kind))];
    rows.extend(facts::rows(&standard.facts));
    rows.extend(standard.banners.iter().map(|text| Row::text(RowType::Banner, text)));
    rows.extend(optional(RowType::Summary, texts(&standard.summary)));
    rows.extend(standard.profile.iter().flat_map(section));
    rows.extend(listed(RowType::JobTitle, list(&standard.typical_job_titles, job_title)));
    rows.extend(optional(RowType::Keyword, texts(&standard.keywords)));
    rows.extend(optional(RowType::Employer, employers(standard)));
    rows.extend(standard.products.iter().map(product));
    rows.extend(standard.progression.iter().map(progression_link));
    rows.extend(listed(RowType::Option, list(&standard.options, option)));
    rows.extend(listed(RowType::Duty, list(&standard.duties, |duty| row_of_duty(duty, standard))));
    rows.extend(Kind::ALL.into_iter().flat_map(|kind| statements(standard, kind)));
    rows.extend(standard.version_log.iter().map(log_entry));
    rows.extend(standard.about.ignores.iter().map(ignore));
    rows
}

/// The rows of a list of texts that may be absent.
fn optional(of: RowType, texts: Option<Vec<&str>>) -> Vec<Row> {
    texts.map_or_else(Vec::new, |texts| facts::list(of, &texts))
}

/// The rows of a list that may be absent; for an empty one, a row that says so.
fn listed(of: RowType, rows: Option<Vec<Row>>) -> Vec<Row> {
    rows.map_or_else(Vec::new, |rows| if rows.is_empty() { vec![Row::empty(of)] } else { rows })
}

fn section(section: &ProfileSection<'_>) -> Vec<Row> {
    let texts = section.paragraphs.iter().map(|text| Row::text(RowType::SectionText, text));
    [Row::text(RowType::Section, &section.heading)].into_iter().chain(texts).collect()
}

fn job_title(title: &JobTitle<'_>) -> Row {
    Row::text(RowType::JobTitle, &title.name).with_answer(Column::Green, title.green)
}

fn product(product: &Product<'_>) -> Row {
    Row::empty(RowType::Product)
        .with(Column::Code, words(&product.reference))
        .with(Column::Text, words(&product.title))
        .with_cell(Column::Level, level(&product.level))
        .with(Column::Status, words(&product.status))
}

/// A link. It has a row even if nothing is stated about it.
fn progression_link(link: &ProgressionLink<'_>) -> Row {
    Row::empty(RowType::Progression)
        .with(Column::Code, words(&link.reference))
        .with(Column::Text, words(&link.title))
        .with_cell(Column::Level, level(&link.level))
        .with(Column::Direction, words(&link.direction))
}

fn level(level: &Field<Spanned<i64>>) -> Option<String> {
    scalar(level).map(|level| match level {
        Scalar::Value(level) => level.to_string(),
        Scalar::Null => NOT_STATED.to_owned(),
    })
}

/// An option. It has a row even if nothing is stated about it.
fn option(option: &StandardOption<'_>) -> Row {
    let (code, title) = (words(&option.code), words(&option.title));
    let nothing = (code.is_none() && title.is_none()).then(|| NOT_STATED.to_owned());
    Row::empty(RowType::Option)
        .with_cell(Column::Code, nothing)
        .with(Column::Code, code)
        .with(Column::Text, title)
}

fn row_of_duty(duty: &Duty<'_>, standard: &Standard<'_>) -> Row {
    let options = joined(duty.options.iter().map(Text::as_str));
    Row::empty(RowType::Duty)
        .with_cell(Column::Code, duty.code.map(|code| code.value.to_string()))
        .with(Column::Text, Some(&duty.text))
        .with_cell(Column::Ksbs, codes(duty, standard))
        .with_answer(Column::Core, duty.core)
        .with_cell(Column::Options, Some(options).filter(|options| !options.is_empty()))
}

/// The codes that a duty lists. A cell is blank where most people would leave it blank: for a duty that lists none if
/// another duty lists some, and otherwise for a duty without a mapping.
fn codes(duty: &Duty<'_>, standard: &Standard<'_>) -> Option<String> {
    let are_listed = standard.duties.items().iter().any(|duty| !duty.codes().is_empty());
    match duty.mapping.stated().map(Vec::as_slice) {
        None => are_listed.then(|| NOT_STATED.to_owned()),
        Some([]) => (!are_listed).then(|| NONE.to_owned()),
        Some(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| code.value.to_string()).collect();
            Some(codes.join(", "))
        }
    }
}

/// The statements of a kind; if the list is given but empty, a row that says so.
fn statements(standard: &Standard<'_>, kind: Kind) -> Vec<Row> {
    let rows: Vec<Row> = standard.statements_of(kind).map(statement).collect();
    let is_empty = rows.is_empty() && standard.empty_kinds.contains(&kind);
    if is_empty { vec![Row::empty(RowType::Statement(kind))] } else { rows }
}

/// A statement. Its text may be blank, because its code is not.
fn statement(statement: &Statement<'_>) -> Row {
    let text = Some(statement.text.as_str()).filter(|text| !text.is_empty());
    Row::empty(RowType::Statement(statement.kind))
        .with_cell(Column::Code, Some(statement.code.value.to_string()))
        .with(Column::Text, text)
        .with(Column::Id, statement.id.as_deref())
}

fn log_entry(entry: &LogEntry<'_>) -> Row {
    Row::empty(RowType::VersionLog)
        .with(Column::Code, words(&entry.version))
        .with(Column::Text, words(&entry.detail))
        .with(Column::EarliestStart, date(&entry.earliest_start).as_deref())
        .with(Column::LatestStart, date(&entry.latest_start).as_deref())
}

fn ignore(ignore: &DocumentIgnore<'_>) -> Row {
    Row::empty(RowType::Ignore)
        .with(Column::Code, words(&ignore.rule))
        .with(Column::Text, words(&ignore.reason))
        .with(Column::Subject, words(&ignore.subject))
        .with(Column::Pointer, words(&ignore.pointer))
        .with(Column::Until, words(&ignore.until))
}
