//! What every page has: head, style, contents, and the small parts that texts and tables are shown with.
//!
//! A page is self-contained and has no scripts. Every text of a document passes through maud's escaping and is inside a
//! `bdi`, so that neither its characters nor its direction act on the page; a content policy allows nothing but the
//! style sheet that is part of the page.

mod frame;
mod parts;
mod place;

pub(in crate::report) use frame::{PageFrame, STYLE, made_by};
pub(in crate::report) use parts::{file_name, hidden, scrolling, seen, text};
pub(in crate::report) use place::SitePlace;
