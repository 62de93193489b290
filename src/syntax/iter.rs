//! Walking over the items of a container: no recursion, no allocation.

use super::{Member, Tree, Value};

/// The elements of an array, in the order of the text.
#[derive(Clone, Debug)]
pub struct Elements<'t, 's> {
    tree: &'t Tree<'s>,
    next: u32,
    end: u32,
}

impl<'t, 's> Elements<'t, 's> {
    /// What stands in the nodes `next..end`.
    pub(super) fn new(tree: &'t Tree<'s>, next: u32, end: u32) -> Self {
        Self { tree, next, end }
    }
}

impl<'t, 's> Iterator for Elements<'t, 's> {
    type Item = Value<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let value = Value::new(self.tree, self.next);
        self.next = self.tree.node(self.next).next();
        Some(value)
    }
}

/// The members of an object, in the order of the text, repeated keys included.
#[derive(Clone, Debug)]
pub struct Members<'t, 's> {
    parts: Elements<'t, 's>,
}

impl<'t, 's> Members<'t, 's> {
    /// The members whose keys and values are `parts`.
    pub(super) fn new(parts: Elements<'t, 's>) -> Self {
        Self { parts }
    }
}

impl<'t, 's> Iterator for Members<'t, 's> {
    type Item = Member<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.parts.next()?;
        let value = self.parts.next()?;
        Some(Member { key, value })
    }
}

/// The members of an object, of repeated keys only the last.
#[derive(Clone, Debug)]
pub struct UniqueMembers<'t, 's> {
    members: Members<'t, 's>,
}

impl<'t, 's> UniqueMembers<'t, 's> {
    /// Those of `members` that no later one shadows.
    pub(super) fn new(members: Members<'t, 's>) -> Self {
        Self { members }
    }
}

impl<'t, 's> Iterator for UniqueMembers<'t, 's> {
    type Item = Member<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        self.members.find(|member| !member.key.is_shadowed())
    }
}
