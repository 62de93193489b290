//! Which documents of a run are compared with which.

/// Old and new documents that belong together, as numbers of files.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Versions that came, each behind the one before it.
    pub(crate) successors: Vec<(usize, usize)>,
    pub(crate) only_old: Vec<usize>,
    pub(crate) only_new: Vec<usize>,
    /// How many documents are the same to the byte.
    pub(crate) unchanged: usize,
}
