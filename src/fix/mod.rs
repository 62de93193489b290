//! Applies the fixes of findings: to a text, or to a Word document as tracked changes.

mod choose;
mod text;
mod tracked;

pub use choose::Fixes;
pub(crate) use choose::apply;
pub use text::{Fixed, NotEdited, editable, fix};
pub use tracked::{LeftOut, TrackedFixes, track};
