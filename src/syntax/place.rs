//! From a place to the value that is there, and from a JSON pointer (RFC 6901) to its value.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Tree, Value, ValueKind};
use crate::source::Span;

/// What leads from any place in a tree back to its root. Each container is looked through once, when a place in it is
/// first asked for.
#[derive(Debug)]
pub struct Places<'t, 's> {
    tree: &'t Tree<'s>,
    /// For each container looked through, the nodes of everything that it holds: elements, or alternating keys and
    /// values.
    items: RefCell<BTreeMap<u32, Vec<u32>>>,
}

/// A step from a container to what it holds.
#[derive(Clone, Copy, Debug)]
struct Step {
    holder: u32,
    node: u32,
    /// How many nodes come before it in its container; a key counts as one, and so does its value.
    ordinal: usize,
}

impl<'t, 's> Places<'t, 's> {
    fn new(tree: &'t Tree<'s>) -> Self {
        Self { tree, items: RefCell::default() }
    }

    /// The JSON pointer of the innermost value that covers `span`, or of the member if the span
    /// lies in its key or covers more than its value. Empty, which means the whole document, if no
    /// smaller value covers it.
    #[must_use]
    pub fn pointer(&self, span: Span) -> String {
        let path = self.innermost(span);
        let mut pointer = String::with_capacity(16 * path.len());
        for step in path {
            pointer.push('/');
            self.push_step(step, &mut pointer);
        }
        pointer
    }

    /// The steps to the innermost node that covers `span`, or to the key of the innermost member that covers it.
    fn innermost(&self, span: Span) -> Vec<Step> {
        let after = self.tree.nodes.partition_point(|node| node.span().start <= span.start);
        let mut path = self.path(u32::try_from(after.saturating_sub(1)).unwrap_or_default());
        let covers = |step: &mut Step| self.tree.node(step.node).span().contains(span);
        let mut child = None;
        while let Some(step) = path.pop_if(|step| !covers(step)) {
            child = Some(step);
        }
        path.extend(child.filter(|step| {
            let member = || self.tree.node(step.node).span().to(self.tree.node(step.node + 1).span());
            self.is_key(*step) && member().contains(span)
        }));
        path
    }

    /// The steps from the root to a node.
    fn path(&self, node: u32) -> Vec<Step> {
        let (mut path, mut holder) = (Vec::new(), 0);
        while holder != node && !self.tree.nodes.is_empty() {
            let step = self.step(holder, node);
            path.push(step);
            holder = step.node;
        }
        path
    }

    /// The step from a container to the item that holds the node, or is the node.
    fn step(&self, holder: u32, node: u32) -> Step {
        self.with_items(holder, |items| {
            let ordinal = items.partition_point(|item| *item <= node).saturating_sub(1);
            Step { holder, node: items[ordinal], ordinal }
        })
    }

    /// Asks something of the nodes that a container holds.
    fn with_items<T>(&self, holder: u32, ask: impl FnOnce(&[u32]) -> T) -> T {
        let items = || {
            let (first, end) = (holder + 1, self.tree.node(holder).next());
            let next = |item: &u32| Some(self.tree.node(*item).next()).filter(|next| *next < end);
            std::iter::successors(Some(first).filter(|first| *first < end), next).collect()
        };
        ask(self.items.borrow_mut().entry(holder).or_insert_with(items))
    }

    /// The value that a JSON pointer (RFC 6901) leads to, such as `/duties/0/title`.
    #[must_use]
    pub fn resolve(&self, pointer: &str) -> Option<Value<'t, 's>> {
        if pointer.is_empty() {
            return self.tree.root();
        }
        let steps =
            pointer.strip_prefix('/')?.split('/').map(|step| step.replace("~1", "/").replace("~0", "~"));
        steps.into_iter().try_fold(self.tree.root()?, |value, step| {
            let Some(index) = index(value, &step) else { return child(value, &step) };
            let node = self.with_items(value.index(), |items| items.get(index).copied());
            node.map(|node| Value::new(self.tree, node))
        })
    }

    fn is_key(&self, step: Step) -> bool {
        self.tree.node(step.holder).kind() == ValueKind::Object && step.ordinal.is_multiple_of(2)
    }

    /// Appends a step.
    fn push_step(&self, step: Step, pointer: &mut String) {
        if self.tree.node(step.holder).kind() == ValueKind::Array {
            pointer.push_str(&step.ordinal.to_string());
            return;
        }
        let key = if self.is_key(step) { step.node } else { step.node - 1 };
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

    /// The value that the steps lead to from the root: unescaped keys, and indices of elements. A
    /// JSON pointer's own escapes `~0` and `~1` are not undone here.
    #[must_use]
    pub fn at(&self, steps: impl IntoIterator<Item = impl AsRef<str>>) -> Option<Value<'_, 's>> {
        steps.into_iter().try_fold(self.root()?, |value, step| child(value, step.as_ref()))
    }

    /// The value that a JSON pointer leads to: see [`Places::resolve`], which is for many of them.
    #[must_use]
    pub fn resolve(&self, pointer: &str) -> Option<Value<'_, 's>> {
        self.places().resolve(pointer)
    }
}

/// One step down.
fn child<'t, 's>(value: Value<'t, 's>, step: &str) -> Option<Value<'t, 's>> {
    if value.kind() == ValueKind::Object {
        return value.get(step);
    }
    value.elements().nth(index(value, step)?)
}

/// The index of an element, if the step leads to an element of an array.
fn index(value: Value<'_, '_>, step: &str) -> Option<usize> {
    let is_plain = step == "0" || (!step.starts_with('0') && step.bytes().all(|byte| byte.is_ascii_digit()));
    step.parse().ok().filter(|_| is_plain && value.kind() == ValueKind::Array)
}
