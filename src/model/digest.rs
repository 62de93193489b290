//! A number by which texts are known to be the same.

use super::Standard;

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
            }
        }
        for statement in self.statements.items() {
            digest.word(statement.kind as u64);
            digest.add(&statement.text);
        }
        Some(digest.0)
    }
}

/// Mixes eight bytes at a time: a byte at a time would cost more than reading the document.
struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    fn add(&mut self, text: &str) {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.word(u64::from_le_bytes(last));
        self.word(text.len() as u64);
    }

    fn word(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }
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
            digest.0
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
