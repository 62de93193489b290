//! A table with a row for everything that a document states, `Type,Code,Text,KSBs`: it is read row by row, strictly by the
//! names of its columns and rows.

mod codes;
mod duties;
mod map;
mod row;
mod standard;
mod statements;
mod table;
mod value;

pub(super) use map::read as read_map;
pub(super) use standard::state;
pub(super) use table::{is_head, is_there, take};
