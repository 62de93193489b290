//! What the parts of the page share.

use super::super::words::percent;
use crate::progression::{Direction, FocusLink};

/// Where the page of an occupation is, by its reference.
pub type Address<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Whether statements are shown by text, or by code alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Texts,
    Codes,
}

/// How much carries over in the direction of a link: upwards, or both ways.
pub(super) fn weight(link: &FocusLink<'_>) -> (u64, String) {
    let (there, back) = (link.there.carried.share, link.back.carried.share);
    match link.direction {
        Direction::From => (there, percent(there)),
        Direction::Into => (back, percent(back)),
        Direction::Both => {
            (u64::midpoint(there, back), format!("{} there, {} back", percent(there), percent(back)))
        }
    }
}
