//! The history of one standard: its versions, oldest first, and what each changed. Next to what a version states about
//! itself, it says what really differs: the version log that nobody publishes.

pub mod html;
pub mod json;
pub mod markdown;
pub mod terminal;
mod versions;

pub use versions::{HistoryReport, Version};
