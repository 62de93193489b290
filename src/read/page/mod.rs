//! Pages as text, pasted or extracted: lines with their places, labels, headings, codes; and a
//! reader for each kind of page, and for drafts.

mod chrome;
mod codes;
mod detect;
pub(super) mod draft;
mod entries;
mod footer;
pub(super) mod fragments;
mod head;
mod key_facts;
mod labels;
mod layout;
mod lines;
pub(super) mod map_page;
mod parts;
pub(super) mod retired;
pub(super) mod route_map;
mod row;
mod second;
mod sections;
pub(super) mod standard;
mod swallowed;
mod themes;
mod title;
mod values;

#[cfg(test)]
mod tests;

pub(super) use detect::{format as format_of, format_of_source};
pub(super) use labels::options;
pub(super) use values::status_len;
