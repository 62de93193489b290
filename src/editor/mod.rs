//! What editors ask about a document: what is at a place, where else it is, and edits of its text.
//!
//! All places are spans of the document; [`Buffer`] turns them into lines and characters as editors count them.

mod actions;
mod buffer;
mod changes;
mod codes;
mod completion;
mod hints;
mod hover;
mod ignores;
mod lines;
mod map_to;
mod outline;

pub use actions::{fix_title, formatted};
pub use buffer::{Buffer, Splice};
pub use changes::changes;
pub use codes::{CodePlace, CodeRole, at, places_of};
pub use completion::{Completion, CompletionKind, completions};
pub use hints::{Hint, Lens, hints, lenses, renumbered};
pub use hover::{about_code, about_rule};
pub use ignores::{ignore_in_document, ignore_in_settings};
pub use lines::{LinePosition, Lines, Unit};
pub use map_to::{mapped_to, unmapped_duties};
pub use outline::{Outline, OutlineKind, folds, outline};
