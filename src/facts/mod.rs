//! The single values of a standard, and what a document says of one at all. Whatever is known of a fact, by readers, writers,
//! rules and reports, stands in its row of [`FACTS`].

mod field;
mod row;
mod table;
mod values;

pub use field::{Field, List};
pub use row::{FactKind, FactPlace, FactRow, FactValue, FactValueMut, PageKind, RecordKey};
pub use table::FACTS;
pub use values::{Dates, FactChangeId, FactId, Facts, Soc};
