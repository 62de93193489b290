//! Applies the fixes of findings: to a text, or to a Word document as tracked changes.

mod choose;
mod text;
mod tracked;

pub use choose::Fixes;
pub use text::{Fixed, NotEdited, fix};
pub use tracked::{LeftOut, TrackedFixes, track};
