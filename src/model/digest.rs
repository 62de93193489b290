//! A number by which texts are known to be the same.

use super::{Code, Standard};

impl Standard<'_> {
    /// A digest of the summary, the duties, the statements and the mapping: the same wherever it is worked out.
    /// None if there are neither duties nor statements.
    #[must_use]
    pub fn text_digest(&self) -> Option<u64> {
        if self.duties.items().is_empty() && self.statements.items().is_empty() {
            return None;
        }
        let mut digest = Digest::default();
        self.summary.items().iter().for_each(|text| digest.add(text));
        for duty in self.duties.items() {
            digest.add(&duty.text);
            for code in duty.codes() {
                let code = code.value;
                digest.word(u64::from(code.number) << 8 | code.prefix as u64);
                if code != Code::new(code.prefix, code.number) {
                    digest.add(&code.to_string());
                }
            }
        }
        for statement in self.statements.items() {
            digest.word(statement.kind as u64);
            digest.add(&statement.text);
        }
        Some(digest.finish())
    }
}

/// How many numbers are mixed side by side: one would have to wait for itself at every step.
const LANES: usize = 4;

/// Mixes 32 bytes at a time: a byte at a time would cost more than reading the document.
struct Digest([u64; LANES]);

impl Default for Digest {
    fn default() -> Self {
        Self([0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4, 0x9ce4_8422_2325_cbf2, 0x2325_cbf2_9ce4_8422])
    }
}

impl Digest {
    fn add(&mut self, text: &str) {
        const SIZE: usize = 8 * LANES;
        let (blocks, rest) = text.as_bytes().as_chunks::<SIZE>();
        for block in blocks {
            self.block(block);
        }
        if let Some(last) = text.as_bytes().last_chunk() {
            // With some of what comes before it: to copy it takes longer.
            self.block(last);
        } else {
            let mut padded = [0; SIZE];
            padded[..rest.len()].copy_from_slice(rest);
            self.block(&padded);
        }
        self.word(text.len() as u64);
    }

    #[inline]
    fn block(&mut self, block: &[u8; 8 * LANES]) {
        let (words, _) = block.as_chunks();
        for (lane, word) in self.0.iter_mut().zip(words) {
            *lane = mix(*lane, u64::from_le_bytes(*word));
        }
    }

    fn word(&mut self, word: u64) {
        self.0[0] = mix(self.0[0], word);
    }

    fn finish(&self) -> u64 {
        self.0.iter().fold(0, |all, lane| mix(all, *lane))
    }
}

#[inline]
fn mix(number: u64, word: u64) -> u64 {
    let mixed = (number ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_have_other_digests() {
        let digest = |texts: &[&str]| {
            let mut digest = Digest::default();
            for text in texts {
                digest.add(text);
            }
            digest.finish()
        };
        let all = [
            digest(&["Keep the lock."]),
            digest(&["Keep the locks."]),
            digest(&["Keep the", " lock."]),
            digest(&["Keep the lock.", ""]),
            digest(&[]),
        ];
        for (index, one) in all.iter().enumerate() {
            assert!(!all[..index].contains(one), "{index}");
        }
    }
}
