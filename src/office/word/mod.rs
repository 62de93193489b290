//! Word documents (`.docx`): paragraphs, lists and tables as a reader sees them, and comments written into them.

mod annotate;
mod body;
mod comments;
mod numbering;
mod package;
mod paragraph;
mod read;
mod rewrite;
mod splice;
mod styles;
mod tables;

pub use annotate::annotate;
pub use comments::Comment;
pub(super) use read::extract;
