//! JSON as a tree with a span on every key and value, and every mistake with its place.
//!
//! [`parse`] never fails: what cannot be read becomes a [`SyntaxError`], and all the rest is in the
//! [`Tree`]. Without an error the text is JSON, exactly as `serde_json` sees it; only a byte order
//! mark at the start is skipped here. Nothing recurses, so no text can exhaust the stack.

mod duplicates;
mod error;
mod items;
mod node;
mod outline;
mod parse;
mod place;
mod scan;
pub mod split;
#[cfg(test)]
mod tests;
mod tree;
mod unescape;
mod value;

pub use error::SyntaxError;
pub use items::{Elements, Members, UniqueMembers};
pub use node::ValueKind;
pub use outline::outline;
pub use parse::{MAX_DEPTH, MAX_ERRORS, parse};
pub use place::Places;
pub use tree::Tree;
pub use value::{Member, Value};
