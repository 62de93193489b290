//! The numbers by which sources are known in a run.

/// The number of a [`Source`](super::Source) among those read in one run; labels use it to point into
/// other files and other documents of one file. Numbers sort by file, then by document.
///
/// The upper half is that of the file, the lower half that of the document in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u64);

impl SourceId {
    /// The number of a file, and of its document if it holds but one.
    ///
    /// # Panics
    /// If the index does not fit 32 bits.
    #[must_use]
    pub fn of_file(index: usize) -> Self {
        Self(half(index) << 32)
    }

    /// The number of the document at `index` in the same file.
    ///
    /// # Panics
    /// If the index does not fit 32 bits.
    #[must_use]
    pub fn document(self, index: usize) -> Self {
        Self((self.0 & !u64::from(u32::MAX)) | half(index))
    }

    /// The index of the file.
    #[must_use]
    pub fn file(self) -> usize {
        usize::try_from(self.0 >> 32).unwrap_or(usize::MAX)
    }

    /// The index of the document in its file.
    #[must_use]
    pub fn index(self) -> usize {
        usize::try_from(self.0 & u64::from(u32::MAX)).unwrap_or(usize::MAX)
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
        assert_eq!((one.file(), one.index()), (3, 7));
        assert!(SourceId::of_file(3) < one && one < SourceId::of_file(4));
        assert_eq!(one.document(0), SourceId::of_file(3));
    }
}
