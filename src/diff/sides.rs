//! What of a standard is compared.

use std::collections::BTreeMap;

use super::comparison::{Item, Side, Which};
use super::cut::Limit;
use super::id::Section;
use super::normalise::shown;
use crate::model::{Code, Field, Kind, List, Standard, Statement};
use crate::source::{Span, Text};

/// The two sides up to these limits, and the sections that one of them does not state, with that side.
pub(super) fn sides<'d>(
    old: &'d Standard<'_>,
    new: &'d Standard<'_>,
    (of_old, of_new): (Limit, Limit),
) -> (Side<'d>, Side<'d>, Vec<(Section, Which)>) {
    let compared = |section: &Section| states(old, *section) && states(new, *section);
    let not_stated = Section::ALL.into_iter().filter_map(|section| {
        let in_one =
            |here: &Standard<'_>, there: &Standard<'_>| states(here, section) && !states(there, section);
        match section {
            Section::Profile => None,
            _ if has_any(old, section) && in_one(old, new) => Some((section, Which::New)),
            _ if has_any(new, section) && in_one(new, old) => Some((section, Which::Old)),
            _ => None,
        }
    });
    let sections: Vec<Section> = Section::ALL
        .into_iter()
        .filter(|section| *section != Section::Profile || compared(section))
        .collect();
    (side(old, &sections, of_old), side(new, &sections, of_new), not_stated.collect())
}

/// Whether a document says what its items of a section are, be it none; one that breaks off does not say that it has none.
fn states(standard: &Standard<'_>, section: Section) -> bool {
    if standard.is_cut && section != Section::Profile && !has_any(standard, section) {
        return false;
    }
    match section {
        Section::Statements(_) => standard.statements.stated().is_some(),
        Section::Duties => standard.duties.stated().is_some(),
        Section::Summary => standard.summary.stated().is_some(),
        Section::Profile => standard.profile.iter().any(|theme| !theme.paragraphs.is_empty()),
    }
}

fn has_any(standard: &Standard<'_>, section: Section) -> bool {
    match section {
        Section::Statements(kind) => standard.statements_of(kind).next().is_some(),
        Section::Duties => !standard.duties.items().is_empty(),
        Section::Summary => !standard.summary.items().is_empty(),
        Section::Profile => states(standard, section),
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
        states_mapping: standard.states_mapping(),
        is_cut: standard.is_cut,
    }
}

/// The reference of the apprenticeship, or the code of the occupation.
pub(super) fn reference<'d>(standard: &'d Standard<'_>) -> Option<&'d str> {
    apprenticeship(standard).or_else(|| text(&standard.facts.occupation))
}

/// The reference of the apprenticeship, or that of the only one that a map page lists.
pub(super) fn apprenticeship<'d>(standard: &'d Standard<'_>) -> Option<&'d str> {
    let product = || match standard.products.as_slice() {
        [product] => text(&product.reference),
        _ => None,
    };
    text(&standard.facts.reference).or_else(product)
}

/// A stated text, as it is shown.
pub(super) fn text<'d>(field: &'d Field<Text<'_>>) -> Option<&'d str> {
    field.stated().map(|text| shown(text))
}

/// The items of a section, in the document's order.
fn items<'d>(standard: &'d Standard<'_>, section: Section) -> Vec<Item<'d>> {
    match section {
        Section::Statements(kind) => statements(standard, kind),
        Section::Duties => duties(standard),
        Section::Summary => paragraphs(section, list(&standard.summary)),
        Section::Profile => paragraphs(section, standard.profile.iter().flat_map(|theme| &theme.paragraphs)),
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

fn paragraphs<'d, 's: 'd>(section: Section, paragraphs: impl Iterator<Item = &'d Text<'s>>) -> Vec<Item<'d>> {
    let item = |(index, text): (usize, &'d Text<'s>)| {
        let span: Span = text.span();
        Item { section, index, code: None, id: None, text: shown(text), span }
    };
    paragraphs.enumerate().map(item).collect()
}
