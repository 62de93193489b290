//! What a standard states of the mapping between its duties and its statements.

use std::collections::BTreeSet;

use super::{Code, Duty, Field, Kind, Standard, Statement};
use crate::source::Text;

impl<'s> Standard<'s> {
    /// Whether the document says of any duty which statements it needs. An empty mapping at every
    /// duty says nothing.
    #[must_use]
    pub fn states_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| !duty.codes().is_empty())
    }

    /// The indices of the duties that list codes, but none of `kind`. There are none where the
    /// document has no statement of that kind or no duty lists any: then it is not the duty that
    /// is at fault. Nor is a duty among them that lists an id without a statement, which may be of that kind.
    pub fn duties_without(&self, kind: Kind) -> impl Iterator<Item = usize> {
        let duties = self.duties.items();
        let common =
            self.statements_of(kind).next().is_some() && duties.iter().any(|duty| duty.lists_kind(kind));
        let lacks = move |duty: &Duty<'_>| {
            let known = !duty.codes().is_empty() && duty.unknown_ids.is_empty();
            common && known && !duty.lists_kind(kind)
        };
        (0..duties.len()).filter(move |&index| lacks(&duties[index]))
    }

    /// The statements of `kind` that no duty lists, in order. There are none where the document
    /// states no mapping, or where a part of it could not be read.
    #[must_use]
    pub fn unmapped(&self, kind: Kind) -> Vec<&Statement<'s>> {
        if !self.states_mapping() || self.has_unreadable_mapping() {
            return Vec::new();
        }
        let codes = self.duties.items().iter().flat_map(Duty::codes);
        let listed: BTreeSet<Code> = codes.map(|code| code.value).collect();
        self.statements_of(kind).filter(|statement| !listed.contains(&statement.code.value)).collect()
    }

    /// The ids that duties list and no statement has, each with the index of its duty, and once for each. An id
    /// does not tell the kind that it is of, so there are none where the document has no statements of some
    /// kind: then it is not the duty that is at fault.
    #[must_use]
    pub fn unknown_ids(&self) -> Vec<(usize, &Text<'s>)> {
        let mut kinds = self.kind.kinds().iter();
        let mut out: Vec<(usize, &Text<'s>)> = Vec::new();
        if !kinds.all(|kind| self.statements_of(*kind).next().is_some()) {
            return out;
        }
        for (index, duty) in self.duties.items().iter().enumerate() {
            let mut seen = BTreeSet::new();
            let unknown = duty.unknown_ids.iter().filter(|id| seen.insert(id.as_str()));
            out.extend(unknown.map(|id| (index, id)));
        }
        out
    }

    /// The codes that its statements have.
    #[must_use]
    pub fn defined(&self) -> BTreeSet<Code> {
        self.statements.items().iter().map(|statement| statement.code.value).collect()
    }

    /// Whether the mapping of any duty could not be read.
    #[must_use]
    pub fn has_unreadable_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| matches!(duty.mapping, Field::Unreadable(_)))
    }
}
