//! Which parts of a standard are compared.

use std::collections::BTreeMap;

use super::section::Section;
use super::side::{Item, Side, Which};
use crate::diff::text::shown;
use crate::model::{Code, Field, Kind, List, Standard, Statement};
use crate::source::{Span, Text};

/// The part of a section that is compared: its items before an index.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::diff) struct Limit(pub(in crate::diff) Option<(Section, usize)>);

impl Limit {
    /// Whether the item at `index` of a section is compared.
    pub(in crate::diff) fn holds(self, section: Section, index: usize) -> bool {
        self.0.is_none_or(|(limited, end)| limited != section || index < end)
    }
}

/// Both documents as they are compared.
#[derive(Clone, Debug)]
pub(in crate::diff) struct Sides<'d> {
    pub(in crate::diff) old: Side<'d>,
    pub(in crate::diff) new: Side<'d>,
    /// The sections that one side states and the other does not, with the side that does not.
    pub(in crate::diff) not_stated: Vec<(Section, Which)>,
    /// The other sections: they are compared.
    pub(in crate::diff) sections: Vec<Section>,
}

impl<'d> Sides<'d> {
    /// Two standards up to these limits.
    pub(in crate::diff) fn of(
        old: &'d Standard<'_>,
        new: &'d Standard<'_>,
        (of_old, of_new): (Limit, Limit),
    ) -> Self {
        let is_prose_in_both = states(old, Section::Profile) && states(new, Section::Profile);
        let read =
            |section: &Section| !section.is_of_map() && (*section != Section::Profile || is_prose_in_both);
        let read: Vec<Section> = Section::ALL.into_iter().filter(read).collect();
        let not_stated = not_stated(old, new);
        let is_compared =
            |section: &Section| !section.is_of_map() && not_stated.iter().all(|(other, _)| other != section);
        let sections = Section::ALL.into_iter().filter(is_compared).collect();
        Self { old: side(old, &read, of_old), new: side(new, &read, of_new), not_stated, sections }
    }
}

/// The sections that one document states and the other does not, with the one that does not. Prose is compared with
/// statements instead.
fn not_stated(old: &Standard<'_>, new: &Standard<'_>) -> Vec<(Section, Which)> {
    let only_in = |here: &Standard<'_>, there: &Standard<'_>, section| {
        has_any(here, section) && states(here, section) && !states(there, section)
    };
    let silent = |section| match section {
        Section::Profile => None,
        _ if only_in(old, new, section) => Some((section, Which::New)),
        _ if only_in(new, old, section) => Some((section, Which::Old)),
        _ => None,
    };
    Section::ALL.into_iter().filter_map(silent).collect()
}

/// Whether a document states a section, even as empty. If it is cut off, an empty section does not count as stated.
fn states(standard: &Standard<'_>, section: Section) -> bool {
    if standard.is_cut && section != Section::Profile && !has_any(standard, section) {
        return false;
    }
    match section {
        Section::Statements(_) => standard.statements.stated().is_some(),
        Section::Duties => standard.duties.stated().is_some(),
        Section::Summary => standard.summary.stated().is_some(),
        Section::Profile => standard.profile.iter().any(|theme| !theme.paragraphs.is_empty()),
        Section::Pathways | Section::Clusters | Section::Occupations => false,
    }
}

fn has_any(standard: &Standard<'_>, section: Section) -> bool {
    match section {
        Section::Statements(kind) => standard.statements_of(kind).next().is_some(),
        Section::Duties => !standard.duties.items().is_empty(),
        Section::Summary => !standard.summary.items().is_empty(),
        Section::Profile => states(standard, section),
        Section::Pathways | Section::Clusters | Section::Occupations => false,
    }
}

