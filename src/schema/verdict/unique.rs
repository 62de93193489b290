//! Whether codes differ.

use crate::repeats::any_repeats;
use crate::syntax::Value;

/// Whether the array holds nothing but short strings without escapes, and no two of them are the same.
pub(super) fn are_codes_that_differ(array: Value<'_, '_>) -> bool {
    let mut codes = Vec::with_capacity(array.len());
    codes.extend(array.short_elements().map_while(|number| number));
    codes.len() == array.len() && !any_repeats(codes.into_iter())
}
