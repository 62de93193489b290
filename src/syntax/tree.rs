//! A text as nodes in the order of the text.

use super::node::Node;
use crate::source::Span;

/// A JSON text as a tree: nodes in the order of the text, in one piece of memory.
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    pub(super) text: &'s str,
    pub(super) nodes: Vec<Node>,
    /// The nodes of keys that occur twice in one object: the first one and the repeated one.
    pub(super) duplicates: Vec<(u32, u32)>,
}

impl<'s> Tree<'s> {
    /// The whole text that the tree was read from.
    #[must_use]
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// The keys that occur more than once in one object: the span of the first, and the span of
    /// each repetition, in the order of the repetitions. Keys are compared without their escapes.
    #[must_use]
    pub fn duplicate_keys(&self) -> Vec<(Span, Span)> {
        let span = |index: u32| self.node(index).span();
        self.duplicates.iter().map(|&(first, repeated)| (span(first), span(repeated))).collect()
    }

    /// Whether a key occurs more than once in one object.
    #[must_use]
    pub fn has_duplicate_keys(&self) -> bool {
        !self.duplicates.is_empty()
    }

    /// The node with this number.
    pub(super) fn node(&self, index: u32) -> Node {
        self.nodes[index as usize]
    }
}
