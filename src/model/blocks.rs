//! A text by blocks of 64 bytes: which of them belong to words, as bits. Without a branch for each byte, a look at
//! all texts of a document costs less than reading it.

/// How many bytes a block has: as many as a number has bits.
const SIZE: usize = 64;

/// Calls `run` with the start and the end of each run of ASCII letters and digits, and of whatever is not ASCII.
#[inline]
pub(super) fn runs(text: &[u8], mut run: impl FnMut(usize, usize)) {
    let (whole, rest) = text.as_chunks::<SIZE>();
    let mut last = [0; SIZE];
    last[..rest.len()].copy_from_slice(rest);
    let blocks = whole.iter().chain((!rest.is_empty()).then_some(&last));
    // Where the run began that has not ended yet.
    let mut open: Option<usize> = None;
    for (start, block) in (0..).step_by(SIZE).zip(blocks) {
        let inside = bits(block, |byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
        let mut edges = inside ^ (inside << 1 | u64::from(open.is_some()));
        let mut next = || {
            let place = (edges != 0).then(|| start + edges.trailing_zeros() as usize)?;
            edges &= edges - 1;
            Some(place)
        };
        while let Some(edge) = next() {
            let begins = open.take().unwrap_or(edge);
            // An edge without another behind it in this block leaves its run open.
            match if begins == edge { next() } else { Some(edge) } {
                Some(end) => run(begins, end),
                None => open = Some(begins),
            }
        }
    }
    if let Some(begins) = open {
        run(begins, text.len());
    }
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
    fn runs_are_found_as_one_by_one() {
        let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let bytes: Vec<u8> = (0..=255).chain(*b"a b").collect();
        for length in 0..bytes.len() {
            for from in [0, 1, 40, 60] {
                let text = bytes.get(from..length).unwrap_or_default();
                let (mut found, mut slow) = (Vec::new(), Vec::new());
                runs(text, |start, end| found.push((start, end)));
                for same in text.chunk_by(|one, other| is_inside(*one) == is_inside(*other)) {
                    let start = same.as_ptr() as usize - text.as_ptr() as usize;
                    slow.extend(is_inside(same[0]).then_some((start, start + same.len())));
                }
                assert_eq!(found, slow, "{from}..{length}");
            }
        }
    }

    #[test]
    fn bits_are_named_from_the_lowest() {
        assert_eq!(places(1 << 63 | 0b101).collect::<Vec<_>>(), [0, 2, 63]);
    }
}