fn side<'d>(standard: &'d Standard<'_>, sections: &[Section], limit: Limit) -> Side<'d> {
    let facts = &standard.facts;
    let mut items: Vec<Item<'d>> = sections.iter().flat_map(|section| items(standard, *section)).collect();
    items.retain(|item| limit.holds(item.section, item.index));
    Side {
        lists: lists(standard, &items),
        source: standard.source,
        format: standard.format,
        reference: reference(standard),
        version: text(&facts.version),
        title: text(&facts.title),
        items,
        places: Vec::new(),
        states_mapping: standard.states_mapping(),
        is_draft: standard.is_draft(),
        is_cut: standard.is_cut,
    }
}

/// The reference of the apprenticeship, or the code of the occupation.
pub(in crate::diff) fn reference<'d>(standard: &'d Standard<'_>) -> Option<&'d str> {
    apprenticeship(standard).or_else(|| text(&standard.facts.occupation))
}

/// The reference of the apprenticeship, or that of the only one that a map page lists.
pub(in crate::diff) fn apprenticeship<'d>(standard: &'d Standard<'_>) -> Option<&'d str> {
    let product = || match standard.products.as_slice() {
        [product] => text(&product.reference),
        _ => None,
    };
    text(&standard.facts.reference).or_else(product)
}

/// A stated text, as it is shown.
pub(in crate::diff) fn text<'d>(field: &'d Field<Text<'_>>) -> Option<&'d str> {
    field.stated().map(|text| shown(text))
}

/// The items of a section, in the document's order.
fn items<'d>(standard: &'d Standard<'_>, section: Section) -> Vec<Item<'d>> {
    match section {
        Section::Statements(kind) => statements(standard, kind),
        Section::Duties => duties(standard),
        Section::Summary => paragraphs(section, list(&standard.summary)),
        Section::Profile => paragraphs(section, standard.profile.iter().flat_map(|theme| &theme.paragraphs)),
        Section::Pathways | Section::Clusters | Section::Occupations => Vec::new(),
    }
}

/// For each item, the statements that it lists.
fn lists(standard: &Standard<'_>, items: &[Item<'_>]) -> Vec<Vec<usize>> {
    let mut of_code: BTreeMap<Code, usize> = BTreeMap::new();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.section.kind().is_some()) {
        if let Some(code) = item.code {
            of_code.entry(code).or_insert(index);
        }
    }
    let listed = |item: &Item<'_>| {
        let codes = match item.section {
            Section::Duties => standard.duties.items()[item.index].codes(),
            _ => &[],
        };
        let mut found: Vec<usize> =
            codes.iter().filter_map(|code| of_code.get(&code.value).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    items.iter().map(listed).collect()
}

fn list<T>(field: &Field<List<T>>) -> std::slice::Iter<'_, T> {
    field.items().iter()
}

fn statements<'d>(standard: &'d Standard<'_>, kind: Kind) -> Vec<Item<'d>> {
    let item = |(index, statement): (usize, &'d Statement<'_>)| Item {
        section: Section::Statements(kind),
        index,
        code: Some(statement.code.value),
        id: statement.id.as_ref().map(|id| id.trim()).filter(|id| !id.is_empty()),
        text: shown(&statement.text),
        span: statement.text.span(),
    };
    standard.statements.items().iter().filter(|one| one.kind == kind).enumerate().map(item).collect()
}

fn duties<'d>(standard: &'d Standard<'_>) -> Vec<Item<'d>> {
    let duties = standard.duties.items().iter().enumerate();
    let item = duties.map(|(index, duty)| Item {
        section: Section::Duties,
        index,
        code: duty.code.map(|code| code.value),
        id: None,
        text: shown(&duty.text),
        span: duty.text.span(),
    });
    item.collect()
}

pub(in crate::diff) fn paragraphs<'d, 's: 'd>(
    section: Section,
    paragraphs: impl Iterator<Item = &'d Text<'s>>,
) -> Vec<Item<'d>> {
    let item = |(index, text): (usize, &'d Text<'s>)| {
        let span: Span = text.span();
        Item { section, index, code: None, id: None, text: shown(text), span }
    };
    paragraphs.enumerate().map(item).collect()
}
