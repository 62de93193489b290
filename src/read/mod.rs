//! Readers: one front end per format, all giving the same [`Document`](crate::model::Document) with spans into the file.
//!
//! Reading never fails on content: what cannot be read is a [`Diagnostic`](crate::diagnostic::Diagnostic).

mod blocks;
mod cells;
mod detect;
pub mod encoding;
mod fields;
mod html;
mod ids;
mod json;
mod looks_like;
mod map_text;
mod maps_api;
mod markdown;
mod native;
mod notes;
mod page;
mod parts;
mod reading;
mod record;
mod shown;
mod standards_api;
mod statements;
mod transcribed;

pub use blocks::{Form, blocks, blocks_and_form, is_yaml, unread_parts};
pub use cells::{CellsRow, Field, cell_rows};
pub use detect::{format_of, format_of_file};
pub use markdown::front_matter;
pub use parts::{Parts, parts, parts_as};
pub use reading::{MAX_DOCUMENT, Reading, read};
