//! The statements of a JSON document, which has a list for each kind.

use crate::model::{Field, Kind, List, Statement};
use crate::syntax::{Member, Value, ValueKind};

/// The statements of a document.
#[derive(Debug)]
pub(super) struct StatementLists<'s> {
    /// All of them, in the order of the lists.
    pub(super) all: Field<List<Statement<'s>>>,
    /// The kinds whose lists are empty.
    pub(super) empty_kinds: Vec<Kind>,
    /// The kinds whose lists have something in them that is not a statement.
    pub(super) unread_kinds: Vec<Kind>,
}

/// Reads the given lists of statements, one for each kind; `read` reads the value at a position in such a list.
pub(super) fn read<'t, 's>(
    given: &[(Kind, Member<'t, 's>)],
    mut read: impl FnMut(Kind, usize, Value<'t, 's>) -> Option<Statement<'s>>,
) -> StatementLists<'s> {
    let mut all: Option<List<Statement<'s>>> = None;
    let (mut empty_kinds, mut unread_kinds) = (Vec::new(), Vec::new());
    for &(kind, member) in given {
        if member.value.kind() != ValueKind::Array {
            unread_kinds.push(kind);
            continue;
        }
        if member.value.is_empty() {
            empty_kinds.push(kind);
        }
        let list = all.get_or_insert_with(|| List::new(member.key.span(), Vec::with_capacity(count(given))));
        let before = list.items.len();
        let values = member.value.elements().enumerate();
        list.items.extend(values.filter_map(|(index, value)| read(kind, index, value)));
        if list.items.len() - before < member.value.len() {
            unread_kinds.push(kind);
        }
    }
    StatementLists { all: all.map_or(Field::Missing, Field::Stated), empty_kinds, unread_kinds }
}

/// How many values all lists have.
pub(super) fn count(given: &[(Kind, Member<'_, '_>)]) -> usize {
    let is_list = |member: &&(Kind, Member<'_, '_>)| member.1.value.kind() == ValueKind::Array;
    given.iter().filter(is_list).map(|(_, member)| member.value.len()).sum()
}
