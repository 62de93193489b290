//! Pages as text, pasted or extracted: lines with their places, labels, headings, codes; and a
//! reader for each kind of page.

mod codes;
mod detect;
mod entries;
pub(super) mod fragments;
mod head;
mod labels;
mod lines;
pub(super) mod map_page;
mod notes;
mod parts;
pub(super) mod retired;
mod sections;
pub(super) mod standard;
mod themes;

#[cfg(test)]
mod tests;

pub(super) use detect::format as format_of;
