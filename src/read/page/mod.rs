//! Pages as text, pasted or extracted: lines with their places, labels, headings, codes; and a
//! reader for each kind of page, and for drafts.

mod below;
mod cards;
mod chrome;
mod codes;
mod detect;
pub(super) mod draft;
mod entries;
mod footer;
pub(super) mod fragments;
mod head;
mod key_facts;
mod kinds;
mod labels;
mod layout;
mod lines;
mod links;
mod listing;
pub(super) mod map_page;
mod numbered;
mod own_line;
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

pub(super) use detect::{format as format_of, is_draft_source, is_head, is_page_or_draft};
pub(super) use labels::options;
pub(super) use own_line::{is_label, is_line_of_its_own, states_fact};
pub(super) use values::status_len;
