//! A text by blocks of 64 bytes: which of them belong to words, as bits. Without a branch for each byte, a look at
//! all texts of a document costs less than reading it.

/// How many bytes a block has: as many as a number has bits.
const SIZE: usize = 64;

/// What stands in a block: a bit for each byte, the first one lowest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// Where in the text it begins.
    pub(super) start: usize,
    /// ASCII letters and digits.
    pub(super) word: u64,
    /// Spaces.
    pub(super) space: u64,
    /// All else, as far as the text goes.
    pub(super) other: u64,
}

/// The blocks of a text.
pub(super) fn blocks(bytes: &[u8]) -> impl Iterator<Item = Block> {
    let (whole, rest) = bytes.as_chunks::<SIZE>();
    let mut last = [0; SIZE];
    last[..rest.len()].copy_from_slice(rest);
    let last = (!rest.is_empty()).then(|| (last, u64::MAX >> (SIZE - rest.len())));
    let all = whole.iter().map(|block| (*block, u64::MAX)).chain(last);
    all.enumerate().map(|(index, (block, within))| {
        let word = bits(&block, |byte| byte.is_ascii_alphanumeric());
        let space = bits(&block, |byte| byte == b' ');
        Block { start: index * SIZE, word, space, other: !(word | space) & within }
    })
}

/// For each byte whether `holds` of it. The loop has no branch, so that the compiler does many bytes at once.
#[inline]
fn bits(block: &[u8; SIZE], holds: impl Fn(u8) -> bool) -> u64 {
    // Multiplied by this, the lowest bits of eight bytes end up side by side in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let flags = block.map(|byte| u8::from(holds(byte)));
    let (eights, _) = flags.as_chunks::<8>();
    let gathered = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    gathered.zip(0..).fold(0, |all, (eight, place)| all | eight << (8 * place))
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
        for block in blocks(&bytes) {
            for (place, byte) in bytes.iter().skip(block.start).take(SIZE).enumerate() {
                let is_set = |bits: u64| bits >> place & 1 == 1;
                assert_eq!(is_set(block.word), byte.is_ascii_alphanumeric());
                assert_eq!(is_set(block.space), *byte == b' ');
                assert_eq!(is_set(block.other), !byte.is_ascii_alphanumeric() && *byte != b' ');
            }
        }
        assert_eq!(
            blocks(&bytes).last().map(|last| (last.start, last.word | last.space | last.other)),
            Some((256, 7))
        );
        assert_eq!(blocks(b"").count(), 0);
    }

    #[test]
    fn bits_are_named_from_the_lowest() {
        assert_eq!(places(1 << 63 | 0b101).collect::<Vec<_>>(), [0, 2, 63]);
    }
}
