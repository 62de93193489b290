//! A document as one table, `Type,Code,Text,KSBs`: a row for each fact, paragraph, duty, statement and whatever else the
//! document states. What writes such a table and what reads it have the names of its rows and columns from here.

mod cell;
mod column;
mod kind;
mod row_type;

pub use cell::{NONE, NOT_STATED, joined, parted, quoted, unquoted};
pub use column::Column;
pub use kind::{MAP, kind_name, kind_of};
pub use row_type::RowType;
