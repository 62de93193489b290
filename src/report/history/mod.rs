//! The history of one standard: its versions, oldest first, and what each changed. It says beside what a version
//! states of itself what really differs: the version log that nobody publishes.

pub mod html;
pub mod json;
pub mod markdown;
pub mod terminal;
mod versions;

pub use versions::{HistoryReport, Version};
