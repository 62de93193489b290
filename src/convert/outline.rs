//! A document as a person would write it: a title, headings, paragraphs, tables. Anything that could not be read back
//! unchanged from such parts is put in a table of rows instead, under the same heading.

use std::collections::BTreeSet;

use super::rows::Row;
use crate::date::Date;
use crate::listing::{Column, MAP, RowType};
use crate::model::{FactId, FactKind, Kind};

/// A part of a document.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// The title.
    Title(String),
    /// A heading.
    Heading(&'static str),
    /// A paragraph, which may have several lines.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// Labels, each with its value.
    Facts(Vec<(&'static str, String)>),
    /// Duties with their mapping.
    Duties(Vec<DutyRow>),
    /// A statement: its code and its text.
    Statement(String, String),
    /// Rows as they are.
    Rows(Vec<Row>),
}

/// A duty.
#[derive(Clone, Debug)]
pub(super) struct DutyRow {
    /// `Duty 3`.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// The codes that it lists, in a line for each kind.
    pub(super) codes: Vec<String>,
}

/// The types of rows that have no place in such a document except in a table of rows.
pub(super) fn without_place(rows: &[Row]) -> BTreeSet<RowType> {
    let is_stated = |id: FactId| rows.iter().any(|row| row.of == RowType::Fact(id) && row.has(Column::Text));
    let has_place = |row: &Row| match row.of {
        // Both would be labelled as the reference.
        RowType::Fact(FactId::Occupation) => !is_stated(FactId::Reference),
        RowType::Section | RowType::SectionText | RowType::Option | RowType::VersionLog | RowType::Ignore => {
            false
        }
        RowType::Duty => !row.has(Column::Core) && !row.has(Column::Options),
        RowType::JobTitle => !row.has(Column::Green),
        RowType::Fact(FactId::Title | FactId::Overview | FactId::SocSubUnitGroups) => row.has(Column::Text),
        _ => true,
    };
    rows.iter().filter(|row| !has_place(row)).map(|row| row.of).collect()
}

/// The document of these rows; those of the types in `exact` stay as they are.
pub(super) fn outline(rows: &[Row], exact: &BTreeSet<RowType>) -> Vec<Part> {
    let mut outline = Outline { rows, exact, parts: Vec::new() };
    if rows.first().is_some_and(|row| row.of == RowType::Kind && row.cell(Column::Text) == MAP) {
        outline.map();
    } else {
        outline.standard();
    }
    outline.parts
}

struct Outline<'r> {
    rows: &'r [Row],
    exact: &'r BTreeSet<RowType>,
    parts: Vec<Part>,
}

impl<'r> Outline<'r> {
    /// A map. Its rows say where on it they are, so they are shown as they are.
    fn map(&mut self) {
        self.title();
        self.parts.push(Part::Rows(self.rows.to_vec()));
    }

    fn standard(&mut self) {
        self.title();
        self.key_information();
        self.section("Overview of the role", &[RowType::Fact(FactId::Overview)], paragraphs);
        self.section("Occupation summary", &[RowType::Summary], paragraphs);
        self.section("Typical job titles", &[RowType::JobTitle], items);
        self.section("Keywords", &[RowType::Keyword], items);
        self.section("SOC 2020 sub unit groups", &[RowType::Fact(FactId::SocSubUnitGroups)], items);
        self.section("Employers involved in creating the standard", &[RowType::Employer], names);
        self.section("Technical education products", &[RowType::Product], products);
        let has_duties = self.rows.iter().any(|row| row.of == RowType::Duty);
        if has_duties {
            let types = [RowType::Option, RowType::Duty];
            self.section("Duties", &types, |rows| vec![Part::Duties(duties(rows))]);
        }
        for kind in Kind::ALL {
            self.section(heading(kind), &[RowType::Statement(kind)], statements);
        }
        self.section("Version log", &[RowType::VersionLog], |_| Vec::new());
        self.rest();
    }

    fn of(&self, of: RowType) -> Vec<&'r Row> {
        self.rows.iter().filter(|row| row.of == of).collect()
    }

    fn is_exact(&self, of: RowType) -> bool {
        self.exact.contains(&of)
    }

    fn title(&mut self) {
        let title = RowType::Fact(FactId::Title);
        if !self.is_exact(title) {
            let texts = self.of(title).into_iter().map(|row| Part::Title(row.cell(Column::Text).to_owned()));
            self.parts.extend(texts);
        }
        if !self.is_exact(RowType::Banner) {
            self.parts.extend(paragraphs(&self.of(RowType::Banner)));
        }
    }

    fn key_information(&mut self) {
        let is_other =
            |id: FactId| !matches!(id, FactId::Title | FactId::Overview | FactId::SocSubUnitGroups);
        let fact = |row: &Row| match row.of {
            RowType::Fact(id) if is_other(id) && !self.is_exact(row.of) => Some((label(id), value(id, row))),
            _ => None,
        };
        let facts: Vec<(&'static str, String)> = self.rows.iter().filter_map(fact).collect();
        if !facts.is_empty() {
            self.parts.extend([Part::Heading("Key information"), Part::Facts(facts)]);
        }
    }

    /// A section: the rows of each type in their own form, or as they are.
    fn section(
        &mut self,
        heading: &'static str,
        types: &[RowType],
        in_own_form: impl Fn(&[&Row]) -> Vec<Part>,
    ) {
        let found: Vec<(RowType, Vec<&Row>)> =
            types.iter().map(|of| (*of, self.of(*of))).filter(|(_, rows)| !rows.is_empty()).collect();
        if found.is_empty() {
            return;
        }
        self.parts.push(Part::Heading(heading));
        for (of, rows) in found {
            if self.is_exact(of) {
                self.parts.push(Part::Rows(rows.into_iter().cloned().collect()));
            } else if rows.iter().any(|row| row.is_filled()) {
                self.parts.extend(in_own_form(&rows));
            }
        }
    }

    /// What has no section of its own.
    fn rest(&mut self) {
        let has_duties = self.rows.iter().any(|row| row.of == RowType::Duty);
        let is_headed = |of: RowType| match of {
            RowType::Option => has_duties,
            RowType::Fact(id) => matches!(id, FactId::Overview | FactId::SocSubUnitGroups),
            RowType::Kind
            | RowType::Banner
            | RowType::Progression
            | RowType::Section
            | RowType::SectionText
            | RowType::Ignore
            | RowType::Legend
            | RowType::Occupation => false,
            _ => true,
        };
        let is_rest = |row: &&Row| self.is_exact(row.of) && !is_headed(row.of);
        let mut rest: Vec<Row> = self.rows.iter().filter(is_rest).cloned().collect();
        let is_in_words = |row: &&Row| matches!(row.of, RowType::Statement(_)) && !self.is_exact(row.of);
        rest.extend(self.rows.iter().filter(is_in_words).filter_map(Row::identifier));
        if !rest.is_empty() {
            self.parts.extend([Part::Heading(ABOUT), Part::Rows(rest)]);
        }
    }
}

/// The heading of what has no usual place in a document.
const ABOUT: &str = "About this file";

fn paragraphs(rows: &[&Row]) -> Vec<Part> {
    rows.iter().map(|row| Part::Paragraph(row.cell(Column::Text).to_owned())).collect()
}

fn items(rows: &[&Row]) -> Vec<Part> {
    rows.iter().map(|row| Part::Item(row.cell(Column::Text).to_owned())).collect()
}

/// Names in one paragraph, with commas between them.
fn names(rows: &[&Row]) -> Vec<Part> {
    let names: Vec<&str> = rows.iter().map(|row| row.cell(Column::Text)).collect();
    vec![Part::Paragraph(names.join(", "))]
}

fn products(rows: &[&Row]) -> Vec<Part> {
    let product = |row: &&Row| {
        let mut lines = vec![format!("{}: {}", row.cell(Column::Code), row.cell(Column::Text))];
        let level = Some(row.cell(Column::Level)).filter(|level| !level.is_empty());
        lines.extend(level.map(|level| format!("(Level {level})")));
        lines.extend(Some(row.cell(Column::Status)).filter(|status| !status.is_empty()).map(str::to_owned));
        Part::Paragraph(lines.join("\n"))
    };
    rows.iter().map(product).collect()
}

fn duties(rows: &[&Row]) -> Vec<DutyRow> {
    let duty = |row: &&Row| {
        let code = row.cell(Column::Code);
        let name = code.strip_prefix('D').map_or_else(|| code.to_owned(), |number| format!("Duty {number}"));
        let codes: Vec<&str> = row.cell(Column::Ksbs).split(", ").filter(|code| !code.is_empty()).collect();
        let letters = |code: &str| code.trim_end_matches(|c: char| !c.is_ascii_uppercase()).to_owned();
        let lines = codes.chunk_by(|one, next| letters(one) == letters(next));
        DutyRow {
            name,
            text: row.cell(Column::Text).to_owned(),
            codes: lines.map(|codes| codes.join(" ")).collect(),
        }
    };
    rows.iter().map(duty).collect()
}

fn statements(rows: &[&Row]) -> Vec<Part> {
    let statement =
        |row: &&Row| Part::Statement(row.cell(Column::Code).to_owned(), row.cell(Column::Text).to_owned());
    rows.iter().map(statement).collect()
}

/// The heading of the statements of a kind.
fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Knowledge => "Knowledge",
        Kind::Skill => "Skills",
        Kind::Behaviour => "Behaviours",
        Kind::TechnicalKnowledge => "Technical knowledge",
        Kind::TechnicalSkill => "Technical skills",
        Kind::Employability => "Employability skills and behaviours",
    }
}

/// What a fact is called where people write it.
fn label(id: FactId) -> &'static str {
    match id {
        FactId::SocUnitGroup => "SOC 2020 code",
        FactId::Salary => "Average (median) salary",
        FactId::MaxFunding => "Maximum funding",
        FactId::Created => "Date created",
        FactId::Approved => "Approved for delivery",
        FactId::Updated => "Date updated",
        FactId::EarliestStart => "Earliest start date",
        FactId::LatestStart => "Latest start date",
        FactId::LatestEnd => "Latest end date",
        FactId::Occupation => "Reference",
        FactId::Review => "Review after",
        _ => id.row().label,
    }
}

/// A value as people write it.
fn value(id: FactId, row: &Row) -> String {
    let cell = row.cell(Column::Text);
    let date = Date::of(cell).filter(|_| id.row().kind == FactKind::Date);
    date.map_or_else(|| cell.to_owned(), Date::in_words)
}
