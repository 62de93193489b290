//! A document as one table, `Type,Code,Text,KSBs`: a row for each fact, paragraph, duty, statement and whatever else
//! the document states. The code that writes such a table and the code that reads it both take the names of its rows
//! and columns from here.

mod cell;
mod column;
mod kind;
mod row_type;

pub use cell::{NONE, NOT_STATED, joined, quoted, split_texts, unquoted};
pub use column::Column;
pub use kind::{MAP, kind_name, kind_of};
pub use row_type::RowType;
