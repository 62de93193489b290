//! Where a word of the dictionary is put when the program is built, and looked for when it runs: both read this file.

/// How many buckets there are: with about as many words, one or two stand in each.
pub(crate) const BUCKETS: usize = 1 << 16;

/// The bucket of a word (ASCII), whatever its case.
pub(crate) fn bucket(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    });
    // The high bits are mixed better than the low ones.
    (hash >> 8) as usize & (BUCKETS - 1)
}
