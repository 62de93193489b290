//! Where the files of a site go.

use super::super::Failure;

/// Takes the files of a site: their paths from its root, with slashes, and their content.
pub trait SiteFiles: Sync {
    /// Takes a file, on any thread and in any order, each path once.
    ///
    /// # Errors
    /// If it cannot be written.
    fn put(&self, path: &str, content: &str) -> Result<(), Failure>;
}
