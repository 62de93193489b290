//! How far a run has come.

/// Hears how far a run has come.
pub trait Progress: Sync {
    /// So many inputs are to be checked.
    fn begin(&self, _inputs: usize) {}

    /// One input more is done.
    fn step(&self) {}

    /// All are done.
    fn end(&self) {}
}

/// Nobody hears it.
impl Progress for () {}
