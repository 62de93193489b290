//! JSON as a tree with a span on every key and value, and every mistake at its place.
//!
//! [`parse`] never fails: what cannot be read becomes a [`SyntaxError`], and all the rest is in the
//! [`Tree`]. Without an error the text is JSON, exactly as `serde_json` sees it; only a byte order
//! mark at the start is skipped here. Nothing recurses, so no text can exhaust the stack.

mod duplicates;
mod error;
mod iter;
mod node;
mod outline;
mod parse;
mod place;
mod scan;
pub mod split;
#[cfg(test)]
mod tests;
mod unescape;
mod value;

pub use error::SyntaxError;
pub use iter::{Elements, Members, UniqueMembers};
pub use node::ValueKind;
pub use outline::outline;
pub use place::Places;
pub use value::{Member, Value};

use crate::source::Span;
use node::Node;

/// How deep arrays and objects may be nested, the outermost one counted: what `serde_json` reads
/// before it reaches its recursion limit of 128.
pub const MAX_DEPTH: usize = 127;

/// How many mistakes of one text are told; all further ones are left out.
pub const MAX_ERRORS: usize = 1000;

/// A JSON text as a tree: nodes in the order of the text, in one piece of memory.
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    text: &'s str,
    nodes: Vec<Node>,
    /// The nodes of keys that stand twice in one object, the first one and the repeated one.
    duplicates: Vec<(u32, u32)>,
}

impl<'s> Tree<'s> {
    /// The outermost value; `None` if the text is empty.
    #[must_use]
    pub fn root(&self) -> Option<Value<'_, 's>> {
        (!self.nodes.is_empty()).then_some(Value::new(self, 0))
    }

    /// The whole text that the tree was read from.
    #[must_use]
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// The keys that stand more than once in one object: the span of the first, and that of each
    /// repetition, in the order of the repetitions. Keys are compared as they read without escapes.
    #[must_use]
    pub fn duplicate_keys(&self) -> Vec<(Span, Span)> {
        let span = |index: u32| self.node(index).span();
        self.duplicates.iter().map(|&(first, repeated)| (span(first), span(repeated))).collect()
    }

    /// Whether a key stands more than once in one object.
    #[must_use]
    pub fn has_duplicate_keys(&self) -> bool {
        !self.duplicates.is_empty()
    }

    fn node(&self, index: u32) -> Node {
        self.nodes[index as usize]
    }
}

/// Reads a JSON text. The errors are in the order of their places; there is none if, and only if,
/// the text is JSON.
#[must_use]
pub fn parse(text: &str) -> (Tree<'_>, Vec<SyntaxError>) {
    parse::parse(text)
}
