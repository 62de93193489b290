//! From where to where documents are moved.

use super::plan::Plan;
use crate::citing::Citable;

/// From which version to which one documents are moved.
#[derive(Clone, Debug)]
pub struct Target<'d> {
    /// What becomes of the codes.
    pub plan: &'d Plan,
    /// The old version.
    pub old: &'d Citable<'d>,
    /// The new version.
    pub new: &'d Citable<'d>,
}
