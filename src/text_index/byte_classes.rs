//! A text in blocks of 64 bytes, each with the classes of its bytes as bits. As there is no branch per byte, scanning
//! all texts of a document costs less than parsing it.

use wide::u8x16;

/// How many bytes a block has: as many as a `u64` has bits.
const SIZE: usize = 64;

/// The classes of the bytes of a block: one bit for each byte, the first byte in the lowest bit.
#[derive(Clone, Copy, Debug)]
pub(super) struct ByteBlock {
    /// Where in the text it begins.
    pub(super) start: usize,
    /// ASCII letters and digits.
    pub(super) word: u64,
    /// Spaces.
    pub(super) space: u64,
    /// All other bytes, up to the end of the text.
    pub(super) other: u64,
}

impl ByteBlock {
    /// The block that begins at `start`: `bytes` without the first `without` of them, limited to the bits set in
    /// `within`.
    #[inline]
    fn new(start: usize, bytes: &[u8; SIZE], without: usize, within: u64) -> Self {
        let word = bits(bytes, is_word) >> without & within;
        let space = bits(bytes, |bytes| bytes.simd_eq(u8x16::splat(b' '))) >> without & within;
        Self { start, word, space, other: !(word | space) & within }
    }
}

/// Calls `each` with the blocks of a text; the last one is never full.
#[inline]
pub(super) fn each_block(bytes: &[u8], mut each: impl FnMut(ByteBlock)) {
    let (whole, rest) = bytes.as_chunks::<SIZE>();
    let mut padded = [0; SIZE];
    // The last block is read together with some bytes before it, because copying it takes longer.
    let (last, without) = bytes.last_chunk().map_or_else(
        || {
            padded[..rest.len()].copy_from_slice(rest);
            (&padded, 0)
        },
        |last| (last, (SIZE - rest.len()) % SIZE),
    );
    let within = (1 << rest.len()) - 1;
    for index in 0..=whole.len() {
        let (block, without, within) =
            whole.get(index).map_or((last, without, within), |block| (block, 0, u64::MAX));
        each(ByteBlock::new(index * SIZE, block, without, within));
    }
}

/// ASCII letters and digits.
#[inline]
fn is_word(bytes: u8x16) -> u8x16 {
    let letters = (bytes | u8x16::splat(b'a' ^ b'A')) - u8x16::splat(b'a');
    let digits = bytes - u8x16::splat(b'0');
    letters.simd_lt(u8x16::splat(26)) | digits.simd_lt(u8x16::splat(10))
}

/// For each byte, whether `holds` is true of it.
#[inline]
fn bits(block: &[u8; SIZE], holds: impl Fn(u8x16) -> u8x16) -> u64 {
    let (sixteens, _) = block.as_chunks();
    let bits = sixteens.iter().map(|bytes| u64::from(holds(u8x16::new(*bytes)).to_bitmask()));
    bits.zip(0..).fold(0, |all, (bits, place)| all | bits << (16 * place))
}

/// The places of the bits that are set, the lowest first.
pub(super) fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_in_one_class() {
        let bytes: Vec<u8> = (0..=255).chain(*b"a b").collect();
        let mut blocks = Vec::new();
        each_block(&bytes, |block| blocks.push(block));
        for block in &blocks {
            for (place, byte) in bytes.iter().skip(block.start).take(SIZE).enumerate() {
                let is_set = |bits: u64| bits >> place & 1 == 1;
                assert_eq!(is_set(block.word), byte.is_ascii_alphanumeric());
                assert_eq!(is_set(block.space), *byte == b' ');
                assert_eq!(is_set(block.other), !byte.is_ascii_alphanumeric() && *byte != b' ');
            }
        }
        let last = blocks.last().map(|last| (last.start, last.word | last.space | last.other));
        assert_eq!((blocks.len(), last), (5, Some((256, 7))));
    }

    #[test]
    fn the_last_block_is_never_full() {
        for (len, count) in [(0, 1), (1, 1), (63, 1), (64, 2), (128, 3)] {
            let (mut blocks, mut last) = (0, 0);
            each_block(&vec![b'-'; len], |block| (blocks, last) = (blocks + 1, block.other));
            assert_eq!((blocks, last.count_ones() as usize), (count, len % SIZE));
        }
    }

    #[test]
    fn bits_are_named_from_the_lowest() {
        assert_eq!(places(1 << 63 | 0b101).collect::<Vec<_>>(), [0, 2, 63]);
    }
}
