//! What arrays and objects hold: no recursion, no allocation.

use super::node::Node;
use super::{Member, Tree, Value, ValueKind};

impl<'t, 's> Value<'t, 's> {
    /// Whether the bracket or quotation mark that opens it is closed before the text ends or something else begins.
    #[must_use]
    pub fn is_closed(self) -> bool {
        let ends_with = |close: char| self.raw().len() > 1 && self.raw().ends_with(close);
        match self.kind() {
            ValueKind::Invalid => false,
            ValueKind::String => ends_with('"'),
            // The last item may end with the same kind of bracket; the container's own comes after it.
            ValueKind::Array | ValueKind::Object => {
                let kind = self.kind();
                let items_end = self.parts(kind).last().map_or(0, |item| item.span().end);
                ends_with(if kind == ValueKind::Array { ']' } else { '}' }) && items_end < self.span().end
            }
            _ => true,
        }
    }

    /// Everything that it holds, if it is of that kind: elements, or alternating keys and values.
    fn parts(self, kind: ValueKind) -> Elements<'t, 's> {
        let end = if self.kind() == kind { self.node().next() } else { self.index() };
        Elements::new(self.tree(), self.index() + 1, end)
    }

    /// The elements of an array; empty for anything else.
    #[must_use]
    pub fn elements(self) -> Elements<'t, 's> {
        self.parts(ValueKind::Array)
    }

    /// The members of an object, including repeated keys; empty for anything else.
    #[must_use]
    pub fn members(self) -> Members<'t, 's> {
        Members::new(self.parts(ValueKind::Object))
    }

    /// The members of an object, with only the last of each repeated key: what most programs see.
    #[must_use]
    pub fn unique_members(self) -> UniqueMembers<'t, 's> {
        UniqueMembers::new(self.members())
    }

    /// For each element of an array, the bytes of its text, if it is a string without escapes.
    pub fn verbatim_elements(self) -> impl Iterator<Item = Option<&'s [u8]>> {
        let text = self.tree().text.as_bytes();
        self.nodes().map(move |node| node.verbatim(text))
    }

    /// The nodes of the elements of an array.
    fn nodes(self) -> impl Iterator<Item = Node> {
        let end = if self.kind() == ValueKind::Array { self.node().next() } else { self.index() };
        let (tree, mut at) = (self.tree(), self.index() + 1);
        std::iter::from_fn(move || {
            let node = (at < end).then(|| tree.node(at))?;
            at = node.next();
            Some(node)
        })
    }

    /// The number of elements of an array or of members of an object, including repeated keys; 0
    /// for anything else.
    #[must_use]
    pub fn len(self) -> usize {
        match (self.kind(), self.node().len()) {
            (ValueKind::Array | ValueKind::Object, Some(len)) => len as usize,
            (ValueKind::Object, None) => self.members().count(),
            _ => self.elements().count(),
        }
    }

    /// The number of different keys of an object; otherwise the same as [`Value::len`].
    #[must_use]
    pub fn unique_len(self) -> usize {
        if self.tree().duplicates.is_empty() || self.kind() != ValueKind::Object {
            return self.len();
        }
        self.unique_members().count()
    }

    /// Whether it has neither elements nor members.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The value of the member `key` of an object: the last one if the key is repeated.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Self> {
        self.get_member(key).map(|member| member.value)
    }

    /// The member `key` of an object: the last one if the key is repeated.
    #[must_use]
    pub fn get_member(self, key: &str) -> Option<Member<'t, 's>> {
        self.unique_members().find(|member| member.key.reads(key))
    }
}

/// The elements of an array, in the order of the text.
#[derive(Clone, Debug)]
pub struct Elements<'t, 's> {
    tree: &'t Tree<'s>,
    next: u32,
    end: u32,
}

impl<'t, 's> Elements<'t, 's> {
    /// What is in the nodes `next..end`.
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

/// The members of an object, in the order of the text, including repeated keys.
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
