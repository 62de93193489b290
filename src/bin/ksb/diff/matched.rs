//! Which documents of a run are compared with which.

/// Old and new documents that belong together, as file numbers.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Versions that were added, each after the one before it.
    pub(crate) successors: Vec<(usize, usize)>,
    pub(crate) only_old: Vec<usize>,
    pub(crate) only_new: Vec<usize>,
    /// How many documents are byte for byte the same.
    pub(crate) unchanged: usize,
}
