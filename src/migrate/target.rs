//! The versions that documents are migrated from and to.

use super::plan::Plan;
use crate::citing::Citable;

/// The versions that documents are migrated from and to.
#[derive(Clone, Debug)]
pub struct Target<'d> {
    /// What becomes of the codes.
    pub plan: &'d Plan,
    /// The old version.
    pub old: &'d Citable<'d>,
    /// The new version.
    pub new: &'d Citable<'d>,
}
