//! A document as the rows of one table, which have a place for everything that the native document states.

mod facts;
mod map;
mod row;
mod standard;

use crate::model::Document;

pub(super) use row::Row;

/// All that a document states, row by row.
pub(super) fn rows(document: &Document<'_>) -> Vec<Row> {
    match document {
        Document::Standard(standard) => standard::rows(standard),
        Document::Map(map) => map::rows(map),
    }
}
