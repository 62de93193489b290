//! A document as its author reads it: parts under headings, with lines in them that each have a name and words.

use crate::model::{
    Document, Duty, FACTS, FactRow, FactValue, Field, Kind, List, OccupationalMap, Standard, Statement,
};
use crate::report::diff::sentence_case;
use crate::source::{Span, Text};

/// A part of a document, under a heading.
pub(super) struct Part<'d> {
    pub(super) heading: String,
    /// What findings about the whole part call it; empty if there are none.
    pub(super) subject: &'static str,
    pub(super) lines: Vec<Line<'d>>,
}

/// A line of a part: a fact, a duty, a statement, a paragraph.
pub(super) struct Line<'d> {
    /// What it is called; may be empty.
    pub(super) name: String,
    /// What it is called in a list of findings, without its heading.
    pub(super) called: String,
    /// What findings call it.
    pub(super) subject: String,
    /// What it says.
    pub(super) words: Vec<Words<'d>>,
    /// Where it is, besides the places of its words.
    pub(super) span: Option<Span>,
}

/// Some words of a line.
pub(super) enum Words<'d> {
    /// A text.
    Text(&'d Text<'d>),
    /// A value as it is shown, and where it is.
    Value(String, Span),
}

impl Words<'_> {
    /// Where they are.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span(),
            Self::Value(_, span) => *span,
        }
    }
}

impl<'d> Line<'d> {
    fn new(name: impl Into<String>, subject: impl Into<String>, words: Vec<Words<'d>>) -> Self {
        let name = name.into();
        Self { called: name.clone(), name, subject: subject.into(), words, span: None }
    }

    /// A line of a map, named by what it is and by its own name.
    fn named(what: &str, name: &'d Text<'d>, words: Vec<Words<'d>>) -> Self {
        Self { called: format!("{what} {}", name.as_str()), ..Self::new(what, name.as_str(), words) }
    }
}

/// What the document is called.
pub(super) fn title(document: &Document<'_>) -> Option<String> {
    let title = match document {
        Document::Standard(standard) => &standard.facts.title,
        Document::Map(map) => &map.title,
    };
    title.stated().map(|title| title.as_str().trim().to_owned())
}

/// The parts that have lines.
pub(super) fn parts<'d>(document: &'d Document<'d>) -> Vec<Part<'d>> {
    let parts = match document {
        Document::Standard(standard) => of_standard(standard),
        Document::Map(map) => of_map(map),
    };
    parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
}

fn part<'d>(heading: &str, subject: &'static str, lines: Vec<Line<'d>>) -> Part<'d> {
    Part { heading: heading.to_owned(), subject, lines }
}

fn of_standard<'d>(standard: &'d Standard<'d>) -> Vec<Part<'d>> {
    let mut parts = vec![
        part("Key facts", "", facts(standard)),
        part("Summary", "summary", paragraphs("summary", standard.summary.items())),
    ];
    parts.extend(standard.profile.iter().map(|theme| Part {
        heading: theme.heading.as_str().to_owned(),
        subject: "",
        lines: paragraphs("", &theme.paragraphs),
    }));
    let duties = standard.duties.items().iter().enumerate();
    parts.push(part("Duties", "duties", duties.map(|(index, one)| duty(standard, index, one)).collect()));
    for kind in Kind::ALL {
        let heading = sentence_case(kind.nouns());
        parts.push(part(&heading, kind.list_name(), standard.statements_of(kind).map(statement).collect()));
    }
    parts.push(part("Lists", "", lists(standard)));
    parts
}

fn facts<'d>(standard: &'d Standard<'d>) -> Vec<Line<'d>> {
    let words = |row: &FactRow, value: FactValue<'d, 'd>| match value {
        FactValue::Text(field) => field.stated().map(|text| vec![Words::Text(text)]),
        FactValue::Number(field) => {
            field.stated().map(|number| vec![Words::Value(row.kind.in_words(number.value), number.span)])
        }
        FactValue::YesNo(field) => field.stated().map(|answer| {
            vec![Words::Value(if answer.value { "yes" } else { "no" }.to_owned(), answer.span)]
        }),
        FactValue::Texts(field) => field.stated().map(|list| list.items.iter().map(Words::Text).collect()),
    };
    let line =
        |row: &'static FactRow| Some(Line::new(row.label, row.name, words(row, row.value(&standard.facts))?));
    FACTS.iter().filter_map(line).collect()
}

