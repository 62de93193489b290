//! How words are spelt: misspellings, American spelling, and "did you mean".

mod american;
mod dictionary;
mod nearest;

pub use american::{SpellingFault, british, fault};
pub use dictionary::{correction, is_misspelling_of};
pub use nearest::nearest;
