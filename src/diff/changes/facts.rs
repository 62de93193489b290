//! Finds the changes of single values and lists, and what one side does not state.

use std::borrow::Cow;

use super::difference::Difference;
use crate::diff::facts::{Fact, FactChange, FactField, ListedValues, Stated};
use crate::diff::id::ChangeId;
use crate::diff::item::{Section, Which};
use crate::diff::mapping::{MappingMatrix, MappingStated};

/// The changes of single values, then those of lists.
pub(in crate::diff) fn of_facts<'d>(facts: &[Fact], lists: &[ListedValues]) -> Vec<Difference<'d>> {
    let mut changes: Vec<Difference<'d>> = facts.iter().filter_map(fact).collect();
    changes.extend(lists.iter().flat_map(list));
    changes
}

fn fact<'d>(fact: &Fact) -> Option<Difference<'d>> {
    let id = match fact.change {
        FactChange::Same => return None,
        FactChange::Changed => ChangeId::Fact(fact.field.change_id()?),
        FactChange::NotStatedInOld | FactChange::NotStatedInNew => ChangeId::FactNotStated,
    };
    let value = |stated: &Option<Stated>| stated.as_ref().map(|stated| Cow::Owned(stated.value.clone()));
    let (old_text, new_text) = (value(&fact.old), value(&fact.new));
    Some(Difference { field: Some(fact.field), old_text, new_text, ..Difference::new(id) })
}

fn list<'d>(values: &ListedValues) -> Vec<Difference<'d>> {
    let field = Some(FactField::List(values.list));
    let which = match values.change {
        FactChange::NotStatedInOld => Some(Which::Old),
        FactChange::NotStatedInNew => Some(Which::New),
        FactChange::Same | FactChange::Changed => None,
    };
    if let Some(which) = which {
        return vec![not_stated(FactField::List(values.list), which)];
    }
    let removed = values.removed.iter().map(|value| Difference {
        field,
        old_text: Some(Cow::Owned(value.clone())),
        ..Difference::new(ChangeId::ListedRemoved(values.list))
    });
    let added = values.added.iter().map(|value| Difference {
        field,
        new_text: Some(Cow::Owned(value.clone())),
        ..Difference::new(ChangeId::ListedAdded(values.list))
    });
    removed.chain(added).collect()
}

/// The difference that one side does not state a list, a section or the mapping.
fn not_stated<'d>(field: FactField, which: Which) -> Difference<'d> {
    let note = match which {
        Which::Old => "not stated in the old document",
        Which::New => "not stated in the new document",
    };
    let id = if field == FactField::Mapping { ChangeId::MappingNotStated } else { ChangeId::FactNotStated };
    Difference { field: Some(field), note: note.to_owned(), ..Difference::new(id) }
}

/// The sections and the mapping that one side does not state. All kinds of statements are one.
pub(in crate::diff) fn of_unstated_sections<'d>(
    sections: &[(Section, Which)],
    mapping: &MappingMatrix,
) -> Vec<Difference<'d>> {
    let mut found: Vec<(FactField, Which)> =
        sections.iter().map(|&(section, which)| (field(section), which)).collect();
    match mapping.stated {
        MappingStated::OnlyOld => found.push((FactField::Mapping, Which::New)),
        MappingStated::OnlyNew => found.push((FactField::Mapping, Which::Old)),
        MappingStated::Both | MappingStated::Neither => {}
    }
    found.dedup();
    found.into_iter().map(|(field, which)| not_stated(field, which)).collect()
}

fn field(section: Section) -> FactField {
    match section {
        Section::Statements(_) => FactField::Statements,
        Section::Duties => FactField::Duties,
        _ => FactField::Summary,
    }
}
