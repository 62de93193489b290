//! What a standard states of the mapping between its duties and its statements.

use super::{Code, Duty, Field, Kind, Standard, Statement};

impl<'s> Standard<'s> {
    /// Whether the document says of any duty which statements it needs. An empty mapping at every
    /// duty says nothing.
    #[must_use]
    pub fn states_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| !duty.codes().is_empty())
    }

    /// The duties that list `code`, in order.
    pub fn duties_with(&self, code: Code) -> impl Iterator<Item = &Duty<'s>> {
        self.duties.items().iter().filter(move |duty| duty.lists(code))
    }

    /// The indices of the duties that list codes, but none of `kind`. There are none where the
    /// document has no statement of that kind or no duty lists any: then it is not the duty that
    /// is at fault.
    pub fn duties_without(&self, kind: Kind) -> impl Iterator<Item = usize> {
        let duties = self.duties.items();
        let common =
            self.statements_of(kind).next().is_some() && duties.iter().any(|duty| duty.lists_kind(kind));
        let lacks = move |duty: &Duty<'_>| common && !duty.codes().is_empty() && !duty.lists_kind(kind);
        (0..duties.len()).filter(move |&index| lacks(&duties[index]))
    }

    /// The statements of `kind` that no duty lists, in order. There are none where the document
    /// states no mapping, or where a part of it could not be read.
    pub fn unmapped(&self, kind: Kind) -> impl Iterator<Item = &Statement<'s>> {
        let known = self.states_mapping() && !self.has_unreadable_mapping();
        self.statements_of(kind)
            .filter(move |statement| known && self.duties_with(statement.code.value).next().is_none())
    }

    /// Whether any statement has `code`.
    #[must_use]
    pub fn defines(&self, code: Code) -> bool {
        self.statements.items().iter().any(|statement| statement.code.value == code)
    }

    /// Whether the mapping of any duty could not be read.
    #[must_use]
    pub fn has_unreadable_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| matches!(duty.mapping, Field::Unreadable(_)))
    }
}
