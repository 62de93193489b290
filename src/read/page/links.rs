//! The mapping where it is not below the duties: next to each statement, or as marks in a grid.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Code, Duty, Field, List, Prefix};
use crate::read::notes::Notes;
use crate::source::{SourceId, Spanned};

/// Says that a statement is mapped to a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The code of the duty.
    pub(super) duty: Code,
    /// The code of the statement, and where the link is stated.
    pub(super) statement: Spanned<Code>,
}

/// All links that tables state, by where they state them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// In the row of the duty, as numbers without letters.
    pub(super) of_duties: Vec<Link>,
    /// By the whole statement, which is below the duty.
    pub(super) below: Vec<Link>,
    /// In the row of the statement.
    pub(super) of_statements: Vec<Link>,
    /// As marks in a grid, or in a list after all duties.
    pub(super) marked: Vec<Link>,
}

impl Links {
    /// Leaves out those after this byte.
    pub(super) fn retain_before(&mut self, end: usize) {
        for links in [&mut self.of_duties, &mut self.of_statements, &mut self.marked] {
            links.retain(|link| (link.statement.span.start as usize) < end);
        }
    }

    /// Adds the links to the mapping of the duties. If it is stated twice, the mapping given with the duties takes
    /// precedence over the one given with the statements, and that over a grid; a difference is noted.
    pub(super) fn apply(self, duties: &mut Field<List<Duty<'_>>>, source: SourceId, notes: &mut Notes) {
        let items = match duties {
            Field::Stated(list) => &mut *list.items,
            _ => &mut [],
        };
        add(items, &self.of_duties, notes);
        let lists = items.iter().filter(|duty| !duty.codes().is_empty()).filter_map(|duty| duty.code);
        let lists: BTreeSet<Code> = lists.map(|code| code.value).collect();
        let mut below = self.below;
        below.retain(|link| !lists.contains(&link.duty));
        add(items, &below, notes);
        for links in [self.of_statements, self.marked] {
            if items.iter().all(|duty| duty.codes().is_empty()) {
                add(items, &links, notes);
            } else {
                compare(items, &links, source, notes);
            }
        }
    }
}

/// Adds links. A duty without links then has nothing mapped to it, unless no duty has any. If no duty has a code, the
/// first one is D1.
fn add(duties: &mut [Duty<'_>], links: &[Link], notes: &mut Notes) {
    let mut is_stated = false;
    let mut places = BTreeMap::new();
    for (place, duty) in duties.iter().enumerate() {
        duty.code.map(|code| places.entry(code.value).or_insert(place));
    }
    let is_there = |link: &Link| (link.duty.number as usize) <= duties.len();
    if places.is_empty() && links.iter().all(is_there) {
        places.extend((1..).map(|number| Code::new(Prefix::D, number)).zip(0..duties.len()));
    }
    for link in links {
        let Some(place) = places.get(&link.duty) else {
            notes.unread("mapping", link.statement.span);
            continue;
        };
        match &mut duties[*place].mapping {
            Field::Stated(codes) => codes.push(link.statement),
            mapping => *mapping = Field::Stated(vec![link.statement]),
        }
        is_stated = true;
    }
    for duty in duties.iter_mut().filter(|duty| is_stated && duty.mapping.stated().is_none()) {
        duty.mapping = Field::Stated(Vec::new());
    }
}

/// Notes where links differ from the mapping of the duties. Statements that they say nothing about are left out.
fn compare(duties: &[Duty<'_>], links: &[Link], source: SourceId, notes: &mut Notes) {
    let pairs = |duty: &Duty<'_>| -> Vec<(Code, Code)> {
        let own = duty.code.map(|code| code.value);
        own.map(|own| duty.codes().iter().map(|code| (own, code.value)).collect()).unwrap_or_default()
    };
    let listed: BTreeSet<(Code, Code)> = duties.iter().flat_map(pairs).collect();
    let linked: BTreeSet<(Code, Code)> = links.iter().map(|link| (link.duty, link.statement.value)).collect();
    let extra = links.iter().filter(|link| !listed.contains(&(link.duty, link.statement.value)));
    let extra = extra.map(|link| {
        let (duty, code) = (link.duty, link.statement.value);
        (link.statement.span, format!("{code} is mapped to {duty} here, but is not in the list of {duty}"))
    });
    let lost = listed.difference(&linked).filter_map(|(duty, code)| {
        let here = links.iter().find(|link| link.statement.value == *code)?;
        Some((here.statement.span, format!("{code} is in the list of {duty}, but is not mapped to it here")))
    });
    let mut found: Vec<_> = extra.chain(lost).collect();
    found.sort();
    let Some((span, first)) = found.first() else { return };
    let message = match found.len() {
        1 => format!("the page has the mapping twice, and the two differ: {first}"),
        count => format!("the page has the mapping twice, and the two differ in {count} places: {first}"),
    };
    let label = Label::new(source, *span, "the first difference");
    let found = Diagnostic::new("unread-content", Severity::Warning, "mapping", message, label);
    notes.push(found.help("correct one of the two: the mapping in the duties is the one that is checked"));
}
