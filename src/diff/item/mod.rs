//! What is compared: the statements, duties and paragraphs of two standards, and references to them.

mod section;
mod side;
mod sides;

pub use section::Section;
pub use side::{Item, ItemRef, MapPlace, Side, Which};
pub(super) use sides::{Limit, Sides, apprenticeship, paragraphs, reference, text};
