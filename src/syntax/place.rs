//! From a place to the value that stands there, and from a JSON pointer (RFC 6901) to its value.

use super::{Tree, Value, ValueKind};
use crate::source::Span;

/// What leads from any place in a tree back to its root. Built in one walk over the tree, for as many
/// places as are asked for.
#[derive(Debug)]
pub struct Places<'t, 's> {
    tree: &'t Tree<'s>,
    /// For each node, the container that holds it; the root holds itself.
    parents: Vec<u32>,
    /// For each node, how many nodes stand before it in its container; a key is one, its value too.
    ordinals: Vec<u32>,
}

impl<'t, 's> Places<'t, 's> {
    fn new(tree: &'t Tree<'s>) -> Self {
        let count = tree.nodes.len();
        let mut places = Self { tree, parents: vec![0; count], ordinals: vec![0; count] };
        for (index, container) in (0..).zip(&tree.nodes) {
            let is_container = matches!(container.kind(), ValueKind::Array | ValueKind::Object);
            let (mut item, mut ordinal) = (index + 1, 0);
            while is_container && item < container.next() {
                places.parents[item as usize] = index;
                places.ordinals[item as usize] = ordinal;
                (item, ordinal) = (tree.node(item).next(), ordinal + 1);
            }
        }
        places
    }

    /// The JSON pointer of the innermost value that covers `span`; that of the member if the span
    /// lies in its key, or covers more than its value. Empty, which means the whole document, if no
    /// smaller value does.
    #[must_use]
    pub fn pointer(&self, span: Span) -> String {
        let mut nodes = Vec::new();
        let mut node = self.innermost(span);
        while node != 0 {
            nodes.push(node);
            node = self.parents[node as usize];
        }
        let mut pointer = String::with_capacity(16 * nodes.len());
        for node in nodes.iter().rev() {
            pointer.push('/');
            self.push_step(*node, &mut pointer);
        }
        pointer
    }

    /// The innermost node that covers `span`, or the key of the innermost member that does.
    fn innermost(&self, span: Span) -> u32 {
        let after = self.tree.nodes.partition_point(|node| node.span().start <= span.start);
        let mut node = u32::try_from(after.saturating_sub(1)).unwrap_or_default();
        let mut child = node;
        while node != 0 && !self.tree.node(node).span().contains(span) {
            child = node;
            node = self.parents[node as usize];
        }
        let is_member = self.is_key(child) && child != node && {
            let value = self.tree.node(child + 1).span();
            self.tree.node(child).span().to(value).contains(span)
        };
        if is_member { child } else { node }
    }

    fn is_key(&self, node: u32) -> bool {
        let holder =
            self.tree.nodes.get(self.parents.get(node as usize).map_or(0, |&parent| parent as usize));
        let in_object = holder.is_some_and(|holder| holder.kind() == ValueKind::Object);
        node != 0 && in_object && self.ordinals[node as usize].is_multiple_of(2)
    }

    /// Appends the step from the container of a node to the node.
    fn push_step(&self, node: u32, pointer: &mut String) {
        let holder = self.tree.node(self.parents[node as usize]);
        if holder.kind() == ValueKind::Array {
            pointer.push_str(&self.ordinals[node as usize].to_string());
            return;
        }
        let key = if self.is_key(node) { node } else { node - 1 };
        for part in Value::new(self.tree, key).as_str().unwrap_or_default().split_inclusive(['~', '/']) {
            match part.as_bytes() {
                [start @ .., b'~'] => pointer.extend([&part[..start.len()], "~0"]),
                [start @ .., b'/'] => pointer.extend([&part[..start.len()], "~1"]),
                _ => pointer.push_str(part),
            }
        }
    }
}

impl<'s> Tree<'s> {
    /// What leads from places to JSON pointers.
    #[must_use]
    pub fn places(&self) -> Places<'_, 's> {
        Places::new(self)
    }

    /// The value that the steps lead to from the root: keys as they read, and numbers of elements.
    /// A JSON pointer's own escapes `~0` and `~1` are not undone here.
    #[must_use]
    pub fn at(&self, steps: impl IntoIterator<Item = impl AsRef<str>>) -> Option<Value<'_, 's>> {
        steps.into_iter().try_fold(self.root()?, |value, step| child(value, step.as_ref()))
    }

    /// The value that a JSON pointer leads to, such as `/duties/0/title`.
    #[must_use]
    pub fn resolve(&self, pointer: &str) -> Option<Value<'_, 's>> {
        if pointer.is_empty() {
            return self.root();
        }
        let steps = pointer.strip_prefix('/')?.split('/');
        self.at(steps.map(|step| step.replace("~1", "/").replace("~0", "~")))
    }
}

/// One step down.
fn child<'t, 's>(value: Value<'t, 's>, step: &str) -> Option<Value<'t, 's>> {
    if value.kind() == ValueKind::Object {
        return value.get(step);
    }
    let plain = step == "0" || (!step.starts_with('0') && step.bytes().all(|byte| byte.is_ascii_digit()));
    let index = step.parse().ok().filter(|_| plain)?;
    value.elements().nth(index)
}
