//! The facts of a standard, which are its single values, and the states that a field can have. All that readers,
//! writers, rules and reports know about a fact is in its row of [`FACTS`].

mod field;
mod row;
mod table;
mod values;

pub use field::{Field, List};
pub use row::{FactKind, FactPlace, FactRow, FactValue, FactValueMut, PageKind, RecordKey};
pub use table::FACTS;
pub use values::{Dates, FactChangeId, FactId, Facts, Soc};
