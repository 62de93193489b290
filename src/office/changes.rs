//! Tracked changes.

/// Which state of a document with tracked changes is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrackedChanges {
    /// As if all of them were accepted.
    #[default]
    Accepted,
    /// As if all of them were rejected.
    Rejected,
}
