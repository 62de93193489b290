//! The numbers that identify sources in a run.

/// The number of a [`Source`](super::Source) among those read in one run; labels use it to point into other files, and
/// into other documents in the same file. Numbers sort by file, then by document.
///
/// The upper half is that of the file; the lower half is 0 for the file as a whole, and otherwise counts its
/// documents from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u64);

impl SourceId {
    /// The number of a file as a whole, and of its document if it holds only one.
    ///
    /// # Panics
    /// If the index does not fit in 32 bits.
    #[must_use]
    pub fn of_file(index: usize) -> Self {
        Self(half(index) << 32)
    }

    /// The number of the document at `index` in the same file.
    ///
    /// # Panics
    /// If the index does not fit in 32 bits.
    #[must_use]
    pub fn document(self, index: usize) -> Self {
        Self((self.0 & !u64::from(u32::MAX)) | half(index + 1))
    }

    /// The index of the document in its file, or `None` for the file as a whole.
    #[must_use]
    pub fn index(self) -> Option<usize> {
        usize::try_from(self.0 & u64::from(u32::MAX)).ok()?.checked_sub(1)
    }

    /// The index of the file.
    #[must_use]
    pub fn file(self) -> usize {
        usize::try_from(self.0 >> 32).unwrap_or(usize::MAX)
    }
}

fn half(index: usize) -> u64 {
    u64::from(u32::try_from(index).expect("there are fewer than four thousand million of them"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_file_then_by_document() {
        let one = SourceId::of_file(3).document(7);
        assert_eq!((one.file(), one.index(), SourceId::of_file(3).index()), (3, Some(7), None));
        assert!(SourceId::of_file(3) < one.document(0) && one.document(0) < one);
        assert!(one < SourceId::of_file(4));
    }
}
