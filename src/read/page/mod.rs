//! Pages as text, pasted or extracted: lines with their places, labels, headings, codes; and a
//! reader for each kind of page.

mod codes;
mod detect;
mod entries;
pub(crate) mod fragments;
mod head;
mod labels;
mod lines;
pub(crate) mod map_page;
mod notes;
mod parts;
pub(crate) mod retired;
mod sections;
pub(crate) mod standard;
mod themes;

#[cfg(test)]
mod tests;
