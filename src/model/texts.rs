//! All texts of a document, each with the name that findings call it by.

use std::fmt;

use super::{Code, FACTS, FactKind, Field, List, OccupationalMap, Standard};
use crate::source::{Span, Text};

/// What a finding is about. Written as `K7`, `title`, `summary[3]`, `employers[1][0]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A statement or a duty by its code.
    Code(Code),
    /// A single value, by its name in the native document.
    Field(&'static str),
    /// An item of a list, counted from 0.
    Item(&'static str, usize),
    /// An item of a list in a list.
    Nested(&'static str, usize, usize),
    /// A single value of an item of a list.
    Part(&'static str, usize, &'static str),
    /// Anything else, by its own name.
    Named(String),
}

impl Subject {
    /// The subject as messages refer to it: `K7`, `duty 2 in the list` where the duty has no code.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Item("duties", index) => format!("duty {} in the list", index + 1),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Field(name) => f.write_str(name),
            Self::Item(name, index) => write!(f, "{name}[{index}]"),
            Self::Nested(name, outer, inner) => write!(f, "{name}[{outer}][{inner}]"),
            Self::Part(name, index, part) => write!(f, "{name}[{index}].{part}"),
            Self::Named(name) => f.write_str(name),
        }
    }
}

/// The texts gathered so far.
type Texts<'d, 's> = Vec<(Subject, &'d Text<'s>)>;

impl<'s> Standard<'s> {
    /// What messages call the duty at `index`, as the document does: `D3`, or `Duty 3` where a page writes it so. A duty
    /// without a code is `duty 3 in the list`.
    #[must_use]
    pub fn duty_name(&self, index: usize) -> String {
        let Some(code) = self.duties.items().get(index).and_then(|duty| duty.code) else {
            return Subject::Item("duties", index).in_words();
        };
        let (number, length) = (code.value.number, code.span.range().len());
        let in_words = format!("Duty {number}");
        if length < in_words.len() || self.format.is_json() { code.value.to_string() } else { in_words }
    }

    /// What is required: the texts of the duties and of the statements, each with its subject.
    #[must_use]
    pub fn requirements(&self) -> Vec<(Subject, &Text<'s>)> {
        let mut out = Vec::with_capacity(self.duties.items().len() + self.statements.items().len());
        let duties = self.duties.items().iter().enumerate();
        out.extend(duties.map(|(index, duty)| {
            let subject = duty.code.map_or(Subject::Item("duties", index), |code| Subject::Code(code.value));
            (subject, &duty.text)
        }));
        let statements = self.statements.items().iter();
        out.extend(statements.map(|statement| (Subject::Code(statement.code.value), &statement.text)));
        out
    }

    /// All texts of the standard that an author writes, each with its subject, part by part.
    #[must_use]
    pub fn texts(&self) -> Texts<'_, 's> {
        let requirements = self.requirements();
        // There are two dozen single texts, and some room to spare.
        let others = self.summary.items().len() + self.keywords.items().len() + 64;
        let mut out = Vec::with_capacity(requirements.len() + others);
        let facts = self.facts.texts().filter(|(row, _)| row.kind != FactKind::Code);
        facts.for_each(|(row, field)| one(&mut out, Subject::Field(row.name), field));
        list(&mut out, "summary", &self.summary);
        for (index, section) in self.profile.iter().enumerate() {
            out.push((Subject::Part("profile", index, "heading"), &section.heading));
            let paragraphs = section.paragraphs.iter().enumerate();
            out.extend(paragraphs.map(|(inner, text)| (Subject::Nested("profile", index, inner), text)));
        }
        let titles = self.typical_job_titles.items().iter().enumerate();
        out.extend(titles.map(|(index, title)| (Subject::Item("typicalJobTitles", index), &title.name)));
        list(&mut out, "keywords", &self.keywords);
        for (outer, employers) in self.employers.iter().enumerate() {
            let subject = |inner| match outer {
                0 => Subject::Item("employers", inner),
                _ => Subject::Nested("employers", outer, inner),
            };
            out.extend(employers.items.iter().enumerate().map(|(index, text)| (subject(index), text)));
        }
        self.records(&mut out);
        out.extend(requirements);
        out
    }

    /// The texts of products, options and the version log.
    fn records<'d>(&'d self, out: &mut Texts<'d, 's>) {
        for (index, product) in self.products.iter().enumerate() {
            one(out, Subject::Part("products", index, "title"), &product.title);
            one(out, Subject::Part("products", index, "status"), &product.status);
        }
        for (index, link) in self.progression.iter().enumerate() {
            one(out, Subject::Part("progression", index, "title"), &link.title);
        }
        for (index, option) in self.options.items().iter().enumerate() {
            one(out, Subject::Part("options", index, "title"), &option.title);
        }
        if let Some(feed) = &self.feed {
            list(out, "optionsUnstructuredTemplate", &feed.unstructured_options);
        }
        for (index, entry) in self.version_log.iter().enumerate() {
            one(out, Subject::Part("versionLog", index, "detail"), &entry.detail);
        }
    }
}

impl Standard<'_> {
    /// The fields that are in the document but empty: their names in the native document, and their places.
    #[must_use]
    pub fn empty_fields(&self) -> Vec<(&'static str, Span)> {
        let facts = FACTS.iter().map(|row| (row.name, row.value(&self.facts).empty()));
        let lists = [
            ("summary", self.summary.empty()),
            ("typicalJobTitles", self.typical_job_titles.empty()),
            ("keywords", self.keywords.empty()),
        ];
        facts.chain(lists).filter_map(|(name, span)| Some((name, span?))).collect()
    }
}

impl<'s> OccupationalMap<'s> {
    /// All texts of the map, each with its subject, part by part.
    #[must_use]
    pub fn texts(&self) -> Texts<'_, 's> {
        let mut out = Vec::new();
        one(&mut out, Subject::Field("title"), &self.title);
        one(&mut out, Subject::Field("route"), &self.route);
        let item = |name| move |(index, text)| (Subject::Item(name, index), text);
        out.extend(self.overview.iter().enumerate().map(item("overview")));
        out.extend(self.legend.iter().enumerate().map(item("legend")));
        let named = |name: &Text<'s>| Subject::Named(name.as_str().to_owned());
        for pathway in &self.pathways {
            out.push((named(&pathway.name), &pathway.name));
            for cluster in &pathway.clusters {
                let texts = [Some(&cluster.name), cluster.note.as_ref(), cluster.description.as_ref()];
                out.extend(texts.into_iter().flatten().map(|text| (named(&cluster.name), text)));
                for occupation in &cluster.occupations {
                    let texts = std::iter::once(&occupation.title).chain(&occupation.options);
                    out.extend(texts.map(|text| (named(&occupation.title), text)));
                }
            }
        }
        out
    }
}

fn one<'d, 's>(out: &mut Texts<'d, 's>, subject: Subject, field: &'d Field<Text<'s>>) {
    out.extend(field.stated().map(|text| (subject, text)));
}

fn list<'d, 's>(out: &mut Texts<'d, 's>, name: &'static str, field: &'d Field<List<Text<'s>>>) {
    let items = field.items().iter().enumerate();
    out.extend(items.map(|(index, text)| (Subject::Item(name, index), text)));
}
