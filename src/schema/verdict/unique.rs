//! Whether codes differ.

use crate::syntax::Value;

/// Whether the array holds nothing but short strings without escapes, and no two of them are the same.
pub(super) fn are_codes_that_differ(array: Value<'_, '_>) -> bool {
    let mut codes = Vec::with_capacity(array.len());
    codes.extend(array.elements().map_while(|one| number(one.verbatim_bytes()?)));
    codes.sort_unstable();
    codes.len() == array.len() && codes.windows(2).all(|pair| pair[0] != pair[1])
}

/// A number that no other text has; none of one that is too long.
fn number(text: &[u8]) -> Option<u64> {
    let mut bytes = [0; 8];
    bytes.get_mut(1..=text.len())?.copy_from_slice(text);
    // Without the length, one could end with a NUL.
    bytes[0] = u8::try_from(text.len()).ok()?;
    Some(u64::from_le_bytes(bytes))
}
