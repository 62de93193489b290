//! Statements compared with prose, where one of the documents has no codes.

mod cover;
mod covering;

pub use cover::{Cover, Narrative};

pub(super) use covering::narrative;
