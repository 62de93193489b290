//! A quick look that tells of most words that they are none of a list.

/// For each first letter, the lengths of the words of a list that begin with it, as bits.
pub(super) struct Shapes([u32; 256]);

impl Shapes {
    /// Those of `words`, which are in lower case.
    pub(super) const fn of(words: &[&str]) -> Self {
        let mut lengths = [0; 256];
        let mut index = 0;
        while index < words.len() {
            let word = words[index].as_bytes();
            lengths[word[0] as usize] |= 1 << word.len();
            index += 1;
        }
        Self(lengths)
    }

    /// Whether a word (not empty) may be one of them, whatever the case of its first letter.
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        self.0[usize::from(word[0].to_ascii_lowercase())] & (1 << word.len().min(31)) != 0
    }
}
