//! Where a word of the dictionary is put when the program is built, and looked for when it runs: both read this file.

/// How many buckets there are: with about as many words, one or two stand in each.
pub(crate) const BUCKETS: usize = 1 << 16;

/// How many places each bucket has: of those of all buckets, nine in ten are empty.
pub(crate) const PLACES: usize = 16;

/// The place of a word (ASCII) among those of all buckets, whatever its case.
pub(crate) fn place(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        // The bit that tells capitals and small letters apart.
        (hash ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193)
    });
    // The high bits are mixed better than the low ones.
    (hash >> 8) as usize & (BUCKETS * PLACES - 1)
}
