//! One node of the arena: sixteen bytes, whatever it stands for.

use crate::source::Span;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// A value that could not be read; a [`SyntaxError`](super::SyntaxError) says why.
    Invalid,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number that fits in an `f64`.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// The bits that hold the kind; the rest of `meta` depends on it.
const KIND_BITS: u32 = 3;
/// In a string: whether it holds a backslash.
const ESCAPED: u32 = 1 << KIND_BITS;
/// In a key: whether a later member of its object has the same key.
const SHADOWED: u32 = 1 << (KIND_BITS + 1);
/// In a string: two bits each for the byte lengths of its opening and closing marks.
const OPENING_SHIFT: u32 = KIND_BITS + 2;
const CLOSING_SHIFT: u32 = KIND_BITS + 4;
/// The largest number of items that fits alongside the kind.
const LEN_MAX: u32 = u32::MAX >> KIND_BITS;

/// A value or a key. The nodes of a container follow it: the elements of an array, or the
/// alternating keys and values of an object, each with everything that it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// The first byte.
    start: u32,
    /// The byte after the last one.
    end: u32,
    /// The index of the first node after this one and everything that it holds.
    next: u32,
    /// The kind, and whatever else needs to be known about a string or a container.
    meta: u32,
}

const _: () = assert!(size_of::<Node>() == 16, "a node takes sixteen bytes");

impl Node {
    /// A node that holds no other nodes; `next` is the index after its own.
    pub(super) fn leaf(kind: ValueKind, span: Span, next: u32) -> Self {
        Self { start: span.start, end: span.end, next, meta: kind as u32 }
    }

    /// A string between marks of these byte lengths (1 and 1 in JSON).
    pub(super) fn string(span: Span, next: u32, escaped: bool, marks: (u32, u32)) -> Self {
        let flag = if escaped { ESCAPED } else { 0 };
        let marks = marks.0 << OPENING_SHIFT | marks.1 << CLOSING_SHIFT;
        Self { start: span.start, end: span.end, next, meta: ValueKind::String as u32 | flag | marks }
    }

    /// Closes a container that has `len` items.
    pub(super) fn close(&mut self, end: u32, next: u32, len: u32) {
        self.end = end;
        self.next = next;
        self.meta |= len.min(LEN_MAX) << KIND_BITS;
    }

    /// Marks a key that a later key of its object repeats.
    pub(super) fn shadow(&mut self) {
        self.meta |= SHADOWED;
    }

    pub(super) fn is_shadowed(self) -> bool {
        self.meta & SHADOWED != 0
    }

    pub(super) fn kind(self) -> ValueKind {
        match self.meta & ((1 << KIND_BITS) - 1) {
            1 => ValueKind::Null,
            2 => ValueKind::Bool,
            3 => ValueKind::Number,
            4 => ValueKind::String,
            5 => ValueKind::Array,
            6 => ValueKind::Object,
            _ => ValueKind::Invalid,
        }
    }

    pub(super) fn next(self) -> u32 {
        self.next
    }

    pub(super) fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }

    pub(super) fn is_escaped(self) -> bool {
        self.meta & ESCAPED != 0
    }

    /// The span of a string without its marks.
    pub(super) fn content(self) -> Span {
        let opening = self.meta >> OPENING_SHIFT & 3;
        let closing = self.meta >> CLOSING_SHIFT & 3;
        Span { start: self.start + opening, end: self.end - closing }
    }

    /// Whether it is a string without escapes.
    fn is_verbatim(self) -> bool {
        self.kind() == ValueKind::String && !self.is_escaped()
    }

    /// The bytes of a string without escapes, which is in `text`.
    #[inline]
    pub(super) fn verbatim(self, text: &[u8]) -> Option<&[u8]> {
        self.is_verbatim().then(|| text.get(self.content().range())).flatten()
    }

    /// The number of items of a container; `None` if there are more than fit, so that they have to
    /// be counted.
    pub(super) fn len(self) -> Option<u32> {
        let len = self.meta >> KIND_BITS;
        (len < LEN_MAX).then_some(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back() {
        use ValueKind::{Array, Bool, Invalid, Null, Number, Object, String};
        for kind in [Invalid, Null, Bool, Number, String, Array, Object] {
            assert_eq!(Node::leaf(kind, Span::at(0), 1).kind(), kind);
        }
    }

    #[test]
    fn a_count_that_does_not_fit_is_not_made_up() {
        let mut node = Node::leaf(ValueKind::Array, Span::at(0), 1);
        node.close(9, 4, 3);
        assert_eq!((node.kind(), node.len()), (ValueKind::Array, Some(3)));
        let mut node = Node::leaf(ValueKind::Object, Span::at(0), 1);
        node.close(9, 4, u32::MAX);
        assert_eq!((node.kind(), node.len()), (ValueKind::Object, None));
    }
}