fn paragraphs<'d>(subject: &str, texts: &'d [Text<'d>]) -> Vec<Line<'d>> {
    let line = |(index, text): (usize, &'d Text<'d>)| {
        Line::new((index + 1).to_string(), format!("{subject}[{index}]"), vec![Words::Text(text)])
    };
    texts.iter().enumerate().map(line).collect()
}

fn duty<'d>(standard: &'d Standard<'d>, index: usize, duty: &'d Duty<'d>) -> Line<'d> {
    let name = duty.code.map_or_else(|| (index + 1).to_string(), |code| code.value.to_string());
    let codes = duty.codes().iter().map(|code| Words::Value(code.value.to_string(), code.span));
    let words = std::iter::once(Words::Text(&duty.text)).chain(codes).collect();
    Line { span: Some(duty.span), ..Line::new(name, standard.duty_subject(index), words) }
}

fn statement<'d>(statement: &'d Statement<'d>) -> Line<'d> {
    let code = statement.code.value.to_string();
    Line { span: Some(statement.code.span), ..Line::new(&*code, &*code, vec![Words::Text(&statement.text)]) }
}

fn lists<'d>(standard: &'d Standard<'d>) -> Vec<Line<'d>> {
    let titles = standard.typical_job_titles.items().iter().map(|title| &title.name).collect();
    let options = standard.options.items().iter();
    let options =
        options.flat_map(|option| [option.code.stated(), option.title.stated()]).flatten().collect();
    let log = standard.version_log.iter();
    let log = log.flat_map(|entry| [entry.version.stated(), entry.detail.stated()]).flatten().collect();
    let employers = standard.employers.iter().flat_map(|list| &list.items).collect();
    let all: [(&str, Vec<&'d Text<'d>>); 5] = [
        ("Typical job titles", titles),
        ("Options", options),
        ("Keywords", items(&standard.keywords)),
        ("Employers", employers),
        ("Version log", log),
    ];
    let line = |(name, texts): (&str, Vec<&'d Text<'d>>)| {
        Line::new(name, name, texts.into_iter().map(Words::Text).collect())
    };
    all.into_iter().filter(|(_, texts)| !texts.is_empty()).map(line).collect()
}

fn items<'d>(field: &'d Field<List<Text<'d>>>) -> Vec<&'d Text<'d>> {
    field.items().iter().collect()
}

fn of_map<'d>(map: &'d OccupationalMap<'d>) -> Vec<Part<'d>> {
    let fact = |name: &str, field: &'d Field<Text<'d>>| {
        field.stated().map(|text| Line::new(name, name.to_lowercase(), vec![Words::Text(text)]))
    };
    let facts = [fact("Title", &map.title), fact("Route", &map.route)].into_iter().flatten().collect();
    let mut parts = vec![
        part("Key facts", "", facts),
        part("Overview", "overview", paragraphs("overview", &map.overview)),
        part("Legend", "legend", paragraphs("legend", &map.legend)),
    ];
    parts.extend(map.pathways.iter().map(pathway));
    parts
}

fn pathway<'d>(pathway: &'d crate::model::Pathway<'d>) -> Part<'d> {
    let mut lines = vec![Line::named("Pathway", &pathway.name, vec![Words::Text(&pathway.name)])];
    for cluster in &pathway.clusters {
        let more = [cluster.note.as_ref(), cluster.description.as_ref()];
        let words = std::iter::once(&cluster.name).chain(more.into_iter().flatten()).map(Words::Text);
        lines.push(Line::named("Cluster", &cluster.name, words.collect()));
        for occupation in &cluster.occupations {
            let levels = occupation.levels.iter();
            let levels = levels.map(|level| Words::Value(format!("level {}", level.value), level.span));
            let words = std::iter::once(Words::Text(&occupation.title)).chain(levels);
            let words = words.chain(occupation.options.iter().map(Words::Text));
            lines.push(Line::named("Occupation", &occupation.title, words.collect()));
        }
    }
    part(&pathway.name, "", lines)
}
