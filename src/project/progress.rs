//! The progress of a run.

/// Is notified of the progress of a run.
pub trait Progress: Sync {
    /// The run starts, with this number of inputs.
    fn begin(&self, _inputs: usize) {}

    /// One more input is done.
    fn step(&self) {}

    /// The run is done.
    fn end(&self) {}
}

/// Ignores all progress.
impl Progress for () {}
