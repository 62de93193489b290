//! What editors ask of a document: what stands at a place, where else it stands, and edits of its text.
//!
//! All places are spans of the document; [`Buffer`] turns them into lines and characters as editors count them.

mod actions;
mod buffer;
mod changes;
mod codes;
mod completion;
mod hints;
mod hover;
mod lines;
mod map_to;
mod outline;
mod silence;

pub use actions::{fix_title, tidied};
pub use buffer::{Buffer, Splice};
pub use changes::changes;
pub use codes::{CodePlace, CodeRole, at, places_of};
pub use completion::{Completion, CompletionKind, completions};
pub use hints::{Hint, Lens, hints, lenses, renumbered};
pub use hover::{about_code, about_rule};
pub use lines::{LinePosition, Lines, Unit};
pub use map_to::{mapped_to, unmapped_duties};
pub use outline::{Outline, OutlineKind, folds, outline};
pub use silence::{ignored_in_document, ignored_in_settings};
