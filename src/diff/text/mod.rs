//! Texts as they are compared: without what only looks different, as words, and as stems with their weights.

mod digest;
mod normalise;
mod tokens;

pub(super) use digest::digest;
pub(super) use normalise::{normalised, shown};
pub(super) use tokens::{StemWeights, Stems, UNIT, is_stop_word, stem, word_ranges, words};
