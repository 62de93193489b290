//! Whether codes differ.

use crate::syntax::Value;

/// Whether the array holds nothing but short strings without escapes, and no two of them are the same.
pub(super) fn are_codes_that_differ(array: Value<'_, '_>) -> bool {
    let mut codes = Vec::with_capacity(array.len());
    codes.extend(array.short_elements().map_while(|number| number));
    // They stand in order as a rule, so there is nothing to sort.
    codes.sort_unstable();
    codes.len() == array.len() && codes.is_sorted_by(|one, next| one < next)
}
