//! Whether strings differ.

use crate::syntax::Value;

/// So many strings are compared without being put in order.
const FEW: usize = 8;

/// Whether the array holds nothing but strings without escapes, and no two of them are the same.
pub(super) fn are_strings_that_differ(array: Value<'_, '_>) -> bool {
    let strings: Option<Vec<&str>> = array.elements().map(Value::verbatim).collect();
    strings.is_some_and(|mut strings| all_differ(&mut strings))
}

/// Whether no two strings are the same; puts them in another order.
pub(in crate::schema) fn all_differ<S: AsRef<str>>(strings: &mut [S]) -> bool {
    if strings.len() <= FEW {
        let is_new =
            |(at, one): (usize, &S)| strings[..at].iter().all(|other| other.as_ref() != one.as_ref());
        return strings.iter().enumerate().all(is_new);
    }
    // Codes stand in the order of their numbers as a rule: that of lengths first, so little is left to sort.
    strings.sort_by(|one, other| {
        let (one, other) = (one.as_ref(), other.as_ref());
        one.len().cmp(&other.len()).then_with(|| one.cmp(other))
    });
    strings.windows(2).all(|pair| pair[0].as_ref() != pair[1].as_ref())
}
