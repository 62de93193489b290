//! The files of the server: the buffers of open documents, and the disk below them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ksb::project::{Disk, Files, FolderEntry};

/// The texts of open documents, by path.
pub(super) type Buffers = BTreeMap<PathBuf, Arc<str>>;

/// The files as an editor sees them. Listings of the disk are kept until they are forgotten.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    buffers: Mutex<Buffers>,
    listed: Mutex<BTreeMap<PathBuf, Vec<FolderEntry>>>,
}

impl Overlay {
    /// Uses these buffers in place of all others.
    pub(super) fn set_all(&self, buffers: Buffers) {
        *self.buffers() = buffers;
    }

    /// Opens a document, or gives it another text.
    pub(super) fn set(&self, path: PathBuf, text: &str) {
        self.buffers().insert(path, Arc::from(text));
    }

    /// Closes a document.
    pub(super) fn remove(&self, path: &Path) {
        self.buffers().remove(path);
    }

    /// The buffers as they are now.
    pub(super) fn snapshot(&self) -> Buffers {
        self.buffers().clone()
    }

    /// Makes the next listing of folders look at the disk again.
    pub(super) fn forget(&self) {
        self.listed.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn buffers(&self) -> std::sync::MutexGuard<'_, Buffers> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Overlay {
    fn read(&self, path: &Path, max_size: u64) -> Result<Vec<u8>, String> {
        let text = self.buffers().get(&self.resolved(path)).cloned();
        text.map_or_else(|| Disk.read(path, max_size), |text| Ok(text.as_bytes().to_vec()))
    }

    fn exists(&self, path: &Path) -> bool {
        self.buffers().contains_key(&self.resolved(path)) || Disk.exists(path)
    }

    fn list(&self, path: &Path, is_taken: &mut dyn FnMut(&Path) -> bool) -> Option<Vec<FolderEntry>> {
        let mut all = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        if !all.contains_key(path) {
            all.insert(path.to_owned(), Disk.list(path, &mut |_| true)?);
        }
        let entries = all.get(path).cloned().unwrap_or_default();
        drop(all);
        Some(entries.into_iter().filter(|entry| is_taken(&entry.path)).collect())
    }

    fn resolved(&self, path: &Path) -> PathBuf {
        Disk.resolved(path)
    }

    fn committed(&self, name: &str, max_size: u64) -> Result<Vec<u8>, String> {
        Disk.committed(name, max_size)
    }
}
