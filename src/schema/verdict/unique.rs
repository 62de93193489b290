//! Whether codes differ.

use crate::repeats::any_repeats;
use crate::syntax::Value;

/// Whether the array holds nothing but short strings without escapes, and no two of them are the same.
pub(super) fn are_codes_that_differ(array: Value<'_, '_>) -> bool {
    let mut codes = Vec::with_capacity(array.len());
    codes.extend(array.verbatim_elements().map_while(|text| number(text?)));
    codes.len() == array.len() && !any_repeats(codes.into_iter())
}

/// A number that no other text has, made of its length and its bytes; none of one that is too long.
fn number(text: &[u8]) -> Option<u64> {
    (text.len() < 8).then(|| text.iter().fold(text.len() as u64, |number, byte| number << 8 | u64::from(*byte)))
}
