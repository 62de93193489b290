//! Places in documents that are not plain text, in the form that they have in JSON.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::source::Place;

/// A place: `{"text": "table 2, row 4, column 1", "part": "table", "table": 2, "row": 4, "column": 1}`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Locator<'a>(pub(super) &'a Place);

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Locator<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.0.to_string())?;
        let text_box = match self.0 {
            Place::Paragraph { text_box, .. } | Place::Cell { text_box, .. } => *text_box,
            Place::Sheet { .. } => None,
        };
        if let Some(text_box) = text_box {
            map.serialize_entry("textBox", &text_box)?;
        }
        match self.0 {
            Place::Paragraph { paragraph, .. } => {
                map.serialize_entry("part", "paragraph")?;
                map.serialize_entry("paragraph", paragraph)?;
            }
            Place::Cell { table, row, column, .. } => {
                map.serialize_entry("part", "table")?;
                map.serialize_entry("table", table)?;
                map.serialize_entry("row", row)?;
                map.serialize_entry("column", column)?;
            }
            Place::Sheet { sheet, row, column } => {
                map.serialize_entry("part", "sheet")?;
                map.serialize_entry("sheet", &**sheet)?;
                map.serialize_entry("cell", &self.0.cell_name())?;
                map.serialize_entry("row", row)?;
                map.serialize_entry("column", column)?;
            }
        }
        map.end()
    }
}
