//! Texts as numbers that are the same in every run and on every machine.

use sha2::{Digest, Sha256};

/// The first 64 bits of the SHA-256 of some texts, each preceded by its length.
pub(in crate::diff) fn digest<'t>(texts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().iter().take(8).fold(0, |bits, &byte| (bits << 8) | u64::from(byte))
}
