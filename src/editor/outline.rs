//! The parts of a document, for an outline and for folding.

use crate::model::{Cluster, Document, Duty, Kind, OccupationalMap, Pathway, Standard};
use crate::source::{Span, Text};

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// The document.
    Document,
    /// A list of the document, or a level of an occupational map.
    List,
    /// A duty.
    Duty,
    /// A statement.
    Statement,
    /// An occupation of a map.
    Occupation,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it.
    pub span: Span,
    /// The place to go to.
    pub head: Span,
    /// What is in it.
    pub parts: Vec<Self>,
}

impl Outline {
    fn of(kind: OutlineKind, name: &str, detail: &str, span: Span, parts: Vec<Self>) -> Self {
        let name = one_line(name);
        let name = if name.is_empty() { "(no text)".to_owned() } else { name };
        let whole = parts.iter().fold(span, |whole, part| whole.to(part.span));
        Self { name, detail: one_line(detail), kind, span: whole, head: span, parts }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The outline of a document.
#[must_use]
pub fn outline(document: &Document<'_>) -> Outline {
    match document {
        Document::Standard(standard) => of_standard(standard, document.label()),
        Document::Map(map) => of_map(map),
    }
}

fn of_standard(standard: &Standard<'_>, label: Option<String>) -> Outline {
    let title = standard.facts.title.stated();
    let head = title.map_or(standard.start, Text::span);
    let name = title.map_or("Standard", |title| title.as_str());
    let mut parts = Vec::new();
    if let Some(list) = standard.duties.stated().filter(|list| !list.items.is_empty()) {
        let duties = list.items.iter().enumerate().map(|(index, duty)| of_duty(standard, index, duty));
        parts.push(Outline::of(OutlineKind::List, "Duties", "", list.heading, duties.collect()));
    }
    parts.extend(Kind::ALL.into_iter().filter_map(|kind| of_kind(standard, kind)));
    parts.sort_by_key(|part| part.span);
    Outline::of(OutlineKind::Document, name, &label.unwrap_or_default(), head, parts)
}

fn of_duty(standard: &Standard<'_>, index: usize, duty: &Duty<'_>) -> Outline {
    let head = duty.code.map_or(duty.span, |code| code.span);
    let near = |span: &Span| span.start >= head.start;
    let whole = duty.codes().iter().map(|code| code.span).filter(near).fold(duty.text.span(), Span::to);
    let mut part =
        Outline::of(OutlineKind::Duty, &standard.duty_subject(index), &duty.text, head, Vec::new());
    part.span = head.to(duty.span).to(whole);
    part
}

fn of_kind(standard: &Standard<'_>, kind: Kind) -> Option<Outline> {
    let statement = |one: &crate::model::Statement<'_>| {
        let mut part = Outline::of(
            OutlineKind::Statement,
            &one.code.value.to_string(),
            &one.text,
            one.code.span,
            Vec::new(),
        );
        part.span = one.code.span.to(one.text.span());
        part
    };
    let parts: Vec<Outline> = standard.statements_of(kind).map(statement).collect();
    let head = parts.first()?.head;
    let nouns = kind.nouns();
    let name = nouns[..1].to_uppercase() + &nouns[1..];
    Some(Outline::of(OutlineKind::List, &name, "", head, parts))
}

fn of_map(map: &OccupationalMap<'_>) -> Outline {
    let cluster = |cluster: &Cluster<'_>| {
        let one = |one: &crate::model::Occupation<'_>| {
            Outline::of(OutlineKind::Occupation, &one.title, "", one.title.span(), Vec::new())
        };
        let parts = cluster.occupations.iter().map(one).collect();
        let head = cluster.name.span();
        Outline::of(OutlineKind::List, &cluster.name, "cluster", head, parts)
    };
    let pathway = |pathway: &Pathway<'_>| {
        let parts = pathway.clusters.iter().map(cluster).collect();
        Outline::of(OutlineKind::List, &pathway.name, "pathway", pathway.name.span(), parts)
    };
    let parts = map.pathways.iter().map(pathway).collect();
    Outline::of(OutlineKind::Document, "Occupational map", "", map.start, parts)
}

/// The spans that can be folded: lists, and duties, of more than one line.
#[must_use]
pub fn folds(outline: &Outline) -> Vec<Span> {
    let mut all = Vec::new();
    let mut left = vec![outline];
    while let Some(part) = left.pop() {
        if part.kind != OutlineKind::Document {
            all.push(part.span);
        }
        left.extend(&part.parts);
    }
    all.sort_unstable();
    all
}
