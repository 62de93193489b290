//! Occupational maps, as they are compared: their pathways, clusters and occupations are items, paired by their names and
//! then by where they are on the map.

mod settled;
mod sides;

pub(super) use settled::settled;
pub(super) use sides::{facts, options, sides};
