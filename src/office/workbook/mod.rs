//! Workbooks: the cells of each visible sheet, row by row; comments written into them.

mod annotate;
mod cells;
mod formats;
mod names;
mod notes;
mod notes_column;
mod obstacle;
mod open_document;
mod read;
mod reword;
mod shapes;
mod sheet;
mod strings;
mod tables;
mod write;
mod xlsx;

pub use annotate::{Annotated, annotate_cells};
pub use obstacle::CellObstacle;
pub(super) use read::extract;
pub use reword::{CellNote, CellTexts};
pub use write::{Sheet, workbook};
