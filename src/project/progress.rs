//! The progress of a run.

/// Is notified of the progress of a run.
pub trait Progress: Sync {
    /// The run starts, with this number of inputs.
    fn begin(&self, _inputs: usize) {}

    /// One more input is done.
    fn step(&self) {}

    /// An input with several documents is open; this is how many it has.
    fn opened(&self, _documents: usize) {}

    /// One more document of such an input is done.
    fn checked(&self) {}

    /// The run is done.
    fn end(&self) {}
}

/// Ignores all progress.
impl Progress for () {}
