//! What changed, most serious first: facts, items and mappings, by the category that each proposes.

use maud::{Markup, html};

use super::page::Page;
use super::parts::{self, subheading, table_head};
use super::{facts, links, statements};
use crate::diff::{Category, Change, Row, Section};
use crate::report::diff::{beyond_cut, category, heading, sentence_case, side_word};
use crate::report::text::{counted, listed};

/// Changes of one category.
pub(super) struct Group {
    pub(super) weight: Category,
    /// Most serious first; among equals, facts, then items section by section.
    pub(super) rows: Vec<GroupRow>,
}

/// A row of a group.
pub(super) struct GroupRow {
    pub(super) kind: RowKind,
    what: What,
}

/// What a row is about.
#[derive(Clone, Copy)]
enum What {
    /// The fact at this index of the comparison.
    Fact(usize),
    /// The list at this index of the comparison.
    List(usize),
    /// Items.
    Items(Row),
    /// The change to a mapping at this index of the comparison.
    Mapping(usize),
}

/// What a row is about, as readers filter by it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKind {
    /// Single values and lists.
    Facts,
    /// Items of a section.
    Of(Section),
    /// Which statement is mapped to which duty.
    Mapping,
}

impl RowKind {
    /// The class of its rows, which the style sheet uses to hide them.
    pub(super) fn class(self) -> String {
        match self {
            Self::Facts => "k-facts".to_owned(),
            Self::Of(section) => format!("k-{}", section.plural()),
            Self::Mapping => "k-mapping".to_owned(),
        }
    }

    /// Its name next to a checkbox.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::Facts => "Facts",
            Self::Of(section) => heading(section),
            Self::Mapping => "Mapping",
        }
    }
}

/// The changes by category, most significant first. Facts that go with the version are not included.
pub(super) fn groups(page: &Page<'_>) -> Vec<Group> {
    let mut rows = rows(page);
    rows.sort_by_key(|(weight, row)| rank(page, *weight, row.what));
    let group = |weight: Category| {
        let of = rows.iter().filter(|(own, _)| *own == weight);
        Group { weight, rows: of.map(|(_, row)| GroupRow { ..*row }).collect() }
    };
    Category::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

/// How serious a row is compared with others in its category; facts come first.
fn rank(page: &Page<'_>, weight: Category, what: What) -> Option<usize> {
    let of = |change: &Change<'_>| (change.proposal.category == weight).then_some(change.proposal.rank);
    match what {
        What::Items(row) => page.lookup.changes_of_row(row).filter_map(of).min(),
        What::Mapping(index) => of(&page.report.comparison.changes[index]),
        What::Fact(_) | What::List(_) => None,
    }
}

/// Every row with its category.
fn rows(page: &Page<'_>) -> Vec<(Category, GroupRow)> {
    let comparison = page.report.comparison;
    let of_facts = |weight: Option<Category>, what: What| {
        let weight = weight.filter(|weight| *weight > Category::Info)?;
        Some((weight, GroupRow { kind: RowKind::Facts, what }))
    };
    let single = comparison.facts.iter().enumerate();
    let single =
        single.filter_map(|(index, fact)| of_facts(facts::weight(page, fact.field), What::Fact(index)));
    let lists = comparison.lists.iter().enumerate();
    let lists =
        lists.filter_map(|(index, list)| of_facts(facts::weight_of_list(page, list), What::List(index)));
    let sections = Section::ALL.into_iter().filter(|section| page.compares(*section));
    let items = sections.flat_map(|section| {
        let rows = comparison.rows(section).into_iter().filter(|row| !page.says_the_same(*row));
        rows.map(move |row| {
            let weight = category(&page.lookup, row).unwrap_or(Category::Info);
            (weight, GroupRow { kind: RowKind::Of(section), what: What::Items(row) })
        })
    });
    let changes = comparison.changes.iter().enumerate();
    let links = changes.filter(|(_, change)| links::is_link(change)).map(|(index, change)| {
        (change.proposal.category, GroupRow { kind: RowKind::Mapping, what: What::Mapping(index) })
    });
    single.chain(lists).chain(items).chain(links).collect()
}

/// A table for each category, and what is not compared, or `None` if there is neither.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let groups = groups(page);
    let silences = silences(page);
    (!groups.is_empty() || !silences.is_empty()).then(|| {
        html! {
            @for group in &groups { (table(page, group)) }
            @for silence in &silences { p class="quiet" { (silence) } }
        }
    })
}

fn table(page: &Page<'_>, group: &Group) -> Markup {
    let name = group.weight.name();
    let id = format!("{}{name}", page.id_prefix.unwrap_or_default());
    let count = counted(group.rows.len(), "change", "changes").unwrap_or_default();
    html! {
        section class={ "weighed w-" (name) } {
            (subheading(page, Some(&id), &html! {
                (sentence_case(name)) span class="count" { ": " (count) }
            }))
            table class="cards redline" role="table" aria-labelledby=(id) {
                (table_head(&["What", "Change", "Old", "New"]))
                tbody role="rowgroup" { @for row in &group.rows { (row_of(page, group.weight, row)) } }
            }
        }
    }
}

fn row_of(page: &Page<'_>, weight: Category, row: &GroupRow) -> Markup {
    let comparison = page.report.comparison;
    let (look, cells) = match row.what {
        What::Fact(index) => ("", facts::cells(&comparison.facts[index])),
        What::List(index) => ("", facts::list_cells(&comparison.lists[index])),
        What::Items(row) => (statements::look(page, row), statements::cells(page, row)),
        What::Mapping(index) => {
            let change = &comparison.changes[index];
            (links::look(change), links::cells(page, change))
        }
    };
    html! {
        tr role="row" class={ "w-" (weight.name()) " " (row.kind.class()) " " (look) } {
            th scope="row" role="rowheader" { (cells.name) }
            td role="cell" class="change" data-label="Change" {
                (parts::weight(weight))
                (cells.change)
            }
            td role="cell" class="old" data-label="Old" { (cells.old) }
            td role="cell" class="new" data-label="New" { (cells.new) }
        }
    }
}

/// What is not compared, and why.
fn silences(page: &Page<'_>) -> Vec<String> {
    use crate::diff::Which::{New, Old};
    let comparison = page.report.comparison;
    let silent = |which| {
        let sections = comparison.not_stated.iter().filter(|(_, silent)| *silent == which);
        let sections: Vec<String> = sections.map(|&(section, _)| heading(section).to_lowercase()).collect();
        (!sections.is_empty()).then(|| {
            format!(
                "Not compared, because the {} document does not state them: {}. That does not say that anything \
                 came or went.",
                side_word(which),
                listed(&sections)
            )
        })
    };
    let behind = comparison.beyond_cut.iter().map(beyond_cut);
    [Old, New].into_iter().filter_map(silent).chain(behind).collect()
}
