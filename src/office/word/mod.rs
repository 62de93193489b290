//! Word documents (`.docx`): paragraphs, lists and tables as a reader sees them; comments and tracked changes written into
//! them.

mod annotate;
mod beside;
mod body;
mod comments;
mod cuts;
mod locked;
mod numbering;
mod package;
mod paragraph;
mod raw;
mod read;
mod redline;
mod reword;
mod seen;
mod styles;
mod tables;
mod write;

pub use annotate::{annotate, comments_of};
pub(super) use read::extract;
pub use redline::Redline;
pub use write::{Block, Style, write};
